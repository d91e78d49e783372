package dev.premotion.read.rvtools;

import java.util.Set;
import java.util.TreeSet;

/** What an RVTools export has a column for and yet never tells whole. */
public final class PartialLists {

    /** Type and property. No sheet lists all devices of a VM, for one: those of PCI, ports and a TPM are in none. */
    public static final Set<String> OF_RVTOOLS = new TreeSet<>(Set.of(
            "Cluster.rules",
            "ClusterRule.vms",
            "Host.lunUuids",
            "License.features",
            "VCenter.datacenters",
            "VCenter.datastoreClusters",
            "Vm.devices"));

    private PartialLists() {}
}
