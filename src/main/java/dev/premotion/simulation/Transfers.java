package dev.premotion.simulation;

import dev.premotion.simulation.EstateSimulator.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes a migration's transfers, each with its path and with what limits it alone. */
final class Transfers {
    /** Orders of the flows of one job: more than the disks that any VM has. */
    private static final long FLOWS = 1 << 10;

    private final EstatePaths paths;
    private final Settings settings;

    Transfers(EstatePaths paths, Settings settings) {
        this.paths = paths;
        this.settings = settings;
    }

    /** Lets time pass for a migration. */
    Flow pause(Execution each, double seconds, double now) {
        return new Flow(each, new Transfer.Wait(seconds), new Pipe[0], 0, each.index() * FLOWS, now);
    }

    /** The disk copies: one for each pair of datastores, as disks between the same two go one after the other. */
    List<Flow> disks(Execution each, double now) {
        var flows = new ArrayList<Flow>();
        for (List<Job.DiskCopy> group : groups(each.job())) {
            flows.add(copy(each, group, each.index() * FLOWS + flows.size() + 1, now));
        }
        return flows;
    }

    private static Collection<List<Job.DiskCopy>> groups(Job job) {
        var groups = new LinkedHashMap<String, List<Job.DiskCopy>>();
        for (Job.DiskCopy disk : job.disks()) {
            String pair = disk.fromDatastore() + '\n' + disk.toDatastore() + '\n' + disk.transport();
            groups.computeIfAbsent(pair, key -> new ArrayList<>()).add(disk);
        }
        return groups.values();
    }

    private Flow copy(Execution each, List<Job.DiskCopy> group, long order, double now) {
        Job job = each.job();
        var transfer = new DiskTransfer(
                group.stream().mapToDouble(Job.DiskCopy::bytes).sum(),
                group.stream().mapToDouble(Job.DiskCopy::writeBytesPerSecond).sum());
        each.disks.add(transfer);
        return flow(each, transfer, paths.of(job, group.get(0)), job.bytesPerSecondAtMost(), order, now);
    }

    /** The writes to disks already copied, which stay mirrored on the way of their disk until the switchover. */
    List<Flow> mirrors(Execution each, double now) {
        var flows = new ArrayList<Flow>();
        for (List<Job.DiskCopy> group : groups(each.job())) {
            double writes = group.stream()
                    .mapToDouble(Job.DiskCopy::writeBytesPerSecond)
                    .sum();
            if (writes > 0) {
                var mirror = new Transfer.Mirror();
                each.mirrors.add(mirror);
                long order = each.index() * FLOWS + FLOWS / 2 + flows.size();
                flows.add(flow(each, mirror, paths.of(each.job(), group.get(0)), writes, order, now));
            }
        }
        return flows;
    }

    /** The pre-copy of a memory. */
    Flow memory(Execution each, MemoryShape shape, double now) {
        Job job = each.job();
        double rtt = paths.rttSeconds(job);
        Policy policy = job.policy() instanceof VmotionPolicy vmotion ? vmotion.withRtt(rtt) : job.policy();
        GuestMemory memory = settings.engine().open(shape, settings.seed() + each.index());
        var transfer = new MemoryTransfer(policy.start(shape, memory));
        each.memory = transfer;
        List<Pipe> path = paths.ofMemory(job);
        double line = path.stream().mapToDouble(pipe -> pipe.nominal).min().orElseThrow();
        double most = Math.min(job.bytesPerSecondAtMost(), policy.bandwidth(line, rtt, paths.adapters(job)));
        return flow(each, transfer, path, most, each.index() * FLOWS, now);
    }

    private static Flow flow(Execution each, Transfer transfer, List<Pipe> path, double most, long order, double now) {
        double narrowest = path.stream().mapToDouble(pipe -> pipe.nominal).min().orElse(most);
        if (narrowest == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Nothing limits a copy of migration "
                    + each.job().id() + ".\nMaybe the throughput of its datastores should be assumed.");
        }
        return new Flow(each, transfer, path.toArray(Pipe[]::new), Math.min(most, narrowest), order, now);
    }
}
