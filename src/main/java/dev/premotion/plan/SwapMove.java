package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The swap file of a VM that goes from one host to another, or to one of several alike. Where it lies follows from the VM's own setting, else from the
 * cluster's: with the VM, or on a datastore set on the host. A host without one keeps it with the VM.
 *
 * @param source absent where the inventory does not say
 * @param sourceCluster absent where the source is in none, or where that is unknown
 * @param like the destination, or several that differ in nothing that is asked here
 * @param cluster likewise of the destination
 */
public record SwapMove(
        Vm vm,
        @Nullable Host source,
        @Nullable Cluster sourceCluster,
        List<Host> like,
        @Nullable Cluster cluster) implements Subject {

    private static final String WITH_VM = "vmDirectory";
    private static final String ON_HOST = "hostLocal";

    /** The first of the destinations, which stands for all. */
    public Host host() {
        return like.get(0);
    }

    /** Names of the destinations. */
    public String hosts() {
        return Words.some(like.stream().map(Host::label).toList());
    }

    @Override
    public String kind() {
        return "swap-file";
    }

    @Override
    public String name() {
        return "swap file of " + vm.label() + " at " + hosts();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), host().ref());
    }

    /** {@code vmDirectory} or {@code hostLocal}: what holds at the destination. */
    public @Nullable String placement() {
        return placement(cluster);
    }

    private @Nullable String placement(@Nullable Cluster at) {
        if (vm.swapPlacement() != null && !vm.swapPlacement().equals("inherit")) {
            return vm.swapPlacement();
        }
        return vm.swapPlacement() == null || at == null ? null : at.swapPlacement();
    }

    /** Whether the file has to lie on another datastore at the destination than at the source. */
    public @Nullable Boolean changesPlace() {
        var placed = placement(sourceCluster);
        var here = WITH_VM.equals(placed) ? WITH_VM : source == null ? null : place(placed, source);
        var there = place(placement(cluster), host());
        return here == null || there == null ? null : !here.equals(there);
    }

    private static @Nullable String place(@Nullable String placement, Host at) {
        if (WITH_VM.equals(placement) || (ON_HOST.equals(placement) && Boolean.FALSE.equals(at.localSwap()))) {
            return WITH_VM;
        }
        if (!ON_HOST.equals(placement) || at.localSwapDatastore() == null) {
            return null;
        }
        return at.ref().vCenter() + "/" + at.localSwapDatastore();
    }

    /** Whether both hosts can give the file another place while the VM runs. */
    public @Nullable Boolean unsharedSwapVMotionSupported() {
        var there = unshared(host());
        var here = source == null ? null : unshared(source);
        if (Boolean.FALSE.equals(here) || Boolean.FALSE.equals(there)) {
            return false;
        }
        return here == null || there == null ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean unshared(Host at) {
        return at.capability() == null ? null : at.capability().unsharedSwapVMotionSupported();
    }

    public @Nullable Boolean localSwapDatastoreSupported() {
        return host().capability() == null ? null : host().capability().localSwapDatastoreSupported();
    }

    /** How the destination mounts the datastore for swap files that is set on it: readWrite or readOnly. */
    public @Nullable String swapAccessMode() {
        return swapMount().map(mount -> Mounts.accessMode(mount, host())).orElse(null);
    }

    private Optional<DatastoreMount> swapMount() {
        return Optional.ofNullable(host().datastores()).stream()
                .flatMap(mounts -> mounts.stream())
                .filter(mount -> mount.datastore().equals(host().localSwapDatastore()))
                .findFirst();
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "placement" -> ofPlacement(cluster, host());
            case "changesPlace" -> ofPlaces();
            case "unsharedSwapVMotionSupported" -> ofCapability();
            case "swapAccessMode" -> ofAccessMode();
            default -> List.of();
        };
    }

    private List<Lacking> ofPlaces() {
        var lacking = new ArrayList<Lacking>();
        if (source == null && placement(sourceCluster) == null && sourceCluster != null) {
            lacking.addAll(ofPlacement(sourceCluster, host()));
        } else if (source == null && !WITH_VM.equals(placement(sourceCluster))) {
            lacking.addAll(Lacking.of(vm, "host"));
        } else if (source != null && place(placement(sourceCluster), source) == null) {
            lacking.addAll(ofPlace(sourceCluster, source));
        }
        if (place(placement(cluster), host()) == null) {
            ofPlace(cluster, host()).stream()
                    .filter(one -> !lacking.contains(one))
                    .forEach(lacking::add);
        }
        return lacking;
    }

    private List<Lacking> ofPlace(@Nullable Cluster cluster, Host at) {
        if (placement(cluster) == null) {
            return ofPlacement(cluster, at);
        }
        return at.localSwap() == null ? Lacking.of(at, "localSwap") : Lacking.of(at, "localSwapDatastore");
    }

    /** The VM's own word and its cluster's at once: most VMs leave it to the cluster. */
    private List<Lacking> ofPlacement(@Nullable Cluster cluster, Host at) {
        if (vm.swapPlacement() == null || cluster == null && Boolean.TRUE.equals(at.standalone())) {
            var own = new Lacking(vm.ref(), vm.label(), "swapPlacement");
            return Stream.concat(
                            Stream.of(own),
                            cluster == null || cluster.swapPlacement() != null
                                    ? Stream.empty()
                                    : Lacking.of(cluster, "swapPlacement").stream())
                    .toList();
        }
        return cluster == null ? Lacking.of(at, "cluster") : Lacking.of(cluster, "swapPlacement");
    }

    /** Which datastore it is, whether the host mounts it, and what the mount leaves open. */
    private List<Lacking> ofAccessMode() {
        if (host().localSwapDatastore() == null) {
            return Lacking.of(host(), "localSwapDatastore");
        }
        return swapMount().isEmpty()
                ? Lacking.of(host(), "datastores")
                : List.of(new Lacking(host().ref(), host().label(), "mountsConfirmed"));
    }

    private List<Lacking> ofCapability() {
        var lacking = new ArrayList<Lacking>();
        for (var at : source == null ? List.of(host()) : List.of(source, host())) {
            if (unshared(at) == null) {
                lacking.add(new Lacking(at.ref(), at.label(), "capability.unsharedSwapVMotionSupported"));
            }
        }
        return lacking;
    }
}
