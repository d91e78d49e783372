package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network that NICs want at a destination host.
 *
 * @param vm the first VM that wants it
 * @param nic its NIC; absent where the inventory does not list all NICs
 * @param sourceNetwork the network it is connected to now; absent where unknown
 * @param networkName the name looked for; absent where a NIC's network is unknown
 * @param network the network of that name; absent where there is none, or none listed
 * @param offers what the host offers
 * @param needed false where only disconnected NICs on a standard switch want it, which vCenter merely warns about; absent
 *     where that is unknown
 * @param own the cluster that the VM stays in; absent where it leaves it, or where that is unknown. What somebody confirmed of
 *     the networks of the whole cluster counts where the inventory does not say.
 */
public record NetworkAtHost(
        Vm vm,
        @Nullable Nic nic,
        @Nullable Network sourceNetwork,
        @Nullable String networkName,
        @Nullable Network network,
        Host host,
        OfferedNetworks offers,
        VCenter destination,
        @Nullable Boolean needed,
        @Nullable Cluster own,
        Tables tables)
        implements Subject {

    /** Facts of the network itself and of its switch. */
    private static final Pattern OF_NETWORK = Pattern.compile("network\\.type|switchMember|distributedSwitch\\.");

    @Override
    public String kind() {
        return "network-at-host";
    }

    @Override
    public String name() {
        return (networkName == null ? "an unknown network" : networkName) + " at " + host.label();
    }

    /** What is not known of one NIC or VM is not known of that one only. */
    @Override
    public List<Ref> refs() {
        var one = nic == null ? vm.ref() : nic.ref();
        var self = network != null
                ? network.ref()
                : networkName == null
                        ? one
                        : new Ref("network", destination.ref().id(), networkName);
        var needs = new Ref("needed", "", String.valueOf(needed));
        return needed == null ? List.of(self, host.ref(), needs, one) : List.of(self, host.ref(), needs);
    }

    /** What is confirmed of a cluster is so for moves inside it only; who stays on its network means no other. */
    @Override
    public String within() {
        return (own == null ? "" : own.ref().id()) + (mayMeanAnother() ? " by name" : "");
    }

    @Override
    public String key() {
        return kind() + refs() + (mayMeanAnother() ? " by name" : "");
    }

    /** Inside a cluster its networks are asked of it; whether a NIC needs one then does not matter. */
    @Override
    public List<Lacking> lacking(String path) {
        if (own != null && nic == null) {
            return List.of(new Lacking(own.ref(), Lacking.name(own), "networksConfirmed"));
        }
        if (network == null
                && nic != null
                && networkName != null
                && OF_NETWORK.matcher(path).lookingAt()) {
            return Lacking.ofTargetNetwork(nic, vm, sourceNetwork, destination);
        }
        if (path.equals("switchMember") || path.startsWith("distributedSwitch.")) {
            var found = distributedSwitch();
            return found != null
                    ? Lacking.of(found, path.equals("switchMember") ? "hosts" : "version")
                    : network != null && network.distributedSwitch() == null
                            ? Lacking.of(network, "distributedSwitch")
                            : Lacking.of(destination, "distributedSwitches");
        }
        if (own != null && (path.equals("needed") || path.equals("host.networks"))) {
            return List.of(new Lacking(own.ref(), Lacking.name(own), "networksConfirmed"));
        }
        if (path.equals("needed")) {
            return nic == null
                    ? Lacking.of(vm, "nics")
                    : Stream.concat(
                                    Lacking.ofDevice(nic, vm, "connected").stream(),
                                    sourceNetwork == null
                                            ? Stream.of(unlisted(nic))
                                            : Lacking.of(sourceNetwork, "type").stream())
                            .toList();
        }
        boolean wanted = path.equals("host.networks") || path.equals("network.accessible");
        if (wanted && networkName == null) {
            return nic == null ? Lacking.of(vm, "nics") : List.of(unlisted(nic));
        }
        return wanted && offers.ids() != null && (network == null || mayMeanAnother()) ? unnamed() : List.of();
    }

    /** What tells the network of a NIC, also where the inventory does not list the one it names. */
    private Lacking unlisted(Nic of) {
        return new Lacking(of.ref(), Lacking.device(of, vm), "network");
    }

    /** What would tell whether one of the host's networks has the name: the lists, else the networks without one. */
    private List<Lacking> unnamed() {
        var lists = Stream.concat(Lacking.of(host, "networks").stream(), Lacking.of(destination, "networks").stream())
                .toList();
        var known = destination.networks();
        if (!lists.isEmpty() || known == null) {
            return lists;
        }
        var nameless =
                known.stream().flatMap(one -> Lacking.of(one, "name").stream()).toList();
        return nameless.isEmpty() ? List.of(new Lacking(destination.ref(), destination.label(), "networks")) : nameless;
    }

    /** Whether the host offers the network. Of a name alone it can only tell that it offers none of that name. */
    public @Nullable Boolean offered() {
        var told = told();
        return told == null && own != null && Boolean.TRUE.equals(own.networksConfirmed()) ? Boolean.TRUE : told;
    }

    private @Nullable Boolean told() {
        if (networkName == null) {
            return null;
        }
        if (network == null) {
            return offers.noneNamed(networkName) ? Boolean.FALSE : null;
        }
        var has = offers.has(network.ref().id());
        return Boolean.FALSE.equals(has) && mayMeanAnother() ? null : has;
    }

    /** Whether a network that the host offers may have the name too: one that is not listed, or not with its name. */
    private boolean mayMeanAnother() {
        return network != null && !network.equals(sourceNetwork) && offers.nameless();
    }

    public @Nullable String type() {
        return network == null ? null : network.type();
    }

    public @Nullable Boolean accessible() {
        return network == null ? null : network.accessible();
    }

    /** The distributed switch of the network; absent where it has none or none is listed. */
    public @Nullable DistributedSwitch distributedSwitch() {
        return network == null ? null : destination.distributedSwitch(network.distributedSwitch());
    }

    /** Whether the host is a member of that switch. */
    public @Nullable Boolean switchMember() {
        var found = distributedSwitch();
        var members = found == null ? null : found.hosts();
        if (members == null) {
            return null;
        }
        return members.items().contains(host.ref().id()) ? Boolean.TRUE : members.complete() ? Boolean.FALSE : null;
    }

    public @Nullable Release hostRelease() {
        return tables.esxi(host.version(), host.build());
    }

    /** The first ESXi that can be a member of that switch, whether verified or not. */
    public @Nullable Release likelySwitchMinimum() {
        var found = distributedSwitch();
        return found == null ? null : tables.likelyMinEsxiForSwitch(found.version());
    }
}
