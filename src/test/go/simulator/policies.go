package main

import (
	"fmt"
	"sort"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/pbm/methods"
	pbm "github.com/vmware/govmomi/pbm/simulator"
	"github.com/vmware/govmomi/pbm/types"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/soap"
	vim "github.com/vmware/govmomi/vim25/types"
)

const vsanDefault = "aa6d5a82-1c88-45da-85d3-3d74b91a5bad"

// policies is govmomi's storage policy service at the address that its API's documentation names, with what it lacks: things
// that have a policy, and sessions known by the SOAP header.
func policies() *simulator.Registry {
	service := pbm.New()
	service.Path = "/pbm/sdk"
	manager := vim.ManagedObjectReference{Type: "PbmProfileProfileManager", Value: "ProfileManager"}
	service.Put(&profileManager{&pbm.ProfileManager{ManagedObjectReference: manager}})
	return service
}

type profileManager struct {
	*pbm.ProfileManager
}

// PbmQueryAssociatedEntity gives every other VM and its disks the default policy of vSAN.
func (m *profileManager) PbmQueryAssociatedEntity(ctx *simulator.Context, req *types.PbmQueryAssociatedEntity) soap.HasFault {
	body := new(methods.PbmQueryAssociatedEntityBody)
	if ctx.Header.Cookie != ctx.Session.Key {
		body.Fault_ = simulator.Fault("", new(vim.NotAuthenticated))
		return body
	}
	body.Res = new(types.PbmQueryAssociatedEntityResponse)
	if req.Profile.UniqueId != vsanDefault {
		return body
	}
	all := simulator.Map.All("VirtualMachine")
	sort.Slice(all, func(i, j int) bool { return all[i].Reference().Value < all[j].Reference().Value })
	for i := 0; i < len(all); i += 2 {
		vm := all[i].(*simulator.VirtualMachine)
		keys := []string{vm.Self.Value}
		if req.EntityType == string(types.PbmObjectTypeVirtualDiskId) {
			keys = nil
			disks := object.VirtualDeviceList(vm.Config.Hardware.Device).SelectByType((*vim.VirtualDisk)(nil))
			for _, disk := range disks {
				keys = append(keys, fmt.Sprintf("%s:%d", vm.Self.Value, disk.GetVirtualDevice().Key))
			}
		}
		for _, key := range keys {
			body.Res.Returnval = append(body.Res.Returnval, types.PbmServerObjectRef{ObjectType: req.EntityType, Key: key})
		}
	}
	return body
}

func (m *profileManager) PbmQueryDefaultRequirementProfile(_ *types.PbmQueryDefaultRequirementProfile) soap.HasFault {
	return &methods.PbmQueryDefaultRequirementProfileBody{
		Res: &types.PbmQueryDefaultRequirementProfileResponse{Returnval: &types.PbmProfileId{UniqueId: vsanDefault}},
	}
}
