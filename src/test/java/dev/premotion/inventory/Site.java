package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One clean site of {@link Estates}: vCenter 7.0 U3o with hosts of 7.0 U3o.
 *
 * @param letter a or b
 * @param uuid instance UUID of its vCenter
 */
record Site(String letter, String uuid) {

    static final Instant CAPTURED = Instant.parse("2026-01-15T08:00:00Z");

    private static final long GIB = 1L << 30;

    String upper() {
        return letter.toUpperCase(Locale.ROOT);
    }

    VCenter vCenter() {
        return identity(new Draft<>(VCenter.class))
                .set("datacenters", Listing.of(new Datacenter(Estates.datacenter(uuid), "DC-" + upper())))
                .set("clusters", Listing.of(cluster(1), cluster(2)))
                .set("hosts", list(4, number -> new SiteHosts(this).host(number)))
                .set("resourcePools", Listing.of(pool(1, null), pool(2, null), pool(3, "Tier1"), pool(4, "shop")))
                .set("folders", Listing.of(folder(1, "vm"), folder(2, "Accounting")))
                .set("datastores", list(5, this::datastore))
                .set(
                        "datastoreClusters",
                        Listing.of(new DatastoreCluster(Estates.datastoreCluster(uuid), "pod-" + letter, true)))
                .set("networks", list(5, this::network))
                .set("distributedSwitches", Listing.of(distributedSwitch()))
                .set("vms", list(6, number -> new SiteVms(this).vm(number)))
                .build();
    }

    private Draft<VCenter> identity(Draft<VCenter> draft) {
        var settings = new TreeMap<String, String>();
        settings.put("vgpu.hotmigrate.enabled", "true");
        return draft.set("ref", new Ref(Kind.VCENTER, uuid, uuid))
                .set("name", "vcsa-" + letter)
                .set("site", "site-" + letter)
                .set("version", "7.0.3.01700")
                .set("build", "22357613")
                .set("apiVersion", "7.0.3.0")
                .set("ssoDomain", "sso-" + letter + ".example")
                .set("stsCertificate", "5e" + letter)
                .set("linkedVCenters", Listing.of())
                .set("embeddedPsc", true)
                .set("nsxVersion", "3.2.1")
                .set("clock", new ClockReading(CAPTURED, CAPTURED))
                .set("timeSources", Listing.of("ntp.example"))
                .set("clockToleranceMillis", 600_000L)
                .set("licenses", Listing.of(license()))
                .set("keyProviders", Listing.of(new KeyProvider("kms", "standard", Listing.of("key-1"))))
                .set("storagePolicies", Listing.of("VM default"))
                .set("vsanPolicies", Listing.of(new VsanPolicy("Mirrored", 2.0)))
                .set("settings", settings)
                .set("capturedAt", CAPTURED);
    }

    private static License license() {
        var features = Listing.of("vmotion", "storagevmotion", "drs", "dvs");
        return new License(
                "vSphere 7 Enterprise Plus",
                "esx.enterprisePlus.cpuPackage",
                16L,
                8L,
                Instant.parse("2036-01-01T00:00:00Z"),
                features);
    }

    private Cluster cluster(int number) {
        return new Draft<>(Cluster.class)
                .set("ref", Estates.cluster(uuid, number))
                .set("name", "CL-" + upper() + number)
                .set("datacenter", Estates.datacenter(uuid).id())
                .set("evcEnabled", true)
                .set("evcMode", "intel-broadwell")
                .set("drsEnabled", true)
                .set("drsBehavior", "fullyAutomated")
                .set("haEnabled", true)
                .set("haAdmissionControlEnabled", true)
                .set("haAdmissionControlPolicy", "percentage")
                .set("failoverHosts", Listing.of())
                .set("swapPlacement", "vmDirectory")
                .set("rules", Listing.of())
                .set("rulesConfirmed", true)
                .set("failoverCpuPercent", 25)
                .set("failoverMemoryPercent", 25)
                .set("failoverLevel", 1)
                .set("effectiveCpuMhz", 300_000L)
                .set("effectiveMemoryMiB", 700_000L)
                .set("maxFtVmsPerHost", 4)
                .set("maxFtVcpusPerHost", 8)
                .set("hostGroups", Listing.of())
                .set("tags", Listing.of())
                .build();
    }

