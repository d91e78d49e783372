package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.inventory.VCenterCheck.DiskPlace;
import dev.premotion.inventory.VCenterCheck.NicPlace;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plan.NicTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One candidate of a migration as vCenter's own check is asked about it: only ids, since vCenter knows no names.
 *
 * @param asked the question, without an answer
 * @param connections what its network adapters are connected to afterwards, where that changes
 */
public record Relocation(VCenterCheck asked, Vm vm, VCenter source, VCenter destination, List<Connection> connections) {

    /**
     * A network adapter that is connected elsewhere.
     *
     * @param switchUuid of the distributed switch; absent for other networks
     */
    public record Connection(
            Nic nic, Network network, @Nullable String switchUuid) {}

    /**
     * The question; absent where vCenter cannot be asked it: where the inventory leaves open what would go where, for
     * templates, and where the plan wants another power state than the VM has, since vCenter judges the one it has.
     */
    public static @Nullable Relocation of(Migration migration, Candidate candidate) {
        var vm = migration.vm();
        var source = migration.sourceVCenter();
        var destination = migration.destinationVCenter() != null ? migration.destinationVCenter() : source;
        var host = candidate.host();
        if (vm == null || source == null || destination == null || host == null) {
            return null;
        }
        var folder = folder(candidate, destination);
        if (folder == null && candidate.folder() != null || !Boolean.TRUE.equals(askable(vm, candidate))) {
            return null;
        }
        var connections = connections(candidate, destination);
        boolean leaves = !source.ref().equals(destination.ref());
        var pool = candidate.pool();
        var home = candidate.home();
        var asked = new VCenterCheck(
                vm.ref().id(),
                leaves ? destination.ref().id() : null,
                host.ref().id(),
                pool == null || pool.ref().id().equals(vm.resourcePool()) && !leaves
                        ? null
                        : pool.ref().id(),
                folder,
                home.surelyMoves() && home.target() != null
                        ? home.target().ref().id()
                        : null,
                some(disks(candidate)),
                some(connections.stream()
                        .map(to ->
                                new NicPlace(to.nic().key(), to.network().ref().id()))
                        .toList()),
                null,
                null);
        return new Relocation(asked, vm, source, destination, connections);
    }

    /** Whether vCenter may have been asked about a candidate, perhaps by who knew what the inventory leaves open. */
    public static boolean mayHaveBeenAsked(Vm vm, Candidate candidate) {
        return !Boolean.FALSE.equals(askable(vm, candidate));
    }

    /** Absent where the inventory leaves it open. */
    private static @Nullable Boolean askable(Vm vm, Candidate candidate) {
        var asItIs = asItIs(vm, candidate);
        if (Boolean.TRUE.equals(vm.template()) || Boolean.FALSE.equals(asItIs)) {
            return Boolean.FALSE;
        }
        return vm.template() != null && asItIs != null && known(candidate) ? Boolean.TRUE : null;
    }

    /** Whether it moves in the power state that it has; absent where that is not known. */
    private static @Nullable Boolean asItIs(Vm vm, Candidate candidate) {
        if (vm.powerState() == null) {
            return null;
        }
        var power = switch (vm.powerState()) {
            case POWERED_ON -> Power.LIVE;
            case SUSPENDED -> Power.SUSPENDED;
            case POWERED_OFF -> Power.OFF;
        };
        return candidate.types().stream().allMatch(type -> type.power() == power);
    }

    private static boolean known(Candidate candidate) {
        return candidate.disksComplete()
                && candidate.nicsComplete()
                && Stream.concat(Stream.of(candidate.home()), candidate.disks().stream())
                        .allMatch(target -> target.moves() != null && (!target.moves() || target.target() != null))
                && candidate.nics().stream().allMatch(nic -> nic.target() != null || !nic.mapped());
    }

    private static @Nullable String folder(Candidate candidate, VCenter destination) {
        return destination.folders() == null
                ? null
                : destination.folders().stream()
                        .filter(folder -> folder.path() != null && folder.path().equals(candidate.folder()))
                        .map((Folder folder) -> folder.ref().id())
                        .findFirst()
                        .orElse(null);
    }

    private static List<DiskPlace> disks(Candidate candidate) {
        var places = new ArrayList<DiskPlace>();
        for (DiskTarget each : candidate.disks()) {
            if (each.surelyMoves() && each.disk() != null && each.target() != null) {
                places.add(new DiskPlace(each.disk().key(), each.target().ref().id()));
            }
        }
        return places;
    }

    private static List<Connection> connections(Candidate candidate, VCenter destination) {
        var connections = new ArrayList<Connection>();
        for (NicTarget each : candidate.nics()) {
            var to = each.target();
            if (to != null
                    && (each.source() == null || !to.ref().equals(each.source().ref()))) {
                connections.add(new Connection(each.nic(), to, switchUuid(to, destination)));
            }
        }
        return connections;
    }

    private static @Nullable String switchUuid(Network network, VCenter destination) {
        var found = destination.distributedSwitch(network.distributedSwitch());
        return found == null ? null : found.uuid();
    }

    private static <T> @Nullable Listing<T> some(List<T> items) {
        return items.isEmpty() ? null : Listing.complete(items);
    }
}
