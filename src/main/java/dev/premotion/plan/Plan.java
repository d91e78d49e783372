package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan resolved against an inventory.
 *
 * @param name the plan's name
 * @param survey true where nobody planned anything and each VM is tried on the hosts of its cluster
 * @param migrations in the order in which the plan would run
 */
public record Plan(
        String name,
        boolean survey,
        List<Migration> migrations,
        List<PlanDocument.Permit> waivers,
        List<PlanDocument.Permit> assumptions,
        List<PlanDocument.Permit> fixes) {

    /**
     * One VM's move.
     *
     * @param id made of the author's id and the VM's identity; unique, and the same from run to run
     * @param name the VM's name, or what the plan wrote where that names none or several
     * @param place where the plan says it; empty in a survey
     * @param problem why the entry cannot be carried out as it is written: such a migration is blocked, or
     *     undetermined where that is open; absent otherwise
     * @param excluded why this VM is not for moving (vCLS, already there, SRM placeholder); absent otherwise
     * @param vm absent only with a problem
     * @param types the possible kinds of any candidate, in the order of {@link MigrationType#all()}: one where all is
     *     known; empty with a problem or where excluded
     * @param route between vCenters, absent where it stays in one
     * @param source where it runs; absent where the inventory does not say
     * @param candidates possible destinations: one where the plan names a host; empty only with a problem or where
     *     excluded
     * @param after ids of migrations that must be done before
     * @param together ids of migrations that must start with it
     */
    public record Migration(
            String id,
            String name,
            String place,
            @Nullable Problem problem,
            @Nullable String excluded,
            @Nullable Vm vm,
            List<MigrationType> types,
            @Nullable VCenter sourceVCenter,
            @Nullable VCenter destinationVCenter,
            @Nullable Route route,
            @Nullable Host source,
            @Nullable Cluster sourceCluster,
            List<Candidate> candidates,
            boolean highPriority,
            @Nullable Integer wave,
            List<String> after,
            List<String> together) {}

    /**
     * Why an entry cannot be carried out as it is written.
     *
     * @param requirement what it breaks: {@code PLAN-ENTRY} where a name fits nothing or several things, else a
     *     requirement of vSphere's RelocateSpec, such as {@code VC-SPEC-XDC-DS}
     * @param place JSON pointer and line of the key; empty in a survey
     * @param message what is wrong and what to do, sentences
     * @param open what would tell whether it is one, where a list that may not be all lacks what is named: such a migration
     *     is undetermined; absent where it surely is
     * @param remedy how to mend the entry; absent where the card of the requirement says it
     */
    public record Problem(
            String requirement,
            String place,
            String message,
            @Nullable Doubt open,
            @Nullable String remedy) {

        public Problem(String requirement, String place, String message) {
            this(requirement, place, message, null, null);
        }
    }

    /**
     * Something the plan relies on that the inventory does not say, so that nobody can tell whether the entry can be
     * carried out as it is written. It leaves the candidate undetermined.
     *
     * @param requirement what hangs on it, as in {@link Problem}
     * @param thing what lacks the fact
     * @param thingName its name
     * @param property what it lacks; {@code .complete} at its end where a partial list is not known to be all
     * @param message what is not known, a sentence
     */
    public record Doubt(String requirement, Ref thing, String thingName, String property, String message) {

        /** Something else that hangs on the same fact. */
        Doubt saying(String other) {
            return new Doubt(requirement, thing, thingName, property, other);
        }
    }

    /** How a move crosses vCenters, as the plan wants it. */
    public record Route(PlanDocument.Method method, PlanDocument.Initiator initiator) {}

    /**
     * One possible destination.
     *
     * @param name the host's name, or what the plan says where the inventory does not list it
     * @param types the possible kinds with this destination
     * @param doubts what the plan relies on here and the inventory does not say; never empty without a host
     * @param host absent where the inventory does not list it, or not the hosts of the destination
     * @param pool the pool named, the one it stays in, or the root pool of the destination; absent where unknown
     * @param folder path of the destination folder, the root VM folder where a move to another vCenter or datacenter names
     *     none; what the plan calls it where its path is unknown; absent where it stays or where nobody knows the root
     * @param disks one for each listed disk, moving or not
     * @param disksComplete false where the VM may have disks that the inventory does not list
     * @param home where the VM's own files go or stay
     */
    public record Candidate(
            String name,
            List<MigrationType> types,
            List<Doubt> doubts,
            @Nullable Host host,
            @Nullable Cluster cluster,
            @Nullable ResourcePool pool,
            @Nullable String folder,
            DiskTarget home,
            List<DiskTarget> disks,
            boolean disksComplete,
            List<NicTarget> nics,
            boolean nicsComplete) {

        /** The destination folder where its path is known; what the plan calls it may be the name of several. */
        public @Nullable String folderPath() {
            return Folder.isPath(folder) ? folder : null;
        }

        /** Whether some of its possible kinds moves files. */
        public boolean movesStorage() {
            return types.stream().anyMatch(type -> type.change() != MigrationType.Change.COMPUTE);
        }
    }

    /**
     * A disk (or, without one, the VM's home) and where it lies afterwards.
     *
     * @param disk absent for the home
     * @param source absent where unknown
     * @param target where it lies afterwards, as the destination vCenter lists it; absent where unknown
     * @param targetName its name, or what the plan calls it; absent where it stays at an unknown place
     * @param moves whether the files move; absent where that is unknown, since the datastore now or the one named is, or
     *     since across vCenters nobody can tell whether both are one storage
     * @param format thin, thick or eager-zeroed; absent where it keeps its format
     * @param storagePolicy absent where it keeps its policy
     */
    public record DiskTarget(
            @Nullable Disk disk,
            @Nullable Datastore source,
            @Nullable Datastore target,
            @Nullable String targetName,
            @Nullable Boolean moves,
            @Nullable String format,
            @Nullable String storagePolicy) {

        /** Whether the files move for sure. */
        public boolean surelyMoves() {
            return Boolean.TRUE.equals(moves);
        }

        /** Whether the files may move: unless they stay for sure. */
        public boolean mayMove() {
            return !Boolean.FALSE.equals(moves);
        }
    }

    /**
     * A NIC and the network it is connected to afterwards.
     *
     * @param mapped whether the plan names the network; otherwise the destination's network of the same name is meant
     * @param target absent where there is none of that name, where several are and the inventory does not tell which, or
     *     where it does not list networks
     * @param targetName the name that was looked for; absent where unknown
     */
    public record NicTarget(
            Nic nic,
            @Nullable Network source,
            @Nullable Network target,
            @Nullable String targetName,
            boolean mapped) {}
}
