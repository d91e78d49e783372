package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
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
     * @param id the author's id, or one made of the VM's identity; unique, and the same from run to run
     * @param name the VM's name, or what the plan wrote where that names none or several
     * @param place where the plan says it; empty in a survey
     * @param problem why the entry resolves to nothing or to several, with the nearest names: such a migration is blocked;
     *     absent otherwise
     * @param excluded why this VM is not for moving (vCLS, already there, SRM placeholder); absent otherwise
     * @param vm absent only with a problem
     * @param types the possible kinds: one where all is known; empty only with a problem
     * @param route between vCenters, absent where it stays in one
     * @param source where it runs; absent where the inventory does not say
     * @param candidates possible destinations: one where the plan names a host; never empty without a problem
     */
    public record Migration(
            String id,
            String name,
            String place,
            @Nullable String problem,
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

    /** How a move crosses vCenters, as the plan wants it. */
    public record Route(PlanDocument.Method method, PlanDocument.Initiator initiator) {}

    /**
     * One possible destination.
     *
     * @param host absent where the destination cluster's hosts are not in the inventory
     * @param folder path of the destination folder; absent where it stays or is the default
     * @param disks one for each listed disk, moving or not
     * @param disksComplete false where the VM may have disks that the inventory does not list
     * @param home where the VM's own files go or stay
     */
    public record Candidate(
            @Nullable Host host,
            @Nullable Cluster cluster,
            @Nullable ResourcePool pool,
            @Nullable String folder,
            DiskTarget home,
            List<DiskTarget> disks,
            boolean disksComplete,
            List<NicTarget> nics,
            boolean nicsComplete) {}

    /**
     * A disk (or, without one, the VM's home) and where it lies afterwards.
     *
     * @param disk absent for the home
     * @param source absent where unknown
     * @param target the same as the source where it stays; absent where unknown
     * @param moves whether the plan puts it elsewhere
     * @param format thin, thick or eager-zeroed; absent where it keeps its format
     */
    public record DiskTarget(
            @Nullable Disk disk,
            @Nullable Datastore source,
            @Nullable Datastore target,
            boolean moves,
            @Nullable String format) {}

    /**
     * A NIC and the network it is connected to afterwards.
     *
     * @param mapped whether the plan names the network; otherwise the destination's network of the same name is meant
     * @param target absent where there is none of that name, or where the inventory does not list networks
     * @param targetName the name that was looked for; absent where unknown
     */
    public record NicTarget(
            Nic nic,
            @Nullable Network source,
            @Nullable Network target,
            @Nullable String targetName,
            boolean mapped) {}
}
