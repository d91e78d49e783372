package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.StandardSwitch;
import dev.premotion.inventory.VCenter;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Uplinks that a switch has at a host: without one it is internal, and what leaves an external network for it loses its peers. */
final class Uplinks {

    private Uplinks() {}

    /**
     * Whether the switch of a network has no uplink at a host; absent where unknown, and for networks that are neither standard
     * nor distributed.
     *
     * @param switchName of the standard switch, where an adapter says it; all of the host's are looked at otherwise
     */
    static @Nullable Boolean isolated(
            Host at, @Nullable Network network, @Nullable String switchName, VCenter vCenter) {
        var type = network == null ? null : network.type();
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "standard" -> standardIsolated(at.standardSwitches(), switchName);
            case "distributed" -> {
                var of = Objects.requireNonNull(network).distributedSwitch();
                yield distributedIsolated(at, distributedName(of, vCenter), vCenter);
            }
            default -> null;
        };
    }

    /** What would tell it: the type of the network, its switch, and what is connected to that at the host. */
    static List<Lacking> lacking(Host at, Network network, VCenter vCenter) {
        var type = network.type();
        if (type == null) {
            return Lacking.of(network, "type");
        }
        return switch (type) {
            case "standard" -> Lacking.of(at, "standardSwitches");
            case "distributed" ->
                Stream.concat(ofSwitch(network, vCenter).stream(), Lacking.of(at, "physicalNics").stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<Lacking> ofSwitch(Network network, VCenter vCenter) {
        if (network.distributedSwitch() == null) {
            return Lacking.of(network, "distributedSwitch");
        }
        boolean listed = vCenter.distributedSwitch(network.distributedSwitch()) != null;
        return listed ? List.of() : Lacking.of(vCenter, "distributedSwitches");
    }

    private static @Nullable Boolean standardIsolated(
            @Nullable Listing<StandardSwitch> switches, @Nullable String switchName) {
        if (switches == null) {
            return null;
        }
        var meant = switches.stream()
                .filter(one -> switchName == null || one.name().equals(switchName))
                .map(StandardSwitch::uplinks)
                .map(Uplinks::none)
                .toList();
        boolean all = !meant.isEmpty() && (switchName != null || switches.complete());
        if (all && meant.stream().allMatch(Truth::isFalse)) {
            return false;
        }
        return all && meant.stream().allMatch(Truth::isTrue) ? Boolean.TRUE : null;
    }

    /** Absent values do not go into streams' lists as they are. */
    private record Truth(@Nullable Boolean value) {
        boolean isTrue() {
            return Boolean.TRUE.equals(value);
        }

        boolean isFalse() {
            return Boolean.FALSE.equals(value);
        }
    }

    private static Truth none(@Nullable Listing<String> uplinks) {
        return new Truth(
                uplinks == null ? null : uplinks.size() > 0 ? Boolean.FALSE : uplinks.complete() ? Boolean.TRUE : null);
    }

    private static @Nullable String distributedName(@Nullable String id, VCenter vCenter) {
        var found = vCenter.distributedSwitch(id);
        return found == null ? null : found.name();
    }

    /** None of its uplinks at the host is known only where every physical NIC is an uplink of another switch that is known. */
    private static @Nullable Boolean distributedIsolated(Host at, @Nullable String switchName, VCenter vCenter) {
        var nics = at.physicalNics();
        if (nics == null || switchName == null) {
            return null;
        }
        if (nics.stream().anyMatch(nic -> switchName.equals(nic.switchName()))) {
            return false;
        }
        var others = others(at, vCenter);
        return nics.complete() && nics.stream().allMatch(nic -> others.contains(String.valueOf(nic.switchName())))
                ? Boolean.TRUE
                : null;
    }

    private static Set<String> others(Host at, VCenter vCenter) {
        var names = new HashSet<String>();
        if (at.standardSwitches() != null) {
            at.standardSwitches().forEach(one -> names.add(one.name()));
        }
        if (vCenter.distributedSwitches() != null) {
            vCenter.distributedSwitches().stream()
                    .flatMap(one -> Stream.ofNullable(one.name()))
                    .forEach(names::add);
        }
        return names;
    }
}
