package dev.premotion.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One migration to execute.
 *
 * @param id unique in its estate
 * @param operation what it is to vCenter's admission
 * @param fromHost where the VM is
 * @param toHost where it goes; the same host where only storage moves
 * @param links site links on the way, in order
 * @param vCenters the vCenters that take part, each charged for it
 * @param datastore the datastore that the VM stays on, where storage does not move; absent where it is not known
 * @param disks what is copied before memory; empty where storage does not move
 * @param memory the guest's memory, moved live; absent for a cold migration and for a storage move on one host
 * @param policy whose rules memory moves by
 * @param wave waves run one after the other, lower numbers first
 * @param after ids of migrations that must be done before it starts
 * @param high whether it goes before those of default priority
 * @param notBeforeSeconds earliest start, 0 for none
 * @param bytesPerSecondAtMost a limit of its own on each of its transfers; infinite for none
 * @param assumptions what its numbers rest on where the snapshot did not say
 */
public record Job(
        String id,
        Operation operation,
        String fromHost,
        String toHost,
        List<String> links,
        List<String> vCenters,
        @Nullable String datastore,
        List<DiskCopy> disks,
        @Nullable MemoryShape memory,
        Policy policy,
        int wave,
        List<String> after,
        boolean high,
        double notBeforeSeconds,
        double bytesPerSecondAtMost,
        List<String> assumptions) {
    /** Keeps the lists from changing. */
    public Job {
        links = List.copyOf(links);
        vCenters = List.copyOf(vCenters);
        disks = List.copyOf(disks);
        after = List.copyOf(after);
        assumptions = List.copyOf(assumptions);
    }

    /** Whether anything of it goes over the vMotion network. */
    boolean overVmotion() {
        return !fromHost.equals(toHost)
                && (memory != null || disks.stream().anyMatch(disk -> disk.transport() == Transport.VMOTION));
    }

    /** A plain vMotion between two hosts that see the VM's datastore. */
    public static Job vmotion(String id, String fromHost, String toHost, String datastore, MemoryShape memory) {
        return new Job(
                id,
                Operation.VMOTION,
                fromHost,
                toHost,
                List.of(),
                List.of(),
                datastore,
                List.of(),
                memory,
                VmotionPolicy.of(""),
                1,
                List.of(),
                false,
                0,
                Double.POSITIVE_INFINITY,
                List.of());
    }

    /** What a migration is to vCenter's admission; the names are those of the cost table. */
    public enum Operation {
        /** Memory only. */
        VMOTION,
        /** Disks only, on one host, the VM running. */
        STORAGE_VMOTION,
        /** Memory and disks. */
        VMOTION_WITH_STORAGE,
        /** A powered-off or suspended VM. */
        PROVISIONING
    }

    /** How a disk's bytes travel between two hosts; on one host they only touch the datastores. */
    public enum Transport {
        /** With the live migration, over the vMotion network. */
        VMOTION,
        /** Network file copy over the provisioning network, about 1.3 Gbit/s at best. */
        NFC,
        /** Unified data transport over the provisioning network, from 8.0. */
        UDT
    }

    /**
     * A disk to copy.
     *
     * @param bytes what is used of it, 0 or more
     * @param fromDatastore where it is
     * @param toDatastore where it goes
     * @param writeBytesPerSecond what the running guest writes to it, 0 or more
     * @param transport how it gets to another host
     */
    public record DiskCopy(
            double bytes, String fromDatastore, String toDatastore, double writeBytesPerSecond, Transport transport) {
        /** The same, written at a rate. */
        DiskCopy written(double bytesPerSecond) {
            return new DiskCopy(bytes, fromDatastore, toDatastore, bytesPerSecond, transport);
        }
    }
}
