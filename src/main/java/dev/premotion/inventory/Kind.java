package dev.premotion.inventory;

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

    private Kind() {}
}
