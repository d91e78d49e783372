package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.List;

/**
 * Clean estates for tests: everything that the records can say is there and healthy. Two sites look the same but for their
 * letter; managed object ids repeat between them, as they do in the field.
 *
 * <p>Site A: vCenter {@code vcsa-a}; cluster CL-A1 with hosts 1 to 3, CL-A2 with host 4; datastores ds-a1, ds-a2 and
 * ds-metro (the same storage on both sites) and the pair pod-a1, pod-a2 of the datastore cluster pod-a, all mounted by
 * every host; port groups VM-A, VM-Shared (that name on both sites) and the standard VM Network. VMs: web-a (host 1, on),
 * db-a (host 1, on, two disks), batch-a (host 2, off), idle-a (host 2, suspended), tpl-a (host 2, template), metro-a (host
 * 3, on, on ds-metro). Site B likewise.
 */
public final class Estates {

    public static final String A = "aaaaaaaa-0000-4000-8000-00000000000a";
    public static final String B = "bbbbbbbb-0000-4000-8000-00000000000b";

    public static final Ref VC_A = new Ref(Kind.VCENTER, A, A);
    public static final Ref VC_B = new Ref(Kind.VCENTER, B, B);
    public static final Ref LINK_AB = new Ref(Kind.LINK, A, A + "+" + B);

    public static final Ref WEB_A = vm(A, 1);
    public static final Ref DB_A = vm(A, 2);
    public static final Ref BATCH_A = vm(A, 3);
    public static final Ref IDLE_A = vm(A, 4);
    public static final Ref TPL_A = vm(A, 5);
    public static final Ref METRO_A = vm(A, 6);

    private Estates() {}

    /** Site A alone. */
    public static Estate oneSite() {
        return new Estate(new Inventory(List.of(new Site("a", A).vCenter()), Listing.of()));
    }

    /** Both sites, each with an SSO domain of its own. */
    public static Estate twoSites() {
        return sites(new Site("a", A).vCenter(), new Site("b", B).vCenter(), false);
    }

    /** Both sites in one SSO domain (Enhanced Linked Mode). */
    public static Estate linkedSites() {
        return sites(inDomain(new Site("a", A).vCenter(), B), inDomain(new Site("b", B).vCenter(), A), true);
    }

    private static VCenter inDomain(VCenter vCenter, String partner) {
        return Draft.of(vCenter)
                .set("ssoDomain", "vsphere.local")
                .set("stsCertificate", "5e5e")
                .set("linkedVCenters", Listing.of(partner))
                .build();
    }

    private static Estate sites(VCenter a, VCenter b, boolean sameSsoDomain) {
        var link = new SiteLink(
                LINK_AB, List.of("vcsa-a", "vcsa-b"), 5.0, 10_000.0, 0.0, sameSsoDomain, true, true, true, true);
        return new Estate(new Inventory(List.of(a, b), Listing.of(link)));
    }

    public static Ref datacenter(String vCenter) {
        return new Ref(Kind.DATACENTER, vCenter, "datacenter-1");
    }

    /** Cluster 1 or 2. */
    public static Ref cluster(String vCenter, int number) {
        return new Ref(Kind.CLUSTER, vCenter, "domain-c" + number);
    }

    /** Hosts 1 to 3 of cluster 1 and host 4 of cluster 2. */
    public static Ref host(String vCenter, int number) {
        return new Ref(Kind.HOST, vCenter, "host-" + number);
    }

    /** Root pools 1 and 2 of the clusters, pool 3 (Tier1) and vApp 4 (shop) in cluster 1. */
    public static Ref pool(String vCenter, int number) {
        return new Ref(Kind.POOL, vCenter, "resgroup-" + number);
    }

    /** Folder 1 is the root VM folder, 2 is Accounting. */
    public static Ref folder(String vCenter, int number) {
        return new Ref(Kind.FOLDER, vCenter, "group-v" + number);
    }

    /** 1 and 2 are ds-a1 and ds-a2, 3 is ds-metro, 4 and 5 are those of the datastore cluster. */
    public static Ref datastore(String vCenter, int number) {
        return new Ref(Kind.DATASTORE, vCenter, "datastore-" + number);
    }

    public static Ref datastoreCluster(String vCenter) {
        return new Ref(Kind.DATASTORE_CLUSTER, vCenter, "group-p1");
    }

    /** 1 is VM-A, 2 VM-Shared, 3 vMotion, 4 the standard VM Network, 5 the uplinks of the distributed switch. */
    public static Ref network(String vCenter, int number) {
        return new Ref(Kind.NETWORK, vCenter, (number == 4 ? "network-" : "dvportgroup-") + number);
    }

    public static Ref distributedSwitch(String vCenter) {
        return new Ref(Kind.SWITCH, vCenter, "dvs-1");
    }

    public static Ref vm(String vCenter, int number) {
        return new Ref(Kind.VM, vCenter, "vm-" + number);
    }

    /** A VM's disk, numbered from 1. */
    public static Ref disk(Ref vm, int number) {
        return device(Kind.DISK, vm, 1999 + number);
    }

    /** A VM's NIC, numbered from 1. */
    public static Ref nic(Ref vm, int number) {
        return device(Kind.NIC, vm, 3999 + number);
    }

    /** A VM's CD drive. */
    public static Ref cdrom(Ref vm) {
        return device(Kind.DEVICE, vm, 16000);
    }

    private static Ref device(String kind, Ref vm, int key) {
        return new Ref(kind, vm.vCenter(), vm.id() + "/" + key);
    }
}
