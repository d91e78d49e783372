// Starts govmomi's vCenter simulator on 127.0.0.1, with an estate of its own or one that a dump holds, and prints where it
// listens. Ends when its standard input does.
package main

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"flag"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"
	"path/filepath"

	"github.com/vmware/govmomi"
	_ "github.com/vmware/govmomi/lookup/simulator"
	"github.com/vmware/govmomi/property"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vapi/rest"
	_ "github.com/vmware/govmomi/vapi/simulator"
	"github.com/vmware/govmomi/vapi/tags"
	"github.com/vmware/govmomi/view"
	"github.com/vmware/govmomi/vim25"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
	"github.com/vmware/govmomi/vim25/xml"
)

func main() {
	load := flag.String("load", "", "dump to load instead of making an estate")
	save := flag.String("save", "", "folder to dump the estate to, as govc object.save does")
	machines := flag.Int("vms", 2, "VMs of each host or pool")
	flag.Parse()

	model := simulator.VPX()
	model.Machine = *machines
	model.Pod = 1
	model.App = 1
	model.Folder = 1
	if *load != "" {
		check(model.Load(*load))
	} else {
		check(model.Create())
		enrich()
	}
	model.Service.Listen = &url.URL{Host: "127.0.0.1:0", User: url.UserPassword("reader@vsphere.local", "s3cret & <sound>")}
	model.Service.TLS = new(tls.Config)
	model.Service.RegisterEndpoints = true // REST and lookup service
	model.Service.RegisterSDK(policies())
	server := model.Service.NewServer()
	if *save != "" {
		dump(server.URL, *save)
	}
	tag(server.URL)
	fmt.Printf("https://%s/sdk %x\n", server.URL.Host, sha256.Sum256(server.Certificate().Raw))
	_, _ = io.Copy(io.Discard, os.Stdin)
	server.Close()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// enrich gives some objects what the simulator's own estate lacks and migrations depend on.
func enrich() {
	yes, no := true, false
	for i, entity := range simulator.Map.All("HostSystem") {
		host := entity.(*simulator.HostSystem)
		host.Summary.CurrentEVCModeKey = "intel-broadwell"
		host.Summary.MaxEVCModeKey = "intel-cascadelake"
		host.Config.MaskedFeatureCapability = []types.HostFeatureCapability{
			{Key: "cpuid.intel", FeatureName: "cpuid.intel", Value: "1"},
			{Key: "cpuid.avx2", FeatureName: "cpuid.avx2", Value: fmt.Sprint(i % 2)},
		}
		host.Runtime.InQuarantineMode = &no
		host.Runtime.CryptoState = "safe"
	}
	for i, entity := range simulator.Map.All("VirtualMachine") {
		vm := entity.(*simulator.VirtualMachine)
		vm.Runtime.MinRequiredEVCModeKey = "intel-haswell"
		vm.Runtime.FeatureRequirement = []types.VirtualMachineFeatureRequirement{
			{Key: "cpuid.avx2", FeatureName: "cpuid.avx2", Value: "Bool:Min:1"},
		}
		switch i % 4 {
		case 0:
			vm.Config.KeyId = &types.CryptoKeyId{KeyId: "key-1", ProviderId: &types.KeyProviderId{Id: "kms-a"}}
			vm.Config.MigrateEncryption = "required"
		case 1:
			vm.Config.CpuAffinity = &types.VirtualMachineAffinityInfo{AffinitySet: []int32{0, 2}}
			vm.Config.ManagedBy = &types.ManagedByInfo{ExtensionKey: "com.vmware.vcDr", Type: "placeholderVm"}
			vm.Config.NestedHVEnabled = &yes
		case 2:
			vm.DisabledMethod = append(vm.DisabledMethod, "RelocateVM_Task")
			vm.Runtime.Question = &types.VirtualMachineQuestionInfo{Id: "1", Text: "keep or discard?"}
			vm.Runtime.ConsolidationNeeded = &yes
		}
	}
	for _, entity := range simulator.Map.All("ClusterComputeResource") {
		cluster := entity.(*simulator.ClusterComputeResource)
		cluster.Summary.(*types.ClusterComputeResourceSummary).CurrentEVCModeKey = "intel-broadwell"
		config := cluster.ConfigurationEx.(*types.ClusterConfigInfoEx)
		config.Rule = []types.BaseClusterRuleInfo{&types.ClusterAntiAffinityRuleSpec{
			ClusterRuleInfo: types.ClusterRuleInfo{Name: "apart", Enabled: &yes, Mandatory: &no},
			Vm:              []types.ManagedObjectReference{simulator.Map.Any("VirtualMachine").Reference()},
		}}
	}
}

// tag gives all VMs a tag.
func tag(at *url.URL) {
	ctx := context.Background()
	client, err := govmomi.NewClient(ctx, at, true)
	check(err)
	api := rest.NewClient(client.Client)
	check(api.Login(ctx, at.User))
	manager := tags.NewManager(api)
	category, err := manager.CreateCategory(ctx, &tags.Category{Name: "tier", Cardinality: "SINGLE"})
	check(err)
	id, err := manager.CreateTag(ctx, &tags.Tag{Name: "tier-1", CategoryID: category})
	check(err)
	for _, entity := range simulator.Map.All("VirtualMachine") {
		check(manager.AttachTag(ctx, id, entity.Reference()))
	}
}

// dump writes one file for each managed object, named and formatted as govc object.save does.
func dump(at *url.URL, folder string) {
	ctx := context.Background()
	client, err := govmomi.NewClient(ctx, at, true)
	check(err)
	check(os.MkdirAll(folder, 0o755))
	refs := append([]types.ManagedObjectReference{vim25.ServiceInstance}, mo.References(client.ServiceContent)...)
	all, err := view.NewManager(client.Client).CreateContainerView(ctx, client.ServiceContent.RootFolder, nil, true)
	check(err)
	found, err := all.Find(ctx, []string{"ManagedEntity"}, nil)
	check(err)
	for i, ref := range append(refs, found...) {
		var content []types.ObjectContent
		check(property.DefaultCollector(client.Client).Retrieve(ctx, []types.ManagedObjectReference{ref}, nil, &content))
		name := fmt.Sprintf("%04d-%s-%s.xml", i, ref.Type, url.PathEscape(ref.Value))
		file, err := os.Create(filepath.Join(folder, name))
		check(err)
		encoder := xml.NewEncoder(file)
		encoder.Indent("", "  ")
		check(encoder.Encode(content[0]))
		check(file.Close())
	}
}
