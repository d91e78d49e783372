package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.NicLandings.Landing;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.Plan.NicTarget;
import dev.premotion.plan.PlanDocument.NicChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which networks one VM's NICs are connected to after its move: what the plan says of the NIC, else of its network, else the
 * same network inside a datacenter and one of the same name elsewhere.
 */
final class NicMoves {

    private final Here here;
    private final Target target;
    private final NicLandings landings;
    private final Map<Integer, NicChange> changes = new HashMap<>();
    private final Map<Nic, Optional<String>> renamed = new IdentityHashMap<>();
    private final Map<List<Landing>, List<NicTarget>> made = new HashMap<>();

    NicMoves(Here here, Target target, NicLandings landings) {
        this.here = here;
        this.target = target;
        this.landings = landings;
        target.to().nics().forEach(change -> changes.put(change.key(), change));
    }

    boolean complete() {
        var nics = nics();
        return nics != null && nics.complete();
    }

    private @Nullable Listing<Nic> nics() {
        return here.vm().nics();
    }

    private List<Nic> listed() {
        var nics = nics();
        return nics == null ? List.of() : nics.items();
    }

    /** The NICs at a host; problems and doubts about names that the plan writes go to the lookup. */
    List<NicTarget> at(@Nullable Host host, Lookup lookup) {
        var found = new ArrayList<Landing>();
        for (var nic : listed()) {
            var landing = landing(nic, host);
            if (mapped(nic)) {
                check(nic, landing, host, lookup);
            }
            found.add(landing);
        }
        return made.computeIfAbsent(found, this::targets);
    }

    private List<NicTarget> targets(List<Landing> found) {
        var targets = new ArrayList<NicTarget>();
        for (int i = 0; i < found.size(); i++) {
            var nic = listed().get(i);
            var landing = found.get(i);
            targets.add(new NicTarget(
                    nic, source(nic), landing.sure || mapped(nic) ? landing.network : null, landing.name, mapped(nic)));
        }
        return List.copyOf(targets);
    }

    private Landing landing(Nic nic, @Nullable Host host) {
        var change = changes.get(nic.key());
        var to = change == null ? null : change.portGroup();
        if (to == null) {
            to = renamed(nic);
        }
        if (to != null) {
            var switchName = change == null ? null : change.switchName();
            return landings.find(target.at(), host, to, switchName, datacenter(host));
        }
        var source = source(nic);
        if (source != null && here.at() == target.at() && !leaves(source, host)) {
            return stays(source);
        }
        var name = sourceName(nic);
        return name == null ? UNKNOWN : landings.find(target.at(), host, name, null, datacenter(host));
    }

    private static final Landing UNKNOWN = new Landing(null, null, false, List.of());

    private final Map<Network, Landing> staying = new IdentityHashMap<>();

    private Landing stays(Network source) {
        return staying.computeIfAbsent(source, n -> new Landing(n.label(), n, true, List.of()));
    }

    /** Whether the destination is surely in another datacenter than the network. */
    private boolean leaves(Network network, @Nullable Host host) {
        var there = datacenter(host);
        return there != null && network.datacenter() != null && !there.equals(network.datacenter());
    }

    private @Nullable String datacenter(@Nullable Host host) {
        return host != null && host.datacenter() != null ? host.datacenter() : target.datacenter();
    }

    /** What the plan writes for the network that a NIC is on; absent where it maps none. */
    private @Nullable String renamed(Nic nic) {
        return renamed.computeIfAbsent(nic, n -> Optional.ofNullable(written(n)))
                .orElse(null);
    }

    private @Nullable String written(Nic nic) {
        var networks = target.to().networks();
        var key = networks.isEmpty() ? null : MappedNetworks.key(networks.keySet(), sourceId(nic), sourceName(nic));
        return key == null ? null : networks.get(key);
    }

    /** Whether the plan may map the network of a NIC by what is not known of it: its name, or which of its name it is. */
    private boolean open(Nic nic) {
        var networks = target.to().networks().keySet();
        var id = sourceId(nic);
        if (changes.containsKey(nic.key()) || id != null && networks.contains(id)) {
            return false;
        }
        return sourceName(nic) == null
                || id == null
                        && networks.stream()
                                .anyMatch(key -> here.at().networks().byId(key) != null);
    }

    private @Nullable String sourceId(Nic nic) {
        var source = nic.network() == null ? source(nic) : null;
        return source == null ? nic.network() : source.ref().id();
    }

