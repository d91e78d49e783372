package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.plan.Plan.Doubt;
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
     * whether more than one network of the name is there; {@code open} what leaves it open whether a network is of the switch
     * named, absent where that is known.
     */
    static final class Landing {
        final @Nullable String name;
        final @Nullable Network network;
        final boolean sure;
        final List<Network> several;
        final @Nullable Doubt open;

        Landing(@Nullable String name, @Nullable Network network, boolean sure, List<Network> several) {
            this(name, network, sure, several, null);
        }

        Landing(
                @Nullable String name,
                @Nullable Network network,
                boolean sure,
                List<Network> several,
                @Nullable Doubt open) {
            this.open = open;
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
                .filter(n -> !Boolean.FALSE.equals(onSwitch(at, n, question.switchName)))
                .toList();
        var complete = at.networks().complete() || allNamed(at, host);
        if (named.isEmpty()) {
            return new Landing(question.network, null, at.networks().complete(), List.of());
        }
        if (named.size() == 1) {
            return found(at, question, named, complete);
        }
        var offered = host == null ? null : host.networks();
        var here = named.stream()
                .filter(n -> !Boolean.FALSE.equals(within(n, question.datacenter)))
                .filter(n -> !Boolean.FALSE.equals(offers(offered, n)))
                .toList();
        boolean sure = complete
                && here.stream().allMatch(n -> within(n, question.datacenter) != null && offers(offered, n) != null);
        return found(at, question, here, sure);
    }

    /** @param sure whether nothing but their switches is open */
    private static Landing found(VCenterIndex at, Question question, List<Network> networks, boolean sure) {
        var switchName = question.switchName;
        var open = switchName == null
                ? null
                : networks.stream()
                        .filter(n -> onSwitch(at, n, switchName) == null)
                        .findFirst()
                        .map(n -> open(at, n, switchName))
                        .orElse(null);
        boolean one = networks.size() == 1;
        return new Landing(
                question.network, one ? networks.get(0) : null, sure && open == null, one ? List.of() : networks, open);
    }

    /** Whether every network that the host offers is listed with its name. */
    private static boolean allNamed(VCenterIndex at, @Nullable Host host) {
        var offered = host == null ? null : host.networks();
        return offered != null
                && offered.complete()
                && offered.stream().map(at.networks()::byId).allMatch(n -> n != null && n.name() != null);
    }

    /**
     * Whether a network is of a switch; absent where unknown. A standard port group does not say its switch, so only a
     * distributed switch of that name rules it out.
     */
    private static @Nullable Boolean onSwitch(VCenterIndex at, Network network, @Nullable String switchName) {
        if (switchName == null) {
            return true;
        }
        var switches = at.switches();
        var named = switches.find(switchName);
        var own = network.distributedSwitch();
        if (own != null) {
            var known = switches.byId(own);
            if (known == null || known.name() == null && !named.contains(known)) {
                return null;
            }
            return named.contains(known);
        }
        if ("standard".equals(network.type()) && !named.isEmpty()) {
            return false;
        }
        return ofHosts(network) && named.isEmpty() && switches.complete() ? Boolean.TRUE : null;
    }

    /** Whether it surely is of no distributed switch. */
    private static boolean ofHosts(Network network) {
        return network.type() != null && !network.type().equals("distributed");
    }

    private static Doubt open(VCenterIndex at, Network network, String switchName) {
        var message = "Whether the network " + Words.quoted(network.label()) + " ("
                + network.ref().id() + ") is of the switch " + Words.quoted(switchName) + " is not known.";
        if (network.distributedSwitch() != null || ofHosts(network)) {
            var vCenter = at.vCenter();
            return new Doubt(
                    Lookup.ENTRY, vCenter.ref(), vCenter.label(), at.switches().asked(), message);
        }
        var lacking = network.type() == null ? "type" : "distributedSwitch";
        return new Doubt(Lookup.ENTRY, network.ref(), network.label(), lacking, message);
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
