package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.List;

/**
 * A node of a cluster of guests that comes to a host.
 *
 * @param onFiles the nodes there with which it shares a virtual disk
 * @param onMappings those with which it shares a LUN through raw device mappings
 */
public record NodeArrival(Vm vm, Host host, Met onFiles, Met onMappings) implements Subject {

    /**
     * Nodes that it meets.
     *
     * @param names of the running VMs there that share a disk with it over a physical bus; partial where there may be others
     * @param open what would tell whether there are
     */
    record Met(Listing<String> names, List<Lacking> open) {}

    public Listing<String> partners() {
        return onFiles.names;
    }

    public Listing<String> mappingPartners() {
        return onMappings.names;
    }

    @Override
    public String kind() {
        return "node-at-host";
    }

    @Override
    public String name() {
        return vm.label() + " at " + host.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), host.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "partners" -> onFiles.open;
            case "mappingPartners" -> onMappings.open;
            default -> List.of();
        };
    }
}
