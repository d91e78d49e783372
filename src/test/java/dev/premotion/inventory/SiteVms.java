package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.List;

/** The clean VMs of a site; {@link Estates} tells which they are. */
record SiteVms(Site site) {

    private static final long GIB = 1L << 30;

    Vm vm(int number) {
        var names = List.of("web", "db", "batch", "idle", "tpl", "metro");
        var name = names.get(number - 1) + "-" + site.letter();
        var power = number == 3 || number == 5
                ? PowerState.POWERED_OFF
                : number == 4 ? PowerState.SUSPENDED : PowerState.POWERED_ON;
        var draft = new Draft<>(Vm.class)
                .set("ref", Estates.vm(site.uuid(), number))
                .set("name", name)
                .set("instanceUuid", "50000000-000" + site.letter() + "-0000-0000-00000000000" + number)
                .set("biosUuid", "42000000-000" + site.letter() + "-0000-0000-00000000000" + number)
                .set("powerState", power)
                .set("connectionState", "connected")
                .set("template", number == 5);
        return rest(security(guest(storage(place(draft, number), number, name), power)))
                .build();
    }

    private Draft<Vm> place(Draft<Vm> draft, int number) {
        return draft.set("datacenter", Estates.datacenter(site.uuid()).id())
                .set("cluster", Estates.cluster(site.uuid(), 1).id())
                .set(
                        "host",
                        Estates.host(site.uuid(), number < 3 ? 1 : number < 6 ? 2 : 3)
                                .id())
                .set("resourcePool", Estates.pool(site.uuid(), 1).id())
                .set("folder", "/DC-" + site.upper() + "/vm");
    }

    private Draft<Vm> storage(Draft<Vm> draft, int number, String name) {
        int home = number == 6 ? 3 : 1;
        var first = disk(number, 1, home, name);
        return draft.set("vmPathName", "[" + datastoreName(home) + "] " + name + "/" + name + ".vmx")
                .set("snapshotDirectory", "[" + datastoreName(home) + "] " + name + "/")
                .set("homeDatastore", Estates.datastore(site.uuid(), home).id())
                .set("homeStoragePolicy", "VM default")
                .set("homeStoragePolicyAssigned", true)
                .set("usedBytes", 20 * GIB)
                .set("provisionedBytes", 44 * GIB)
                .set("snapshots", Listing.of())
                .set("disks", number == 2 ? Listing.of(first, disk(number, 2, 2, name)) : Listing.of(first))
                .set("nics", Listing.of(nic(number)))
                .set("devices", Listing.of(cdrom(number)));
    }

    private String datastoreName(int number) {
        return number == 3 ? "ds-metro" : "ds-" + site.letter() + number;
    }

    private Disk disk(int vm, int number, int datastore, String name) {
        return new Draft<>(Disk.class)
                .set("ref", Estates.disk(Estates.vm(site.uuid(), vm), number))
                .set("key", 1999 + number)
                .set("label", "Hard disk " + number)
                .set("capacityBytes", 40 * GIB)
                .set("datastore", Estates.datastore(site.uuid(), datastore).id())
                .set("path", "[" + datastoreName(datastore) + "] " + name + "/" + name + "-" + number + ".vmdk")
                .set("uuid", "6000C290-000" + site.letter() + "-" + vm + "-" + number)
                .set("diskMode", "persistent")
                .set("thin", true)
                .set("eagerlyScrub", false)
                .set("backing", "flat")
                .set("raw", false)
                .set("sharing", "sharingNone")
                .set("controller", "ParaVirtualSCSIController")
                .set("sharedBus", "noSharing")
                .set("usedBytes", 16 * GIB)
                .set("linkedClone", false)
                .set("parents", Listing.of())
                .set("nativeSnapshot", false)
                .set("deltaDiskFormat", "none")
                .set("ioFilters", Listing.of())
                .set("storagePolicy", "VM default")
                .set("storagePolicyAssigned", true)
                .set("vFlashCacheMiB", 0L)
                .build();
    }

