package dev.premotion.assessment;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people call the things of an inventory, and the cluster each is in.
 *
 * @param names by identity; a disk is {@code vm/label}
 * @param clusters name of the cluster by identity of host or VM
 */
record Names(Map<Ref, String> names, Map<Ref, String> clusters, Map<String, String> vCenters) {

    static Names of(Inventory inventory) {
        var names = new Names(new HashMap<>(), new HashMap<>(), new HashMap<>());
        inventory.vCenters().forEach(names::add);
        inventory.links().forEach(link -> names.names.put(link.ref(), String.join(" and ", link.between())));
        return names;
    }

    String of(Ref thing) {
        return names.getOrDefault(thing, thing.id());
    }

    private void add(VCenter vCenter) {
        vCenters.put(vCenter.ref().id(), vCenter.label());
        names.put(vCenter.ref(), vCenter.label());
        var inCluster = new HashMap<String, String>();
        for (Cluster cluster : items(vCenter.clusters())) {
            var name = cluster.name() == null ? cluster.ref().id() : cluster.name();
            names.put(cluster.ref(), name);
            inCluster.put(cluster.ref().id(), name);
        }
        var ofHost = new HashMap<String, String>();
        for (var host : items(vCenter.hosts())) {
            names.put(host.ref(), host.label());
            put(host.ref(), inCluster.get(String.valueOf(host.cluster())));
            ofHost.put(host.ref().id(), inCluster.getOrDefault(String.valueOf(host.cluster()), ""));
        }
        items(vCenter.datastores()).forEach(d -> names.put(d.ref(), d.label()));
        items(vCenter.networks()).forEach(n -> names.put(n.ref(), n.label()));
        for (var vm : items(vCenter.vms())) {
            var own = inCluster.get(String.valueOf(vm.cluster()));
            put(vm.ref(), own != null ? own : ofHost.get(String.valueOf(vm.host())));
            add(vm);
        }
    }

    private void add(Vm vm) {
        names.put(vm.ref(), vm.label());
        items(vm.disks()).forEach(d -> names.put(d.ref(), vm.label() + "/" + d.shortLabel()));
        items(vm.nics()).forEach(n -> names.put(n.ref(), vm.label() + "/" + n.shortLabel()));
        items(vm.devices()).forEach(d -> names.put(d.ref(), vm.label() + "/" + d.shortLabel()));
    }

    private void put(Ref thing, @Nullable String cluster) {
        if (cluster != null && !cluster.isEmpty()) {
            clusters.put(thing, cluster);
        }
    }

    private static <T> Iterable<T> items(@Nullable Listing<T> listing) {
        return listing == null ? java.util.List.of() : listing;
    }
}