    private boolean mapped(Nic nic) {
        return changes.containsKey(nic.key()) || renamed(nic) != null;
    }

    private @Nullable Network source(Nic nic) {
        if (nic.network() != null) {
            return here.at().networks().byId(nic.network());
        }
        if (nic.networkName() == null) {
            return null;
        }
        var host = here.host();
        var own = here.datacenter();
        var found = landings.find(here.at(), host, nic.networkName(), nic.switchName(), own);
        if (found.open != null) { // it is on one of them, so the only one of the name is it, whatever its switch
            found = landings.find(here.at(), host, nic.networkName(), null, own);
        }
        return found.sure ? found.network : null;
    }

    private @Nullable String sourceName(Nic nic) {
        return sourceName(here.at(), nic);
    }

    /** Name of the network that a NIC is connected to; absent where unknown. */
    static @Nullable String sourceName(VCenterIndex at, Nic nic) {
        if (nic.networkName() != null) {
            return nic.networkName();
        }
        var network = at.networks().byId(nic.network());
        return network == null ? null : network.name();
    }

    /** A name that the plan writes has to be there, once. */
    private void check(Nic nic, Landing landing, @Nullable Host host, Lookup lookup) {
        if (landing.network != null && landing.sure) {
            return;
        }
        var key = changes.containsKey(nic.key()) ? "to/nics" : "to/networks";
        var name = Words.quoted(String.valueOf(landing.name));
        var vCenter = target.at().vCenter();
        if (landing.open != null) {
            lookup.doubt(landing.open);
        } else if (!landing.sure) {
            open(name, landing.several.size() > 1 ? host : null, lookup);
        } else if (landing.several.isEmpty()) {
            var names = target.at().networks().names();
            lookup.problem(
                    Lookup.ENTRY,
                    key,
                    vCenter.label() + " has no network named " + name + "."
                            + lookup.maybe(vCenter.label() + " network", String.valueOf(landing.name), () -> names));
        } else {
            lookup.problem(
                    Lookup.ENTRY,
                    key,
                    name + " is the name of " + landing.several.size() + " networks at "
                            + (host == null ? vCenter.label() : host.label()) + ": "
                            + Words.some(landing.several.stream()
                                    .map(target.at().networks()::told)
                                    .toList())
                            + ". Name the switch under \"nics\", or write the id instead of the name.");
        }
    }

    private void open(String name, @Nullable Host host, Lookup lookup) {
        var vCenter = target.at().vCenter();
        lookup.doubt(
                host == null
                        ? new Doubt(
                                Lookup.ENTRY,
                                vCenter.ref(),
                                vCenter.label(),
                                target.at().networks().asked(),
                                "The snapshot of " + vCenter.label() + " may not list every network with its name, so"
                                        + " which network " + name + " is, is open.")
                        : new Doubt(
                                Lookup.ENTRY,
                                host.ref(),
                                host.label(),
                                "networks",
                                "Which of the networks named " + name + " " + host.label() + " offers is not known."));
    }

    /** NICs that the plan names by key, and NICs that may be there and be meant. */
    void checkKeys(Lookup lookup) {
        var vm = here.vm().label();
        for (var key : changes.keySet().stream().sorted().toList()) {
            if (complete() && listed().stream().noneMatch(nic -> nic.key() == key)) {
                lookup.mistaken(
                        "to/nics",
                        vm + " has no network adapter with the key " + key + "; its adapters have "
                                + Words.some(listed().stream()
                                        .map(nic -> String.valueOf(nic.key()))
                                        .toList())
                                + ".",
                        "Write the key of an adapter that the VM has, or leave the adapter out.");
            }
        }
        boolean maps = !changes.isEmpty() || !target.to().networks().isEmpty();
        boolean unknown = listed().stream().anyMatch(this::open);
        if (maps && (!complete() || unknown)) {
            lookup.doubt(unknown(here.vm(), unknown));
        }
    }

    /** @param network whether it is the network of an adapter that is not known, and not the adapter */
    static Doubt unknown(Vm vm, boolean network) {
        return new Doubt(
                Lookup.ENTRY,
                vm.ref(),
                vm.label(),
                network ? "nics.network" : vm.nics() == null ? "nics" : "nics.complete",
                "The network adapters of " + vm.label()
                        + " are not all known with their networks, so which network each"
                        + " is to be connected to is open.");
    }
}