    private Nic nic(int vm) {
        int network = vm == 6 ? 2 : 1;
        return new Nic(
                Estates.nic(Estates.vm(site.uuid(), vm), 1),
                4000,
                "Network adapter 1",
                "vmxnet3",
                Estates.network(site.uuid(), network).id(),
                network == 2 ? "VM-Shared" : "VM-" + site.upper(),
                "dvs-" + site.letter(),
                "00:50:56:0" + site.letter() + ":00:0" + vm,
                "assigned",
                true,
                true,
                0L,
                false,
                false,
                null);
    }

    private Device cdrom(int vm) {
        return new Draft<>(Device.class)
                .set("ref", Estates.cdrom(Estates.vm(site.uuid(), vm)))
                .set("key", 16000)
                .set("label", "CD/DVD drive 1")
                .set("type", "cdrom")
                .set("backing", "client")
                .set("connected", false)
                .set("startConnected", false)
                .build();
    }

    private static Draft<Vm> guest(Draft<Vm> draft, PowerState power) {
        boolean on = power == PowerState.POWERED_ON;
        return draft.set("hardwareVersion", 19)
                .set("guestId", "ubuntu64Guest")
                .set("guestFullName", "Ubuntu Linux (64-bit)")
                .set("firmware", "efi")
                .set("numCpu", 2)
                .set("coresPerSocket", 1)
                .set("memoryMiB", 4096L)
                .set("activeMemoryMiB", on ? 512L : 0L)
                .set("consumedMemoryMiB", on ? 3072L : 0L)
                .set("memoryReservationMiB", 0L)
                .set("memoryOverheadMiB", 60L)
                .set("memoryReservationLocked", false)
                .set("cpuReservationMhz", 0L)
                .set("cpuUsageMhz", on ? 200L : 0L)
                .set("minEvcMode", power == PowerState.POWERED_OFF ? null : "intel-broadwell")
                .set("perVmEvcMode", "none")
                .set("featureRequirements", Site.list(2, i -> new FeatureRequirement("cpuid.f" + i, "Bool:Min:1")))
                .set("toolsStatus", on ? "toolsOk" : "toolsNotRunning")
                .set("toolsInstallerMounted", false)
                .set("heartbeat", on ? "green" : "gray");
    }

    private static Draft<Vm> security(Draft<Vm> draft) {
        return draft.set("encrypted", false)
                .set("migrateEncryption", "opportunistic")
                .set("vTpmPresent", false)
                .set("sevEnabled", false)
                .set("sevSnpEnabled", false)
                .set("tdxEnabled", false)
                .set("sgxEpcBytes", 0L);
    }

    private static Draft<Vm> rest(Draft<Vm> draft) {
        return draft.set("cpuAffinity", Listing.of())
                .set("memoryAffinity", Listing.of())
                .set("latencySensitivity", "normal")
                .set("nestedHVEnabled", false)
                .set("cpuFeatureMask", Listing.of())
                .set("vPMCEnabled", false)
                .set("extensionConstraints", Listing.of())
                .set("faultToleranceState", "notConfigured")
                .set("metroFtEnabled", false)
                .set("swapPlacement", "inherit")
                .set("consolidationNeeded", false)
                .set("questionPending", false)
                .set("disabledMethods", Listing.of())
                .set("recentTasks", Listing.of())
                .set("srmPlaceholder", false)
                .set("videoRamKiB", 4096)
                .set("use3dRenderer", "none")
                .set("largePages1G", false)
                .set("npivWwns", Listing.of())
                .set("instantClone", false)
                .set("replicated", false)
                .set("vmOpNotificationToAppEnabled", false)
                .set("suspendedToMemory", false)
                .set("changeTrackingEnabled", false)
                .set("memoryWrites", Listing.of(new MemoryWrites(256L << 20, 500, "random")))
                .set("tags", Listing.of())
                .set("capturedAt", Site.CAPTURED);
    }
}