    /** Pools 1 and 2 are the clusters' root pools, the others lie in pool 1. */
    private ResourcePool pool(int number, @Nullable String name) {
        boolean root = name == null;
        return new Draft<>(ResourcePool.class)
                .set("ref", Estates.pool(uuid, number))
                .set("name", root ? "Resources" : name)
                .set("path", "/CL-" + upper() + (number == 2 ? 2 : 1) + "/Resources" + (root ? "" : "/" + name))
                .set("parent", root ? null : Estates.pool(uuid, 1).id())
                .set("owner", Estates.cluster(uuid, number == 2 ? 2 : 1).id())
                .set("vApp", number == 4)
                .set("memoryReservationMiB", 0L)
                .set("memoryUnreservedForVmMiB", 400_000L)
                .set("memoryExpandable", true)
                .set("cpuReservationMhz", 0L)
                .set("cpuUnreservedForVmMhz", 200_000L)
                .set("cpuExpandable", true)
                .set("tags", Listing.of())
                .build();
    }

    private Folder folder(int number, String name) {
        var datacenter = Estates.datacenter(uuid).id();
        return new Folder(
                Estates.folder(uuid, number),
                name,
                number == 1 ? datacenter : Estates.folder(uuid, 1).id(),
                "/DC-" + upper() + (number == 1 ? "/vm" : "/vm/" + name),
                datacenter);
    }

    private Datastore datastore(int number) {
        var name = number < 3 ? "ds-" + letter + number : number == 3 ? "ds-metro" : "pod-" + letter + (number - 3);
        var volume = number == 3 ? "5f000000-00000003" : "5f00000" + letter + "-0000000" + number;
        return new Draft<>(Datastore.class)
                .set("ref", Estates.datastore(uuid, number))
                .set("name", name)
                .set("datacenter", Estates.datacenter(uuid).id())
                .set("type", "VMFS")
                .set("url", "ds:///vmfs/volumes/" + volume + "/")
                .set("accessible", true)
                .set("maintenanceMode", "normal")
                .set("capacityBytes", 4096 * GIB)
                .set("freeSpaceBytes", 3072 * GIB)
                .set("uncommittedBytes", 512 * GIB)
                .set("spaceFactor", 1.0)
                .set("defaultStoragePolicy", "VM default")
                .set("maxFileSizeBytes", 64L << 40)
                .set("vmfsMajorVersion", 6)
                .set("maxMemoryFileBytes", 64L << 40)
                .set("rawDiskMappingsSupported", true)
                .set("clusteredVmdkSupported", false)
                .set("maxPhysicalRdmBytes", 64L << 40)
                .set("maxVirtualRdmBytes", 62L << 40)
                .set("perFileThinProvisioningSupported", true)
                .set("deltaDiskFormats", Listing.of("redoLogFormat", "seSparseFormat"))
                .set("multipleHostAccess", true)
                .set(
                        "datastoreCluster",
                        number < 4 ? null : Estates.datastoreCluster(uuid).id())
                .set("spaceReadAt", CAPTURED)
                .set("tags", Listing.of())
                .build();
    }

    private Network network(int number) {
        boolean standard = number == 4;
        var names = List.of("VM-" + upper(), "VM-Shared", "vMotion-" + upper(), "VM Network", "dvs-" + letter + "-up");
        return new Draft<>(Network.class)
                .set("ref", Estates.network(uuid, number))
                .set("name", names.get(number - 1))
                .set("datacenter", Estates.datacenter(uuid).id())
                .set("type", standard ? "standard" : "distributed")
                .set(
                        "distributedSwitch",
                        standard ? null : Estates.distributedSwitch(uuid).id())
                .set("vlan", "10" + number)
                .set("accessible", true)
                .set("freePorts", 100)
                .set("growsByItself", false)
                .set("unreservedMbps", 10_000L)
                .set("networkResourcePool", standard ? null : "-1")
                .set("portBinding", standard ? null : "earlyBinding")
                .set("uplink", number == 5)
                .set("allowPromiscuous", false)
                .set("macChanges", false)
                .set("forgedTransmits", false)
                .build();
    }

    private DistributedSwitch distributedSwitch() {
        return new Draft<>(DistributedSwitch.class)
                .set("ref", Estates.distributedSwitch(uuid))
                .set("name", "dvs-" + letter)
                .set("uuid", "50 1c 00 0" + letter)
                .set("version", "7.0.3")
                .set("vendor", "VMware, Inc.")
                .set("maxMtu", 9000)
                .set("networkResourceControl", "version3")
                .set("enhancedDataPath", false)
                .set("realTime", false)
                .set("hosts", list(4, number -> Estates.host(uuid, number).id()))
                .set("datacenter", Estates.datacenter(uuid).id())
                .build();
    }

    static <T> Listing<T> list(int size, IntFunction<T> make) {
        return Listing.complete(IntStream.rangeClosed(1, size).mapToObj(make).toList());
    }
}
