package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts of one thing of a vCenter that cannot be true beside those of another one. */
final class AcrossThings {

    private static final String BY_HAND = Contradiction.BY_HAND;

    private static final Pattern ON_DATASTORE = Pattern.compile("^\\[([^\\]]+)\\].*");

    private final VCenter vCenter;

    private AcrossThings(VCenter vCenter) {
        this.vCenter = vCenter;
    }

    static List<Contradiction<?>> of(VCenter vCenter) {
        var across = new AcrossThings(vCenter);
        return List.of(
                across.clusterOfHost(),
                across.diskPath(),
                across.homePath(),
                across.nicNetwork(),
                across.pools(),
                across.pairs());
    }

    private Contradiction<Vm> clusterOfHost() {
        var clusters = new HashMap<String, String>();
        all(vCenter.hosts())
                .filter(host -> host.cluster() != null)
                .forEach(host -> clusters.put(host.ref().id(), host.cluster()));
        return new Contradiction<>(
                Vm.class,
                List.of("host", "cluster"),
                vm -> vm.host() != null
                        && vm.cluster() != null
                        && !vm.cluster().equals(clusters.getOrDefault(vm.host(), vm.cluster())),
                "the cluster of its host",
                BY_HAND);
    }

    private Contradiction<Disk> diskPath() {
        var names = names(vCenter.datastores(), Datastore::ref, Datastore::name);
        return new Contradiction<>(
                Disk.class,
                List.of("datastore", "path"),
                disk -> otherDatastore(disk.datastore(), disk.path(), names),
                "a path that begins with the name of that datastore",
                BY_HAND);
    }

    private Contradiction<Vm> homePath() {
        var names = names(vCenter.datastores(), Datastore::ref, Datastore::name);
        return new Contradiction<>(
                Vm.class,
                List.of("homeDatastore", "vmPathName"),
                vm -> otherDatastore(vm.homeDatastore(), vm.vmPathName(), names),
                "a path that begins with the name of that datastore",
                BY_HAND);
    }

    private Contradiction<Nic> nicNetwork() {
        var names = names(vCenter.networks(), Network::ref, Network::name);
        return new Contradiction<>(
                Nic.class,
                List.of("network", "networkName"),
                nic -> nic.networkName() != null && others(names.get(nic.network()), nic.networkName()),
                "the name of that network",
                BY_HAND);
    }

    /** Port groups of one switch with one network resource pool, or with none, draw on the same bandwidth. */
    private Contradiction<Network> pools() {
        var unreserved = new HashMap<List<String>, Set<Long>>();
        all(vCenter.networks()).forEach(network -> {
            var pool = pool(network);
            if (pool != null && network.unreservedMbps() != null) {
                unreserved.computeIfAbsent(pool, key -> new HashSet<>()).add(network.unreservedMbps());
            }
        });
        return new Contradiction<>(
                Network.class,
                List.of("unreservedMbps"),
                network -> network.unreservedMbps() != null
                        && unreserved.getOrDefault(pool(network), Set.of()).size() > 1,
                "one figure for all port groups of a switch that draw on one network resource pool",
                BY_HAND);
    }

    private static @Nullable List<String> pool(Network network) {
        return network.distributedSwitch() == null || network.networkResourcePool() == null
                ? null
                : List.of(network.distributedSwitch(), network.networkResourcePool());
    }

    private Contradiction<Vm> pairs() {
        var byUuid = new HashMap<String, Vm>();
        all(vCenter.vms())
                .filter(vm -> vm.instanceUuid() != null)
                .forEach(vm -> byUuid.putIfAbsent(Objects.requireNonNull(vm.instanceUuid()), vm));
        var halves = new HashSet<Ref>();
        all(vCenter.vms()).forEach(vm -> {
            var partner = byUuid.get(vm.faultTolerancePartner());
            if (partner != null && !pair(vm, partner)) {
                halves.add(vm.ref());
                halves.add(partner.ref());
            }
        });
        return new Contradiction<>(
                Vm.class,
                List.of("faultToleranceState", "faultToleranceRole", "faultTolerancePartner"),
                vm -> halves.contains(vm.ref()),
                "Fault Tolerance on both VMs of a pair, one of them primary and the other secondary",
                "the two were read at different times; capture again");
    }

    private static boolean pair(Vm one, Vm partner) {
        return !"notConfigured".equals(partner.faultToleranceState())
                && (one.faultToleranceRole() == null
                        || !one.faultToleranceRole().equals(partner.faultToleranceRole()));
    }

    private static boolean otherDatastore(
            @Nullable String id, @Nullable String path, Map<String, @Nullable String> names) {
        var on = path == null ? null : ON_DATASTORE.matcher(path);
        return on != null && on.matches() && others(names.get(id), on.group(1));
    }

    /** Whether a name is known and another one, however its slashes are written. */
    private static boolean others(@Nullable String name, String other) {
        return name != null && !plain(name).equals(plain(other));
    }

    private static String plain(String name) {
        return name.replaceAll("(?i)%2f", "/").replaceAll("(?i)%5c", "\\\\").replace("%25", "%");
    }

    private static <T> Map<String, @Nullable String> names(
            @Nullable Listing<T> things, Function<T, Ref> ref, Function<T, @Nullable String> name) {
        var names = new HashMap<String, @Nullable String>();
        all(things).forEach(thing -> names.put(ref.apply(thing).id(), name.apply(thing)));
        return names;
    }

    private static <T> Stream<T> all(@Nullable Listing<T> things) {
        return things == null ? Stream.empty() : things.stream();
    }
}
