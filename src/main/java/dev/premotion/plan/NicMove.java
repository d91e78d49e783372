package dev.premotion.plan;

import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Release;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One NIC of a VM and the network it is connected to afterwards.
 *
 * @param nic absent for "a NIC the inventory does not list"
 * @param stays whether it keeps its network, since the VM stays in its cluster and the plan names no other
 * @param source the vCenter it leaves
 * @param networkName the name of the network looked for at the destination; absent where unknown
 * @param network the network it is connected to afterwards; absent where there is none of that name, or none listed
 */
public record NicMove(
        Vm vm,
        @Nullable Nic nic,
        VCenter source,
        @Nullable Network sourceNetwork,
        @Nullable DistributedSwitch sourceSwitch,
        @Nullable String networkName,
        @Nullable Network network,
        @Nullable DistributedSwitch targetSwitch,
        VCenter destination,
        boolean stays,
        Tables tables)
        implements Subject {

    /** Emulated and paravirtual adapters, as the vSphere API ({@code VirtualVmxnet3}) and RVTools ({@code Vmxnet3}) name them. */
    private static final Pattern ORDINARY = Pattern.compile("(virtual)?(e1000|vmxnet|pcnet|vlance|flexible)");

    /** Facts of the network that it comes to, and of that network's switch. */
    private static final Pattern OF_TARGET = Pattern.compile("network\\.|targetSwitch\\.|same");

    @Override
    public String kind() {
        return "nic";
    }

    @Override
    public String name() {
        return vm.label() + ", " + (nic == null ? "other network adapters" : nic.shortLabel());
    }

    @Override
    public List<Ref> refs() {
        var self = nic == null ? new Ref("nic", vm.ref().vCenter(), vm.ref().id() + "/?") : nic.ref();
        return network == null ? List.of(self, destination.ref()) : List.of(self, network.ref());
    }

    @Override
    public String within() {
        return stays ? "its cluster" : "";
    }

    public @Nullable Boolean connected() {
        return nic == null ? null : nic.connected();
    }

    /**
     * What kind of adapter it is: {@code sriov}, {@code dvx} (an SR-IOV one with a DVX device behind it), {@code pvrdma} or
     * {@code ordinary}. Sources spell classes differently, so a
     * name that none of them is known to use decides nothing. An ordinary one, where somebody confirmed that none of the VM is
     * passed through.
     */
    public @Nullable String adapterKind() {
        var type = nic == null || nic.adapterType() == null
                ? ""
                : nic.adapterType().toLowerCase(Locale.ROOT);
        if (type.contains("sriov") || type.contains("sr-iov")) {
            return nic != null && Boolean.TRUE.equals(nic.dvxBacked()) ? "dvx" : "sriov";
        }
        if (type.contains("vrdma")) {
            return "pvrdma";
        }
        return ORDINARY.matcher(type).lookingAt() || Boolean.TRUE.equals(vm.nicsConfirmed()) ? "ordinary" : null;
    }

    /** Whether it stays on its very network, which has set aside already what it reserves. */
    public @Nullable Boolean sameNetwork() {
        if (stays) {
            return true;
        }
        return sourceNetwork == null || network == null
                ? null
                : sourceNetwork.ref().equals(network.ref());
    }

    public @Nullable String sourceType() {
        return sourceNetwork == null ? null : sourceNetwork.type();
    }

    public @Nullable String targetType() {
        return network == null ? null : network.type();
    }

    /** Whether it stays on its distributed switch. */
    public @Nullable Boolean sameSwitch() {
        if (sourceNetwork == null || network == null || !Boolean.FALSE.equals(sameNetwork())) {
            return sameNetwork();
        }
        if (!sourceNetwork.ref().vCenter().equals(network.ref().vCenter())) {
            return false;
        }
        var source = sourceNetwork.distributedSwitch();
        var target = network.distributedSwitch();
        return source == null || target == null ? null : source.equals(target);
    }

    @Override
    public List<Lacking> lacking(String path) {
        if (path.equals("nic.adapterType") || nic == null && stays) {
            return List.of(new Lacking(vm.ref(), vm.label(), "nicsConfirmed"));
        }
        if (path.equals("mismatchAllowed")) {
            return Stream.of(source, destination)
                    .distinct()
                    .flatMap(vCenter -> Lacking.of(vCenter, "version", "build").stream())
                    .toList();
        }
        boolean same = path.startsWith("same");
        if (nic == null) {
            return same ? Lacking.of(vm, "nics") : List.of();
        }
        if (sourceNetwork == null && same) {
            return Lacking.ofSourceNetwork(nic, vm);
        }
        if (network == null && OF_TARGET.matcher(path).lookingAt()) {
            return Lacking.ofTargetNetwork(nic, vm, sourceNetwork, networkName, destination);
        }
        return path.equals("sameSwitch")
                ? Stream.of(sourceNetwork, network)
                        .filter(Objects::nonNull)
                        .flatMap(n -> Lacking.of(n, "distributedSwitch").stream())
                        .toList()
                : List.of();
    }

    public @Nullable String sourceSwitchVendor() {
        return sourceSwitch == null ? null : sourceSwitch.vendor();
    }

    public @Nullable String targetSwitchVendor() {
        return targetSwitch == null ? null : targetSwitch.vendor();
    }

    public @Nullable String sourceSwitchVersion() {
        return sourceSwitch == null ? null : sourceSwitch.version();
    }

    public @Nullable String targetSwitchVersion() {
        return targetSwitch == null ? null : targetSwitch.version();
    }

    public @Nullable Release destinationRelease() {
        return tables.vCenter(destination.version(), destination.build());
    }

    public @Nullable Release sourceRelease() {
        return tables.vCenter(source.version(), source.build());
    }

    public @Nullable Boolean sourceEnhancedDataPath() {
        return sourceSwitch == null ? null : sourceSwitch.enhancedDataPath();
    }

    public @Nullable Boolean targetEnhancedDataPath() {
        return targetSwitch == null ? null : targetSwitch.enhancedDataPath();
    }

    public @Nullable Boolean sourceRealTime() {
        return sourceSwitch == null ? null : sourceSwitch.realTime();
    }

    public @Nullable Boolean targetRealTime() {
        return targetSwitch == null ? null : targetSwitch.realTime();
    }

    public @Nullable Boolean conflictPort() {
        return nic == null ? null : nic.conflictPort();
    }

    public @Nullable Boolean wakeOnLanEnabled() {
        return nic == null ? null : nic.wakeOnLanEnabled();
    }

    public @Nullable Long reservationMbps() {
        return nic == null ? null : nic.reservationMbps();
    }

    public @Nullable String networkResourceControl() {
        return targetSwitch == null ? null : targetSwitch.networkResourceControl();
    }

    /**
     * Whether both vCenters are known to be told to let distributed switches of different versions pass, and are of releases
     * that listen to it (requirements row NET-VDS-VERSION-OVERRIDE). A setting that was not read counts as the product's
     * default, which is not to; absent where it is on and a release is not known.
     */
    public @Nullable Boolean mismatchAllowed() {
        if (!mismatchSet()) {
            return false;
        }
        var one = heedsSetting(sourceRelease());
        var other = heedsSetting(destinationRelease());
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    private boolean mismatchSet() {
        return Settings.on(source, Settings.MISMATCHED_SWITCHES)
                && Settings.on(destination, Settings.MISMATCHED_SWITCHES);
    }

    /** The setting came with an update of each line, so the line says from which one on. */
    private @Nullable Boolean heedsSetting(@Nullable Release release) {
        if (release == null) {
            return null;
        }
        var since = tables.minimum(
                switch (release.line()) {
                    case "6.0" -> "mismatchedSwitches60.vCenter";
                    case "6.5" -> "mismatchedSwitches65.vCenter";
                    default -> "mismatchedSwitches.vCenter";
                });
        return since == null ? null : since.atMost(release);
    }
}
