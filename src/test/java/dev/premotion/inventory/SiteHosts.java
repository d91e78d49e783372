package dev.premotion.inventory;

import dev.premotion.answer.Listing;

/** The clean hosts of a site: vmk0 manages, vmk1 has the vMotion stack, vmk2 the provisioning stack. */
record SiteHosts(Site site) {

    private static final Listing<String> DEVICES = Listing.of(
            "ParaVirtualSCSIController",
            "VirtualCdrom",
            "VirtualFloppy",
            "VirtualNVDIMM",
            "VirtualPCIPassthrough",
            "VirtualParallelPort",
            "VirtualPrecisionClock",
            "VirtualSerialPort",
            "VirtualTPM",
            "VirtualUSB");

    Host host(int number) {
        var draft = new Draft<>(Host.class)
                .set("ref", Estates.host(site.uuid(), number))
                .set("name", "esx-0" + number + ".site-" + site.letter() + ".example")
                .set("datacenter", Estates.datacenter(site.uuid()).id())
                .set(
                        "cluster",
                        Estates.cluster(site.uuid(), number == 4 ? 2 : 1).id())
                .set("standalone", false)
                .set("version", "7.0.3")
                .set("build", "22348816")
                .set("licenseName", "vSphere 7 Enterprise Plus")
                .set("connectionState", "connected")
                .set("powerState", "poweredOn")
                .set("inMaintenanceMode", false)
                .set("inQuarantineMode", false)
                .set("haState", "connectedToMaster")
                .set("componentFailure", false)
                .set("agentVmsDeployed", true)
                .set("wakeOnLanSupported", true)
                .set("adapterTypes", Listing.of("e1000", "e1000e", "sriov", "vmxnet3", "vrdma"))
                .set("capability", capability())
                .set("timeSources", Listing.of("ntp.example"))
                .set("localSwap", false)
                .set("deviceTypes", DEVICES)
                .set("rdmModes", Listing.of("physicalMode", "virtualMode"))
                .set("guests", Listing.of(new GuestSupport("ubuntu64Guest", 4L, 25_149_440L)))
                .set("ioFilters", Listing.of())
                .set("faultToleranceVersion", "7.0.3")
                .set("maxVideoRamKiB", 262_144)
                .set("sharedGraphics", true)
                .set("replicationAgent", true)
                .set("cryptoState", "safe")
                .set("gpuProfiles", Listing.of())
                .set("vFlashFreeMiB", 0L)
                .set("timeSynchronized", true)
                .set("evcGraphicsMode", "none")
                .set("unsupportedVolumes", Listing.of())
                .set("tags", Listing.of());
        return network(storage(hardware(draft)), number).build();
    }

    private static Draft<Host> hardware(Draft<Host> draft) {
        return draft.set("vendor", "Dell Inc.")
                .set("model", "PowerEdge R740")
                .set("cpuModel", "Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz")
                .set("cpuVendor", "intel")
                .set("cpuMhz", 2500)
                .set("cpuPackages", 2)
                .set("cpuCores", 40)
                .set("cpuThreads", 80)
                .set("memoryMiB", 524_288L)
                .set("memoryUsedMiB", 65_536L)
                .set("memoryReservedMiB", 8_192L)
                .set("cpuReservedMhz", 2_000L)
                .set("evcMode", "intel-broadwell")
                .set("maxEvcMode", "intel-cascadelake")
                .set("featureCapabilities", Site.list(3, i -> new FeatureCapability("cpuid.f" + i, "1")));
    }

    private Draft<Host> storage(Draft<Host> draft) {
        return draft.set(
                        "datastores",
                        Site.list(
                                5,
                                i -> new DatastoreMount(
                                        Estates.datastore(site.uuid(), i).id(), "readWrite", true)))
                .set("lunUuids", Listing.of("0200000000600a0b"));
    }

    private Draft<Host> network(Draft<Host> draft, int number) {
        return draft.set("vmotionAdapter", true)
                .set("provisioningAdapter", true)
                .set(
                        "vmkernelAdapters",
                        Listing.of(
                                vmk(0, number, "management", "defaultTcpipStack"),
                                vmk(1, number, "vmotion", "vmotion"),
                                vmk(2, number, "vSphereProvisioning", "vSphereProvisioning")))
                .set(
                        "physicalNics",
                        Listing.of(
                                new PhysicalNic("vmnic0", 25_000, true, "vSwitch0"),
                                new PhysicalNic("vmnic1", 25_000, true, "dvs-" + site.letter())))
                .set("closedFirewallRulesets", Listing.of())
                .set("standardSwitches", Listing.of(new StandardSwitch("vSwitch0", Listing.of("vmnic0"), 1000, 9000)))
                .set(
                        "networks",
                        Site.list(4, i -> Estates.network(site.uuid(), i).id()))
                .set("managementIp", address(0, number));
    }

    private VmkernelAdapter vmk(int index, int number, String service, String stack) {
        return new Draft<>(VmkernelAdapter.class)
                .set("device", "vmk" + index)
                .set("portGroup", index == 0 ? "VM Network" : "vMotion")
                .set("services", Listing.of(service))
                .set("netStack", stack)
                .set("ipAddress", address(index, number))
                .set("subnetMask", "255.255.255.0")
                .set("gateway", address(index, 254))
                .set("mtu", 9000)
                .set("uplinks", Listing.of(index == 0 ? "vmnic0" : "vmnic1"))
                .build();
    }

    private String address(int index, int last) {
        return "10." + (site.letter().equals("a") ? 1 : 2) + "." + index + "." + last;
    }

    private static HostCapability capability() {
        return new HostCapability(
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                768,
                25_149_440L,
                1024,
                19,
                64,
                1024,
                4096,
                true);
    }
}
