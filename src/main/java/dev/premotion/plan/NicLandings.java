package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds networks by name at a host. The same question is answered once, since thousands of NICs ask it. */
final class NicLandings {

    private final Map<Question, Landing> known = new HashMap<>();

    private record Question(
            String vCenter,
            @Nullable String host,
            String network,
            @Nullable String switchName,
            @Nullable String datacenter) {}

    /**
     * What was found; one object for each question, so that equal lists of them are cheap to tell.
     *
     * <p>{@code network} is absent where there is none, or not one; {@code sure} whether nothing is left open; {@code several}
     * whether more than one network of the name is there.
     */
    static final class Landing {
        final @Nullable String name;
        final @Nullable Network network;
        final boolean sure;
        final List<Network> several;

        Landing(@Nullable String name, @Nullable Network network, boolean sure, List<Network> several) {
            this.name = name;
            this.network = network;
            this.sure = sure;
            this.several = several;
        }
    }

    /** @param datacenter id of the destination's datacenter; absent where unknown */
    Landing find(
            VCenterIndex at,
            @Nullable Host host,
            String network,
            @Nullable String switchName,
            @Nullable String datacenter) {
        var question = new Question(
                at.vCenter().ref().id(), host == null ? null : host.ref().id(), network, switchName, datacenter);
        return known.computeIfAbsent(question, q -> look(at, host, q));
    }

    private static Landing look(VCenterIndex at, @Nullable Host host, Question question) {
        var named = at.networks().find(question.network).stream()
                .filter(n -> !Boolean.TRUE.equals(n.uplink()))
                .filter(n -> onSwitch(at, n, question.switchName))
                .toList();
        var complete = at.networks().complete() || allNamed(at, host);
        if (named.isEmpty()) {
            return new Landing(question.network, null, at.networks().complete(), List.of());
        }
        if (named.size() == 1) {
            return new Landing(question.network, named.get(0), complete, List.of());
        }
        var offered = host == null ? null : host.networks();
        var here = named.stream()
                .filter(n -> !Boolean.FALSE.equals(within(n, question.datacenter)))
                .filter(n -> !Boolean.FALSE.equals(offers(offered, n)))
                .toList();
        boolean sure = complete
                && here.stream().allMatch(n -> within(n, question.datacenter) != null && offers(offered, n) != null);
        if (here.size() == 1) {
            return new Landing(question.network, here.get(0), sure, List.of());
        }
        return new Landing(question.network, null, sure, here);
    }

    /** Whether every network that the host offers is listed with its name. */
    private static boolean allNamed(VCenterIndex at, @Nullable Host host) {
        var offered = host == null ? null : host.networks();
        return offered != null
                && offered.complete()
                && offered.stream().map(at.networks()::byId).allMatch(n -> n != null && n.name() != null);
    }

    /** A standard port group does not say its switch, so only a distributed switch of that name rules it out. */
    private static boolean onSwitch(VCenterIndex at, Network network, @Nullable String switchName) {
        if (switchName == null) {
            return true;
        }
        var switches = at.switches().find(switchName).stream()
                .map(DistributedSwitch::ref)
                .map(ref -> ref.id())
                .toList();
        if (network.distributedSwitch() != null) {
            return switches.contains(network.distributedSwitch())
                    || at.switches().byId(network.distributedSwitch()) == null;
        }
        return switches.isEmpty() || !"standard".equals(network.type());
    }

    private static @Nullable Boolean within(Network network, @Nullable String datacenter) {
        if (datacenter == null) {
            return true;
        }
        return network.datacenter() == null ? null : network.datacenter().equals(datacenter);
    }

    private static @Nullable Boolean offers(@Nullable Listing<String> offered, Network network) {
        if (offered == null) {
            return null;
        }
        if (offered.items().contains(network.ref().id())) {
            return true;
        }
        return offered.complete() ? Boolean.FALSE : null;
    }
}
