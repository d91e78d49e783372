package dev.premotion.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of things an inventory holds, as they stand in {@link Ref#kind()} and in facts files. */
public final class Kind {

    public static final String VCENTER = "vcenter";
    public static final String LINK = "link";
    public static final String DATACENTER = "datacenter";
    public static final String CLUSTER = "cluster";
    public static final String HOST = "host";
    public static final String POOL = "pool";
    public static final String FOLDER = "folder";
    public static final String DATASTORE = "datastore";
    public static final String DATASTORE_CLUSTER = "datastore-cluster";
    public static final String NETWORK = "network";
    public static final String SWITCH = "switch";
    public static final String VM = "vm";
    public static final String DISK = "disk";
    public static final String NIC = "nic";
    public static final String DEVICE = "device";

    private static final Map<String, Class<? extends Record>> RECORDS = records();
    private static final Map<Class<?>, String> KINDS =
            RECORDS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Kind() {}

    /** All kinds, in the order of an inventory. */
    public static List<String> all() {
        return List.copyOf(RECORDS.keySet());
    }

    /** The record of a kind; absent where there is no such kind. */
    public static @Nullable Class<? extends Record> type(String kind) {
        return RECORDS.get(kind);
    }

    /** The kind of a record that has an identity of its own; absent for the others. */
    public static @Nullable String of(Class<?> type) {
        return KINDS.get(type);
    }

    private static Map<String, Class<? extends Record>> records() {
        var records = new LinkedHashMap<String, Class<? extends Record>>();
        records.put(VCENTER, VCenter.class);
        records.put(LINK, SiteLink.class);
        records.put(DATACENTER, Datacenter.class);
        records.put(CLUSTER, Cluster.class);
        records.put(HOST, Host.class);
        records.put(POOL, ResourcePool.class);
        records.put(FOLDER, Folder.class);
        records.put(DATASTORE, Datastore.class);
        records.put(DATASTORE_CLUSTER, DatastoreCluster.class);
        records.put(NETWORK, Network.class);
        records.put(SWITCH, DistributedSwitch.class);
        records.put(VM, Vm.class);
        records.put(DISK, Disk.class);
        records.put(NIC, Nic.class);
        records.put(DEVICE, Device.class);
        return Collections.unmodifiableMap(records);
    }
}
