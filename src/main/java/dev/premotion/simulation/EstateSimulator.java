package dev.premotion.simulation;

import dev.premotion.simulation.GuestMemory.Engine;
import dev.premotion.simulation.Simulation.LinkUse;
import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Executes a plan on a clock: each migration queues for vCenter's admission, copies its disks, then its memory pass by
 * pass, stops and is over; all share the pipes they go through max-min fair, shared out anew at each event.
 *
 * <p>The work for an event depends on how many migrations run at the same time, not on how long the plan is.
 */
public final class EstateSimulator {
    /** Orders of the flows of one job: more than the disks that any VM has. */
    private static final long FLOWS = 1 << 10;

    /**
     * What holds for the whole plan.
     *
     * @param costs what vCenter's admission charges
     * @param goodput share of a line's rate that is payload, above 0, at most 1
     * @param nfcBytesPerSecond what network file copy carries at best
     * @param parallelCopies disks of one VM that are copied at once
     * @param setupSeconds from a migration's admission to its first byte
     * @param engine how memory is computed
     * @param seed of the page-accurate engine
     */
    public record Settings(
            AdmissionCosts costs,
            double goodput,
            double nfcBytesPerSecond,
            int parallelCopies,
            double setupSeconds,
            Engine engine,
            long seed) {
        /** The documented costs, the constants of the table, no set-up time, expected values. */
        public static Settings defaults() {
            var table = MigrationConstants.of("network", "");
            return new Settings(
                    AdmissionCosts.documented(),
                    table.value("goodput") / 100,
                    table.value("nfc") * 1e9 / 8,
                    (int) table.value("parallelCopies"),
                    0,
                    Engine.EXPECTED,
                    1);
        }
    }

    private final Settings settings;
    private final EstatePaths paths;
    private final Admission admission = new Admission();
    private final FairShare share = new FairShare();
    private final EventQueue events = new EventQueue();
    private final List<Execution> executions = new ArrayList<>();
    private final TreeMap<Integer, List<Execution>> laterWaves = new TreeMap<>();
    private int inWave;
    private double now;

    private EstateSimulator(Estate estate, Settings settings) {
        this.settings = settings;
        this.paths = new EstatePaths(estate, settings.costs(), settings.goodput());
    }

    /**
     * Executes an estate's jobs.
     *
     * @throws IllegalArgumentException if a job names something that the estate does not have, or two share an id
     */
    public static Simulation simulate(Estate estate, Settings settings) {
        return new EstateSimulator(estate, settings).run(estate.jobs());
    }

    /**
     * Executes the same jobs with low, likely and high guesses; the likely run is told, with ranges.
     *
     * @param low the estate where what is not known is taken to be favourable
     * @param likely the estate as it probably is
     * @param high the estate where it is taken to be unfavourable
     */
    public static Simulation simulate(Estate low, Estate likely, Estate high, Settings settings) {
        return Simulation.across(simulate(low, settings), simulate(likely, settings), simulate(high, settings));
    }

    private Simulation run(List<Job> jobs) {
        paths.announce(admission);
        for (Job job : jobs) {
            executions.add(new Execution(job, executions.size(), paths.needs(job, admission)));
        }
        gate();
        nextWave();
        while (true) {
            admission.start(this::admitted);
            share.rebalance(now, this::rateChanges);
            if (events.isEmpty()) {
                break;
            }
            now = events.nextTime();
            while (!events.isEmpty() && events.nextTime() <= now + Transfer.MOMENT) {
                attend(events.poll());
            }
        }
        return result(jobs);
    }

    private void gate() {
        Map<String, Execution> byId = new HashMap<>();
        for (Execution each : executions) {
            if (byId.put(each.job().id(), each) != null) {
                throw new IllegalArgumentException(
                        "Two migrations have the id \"" + each.job().id() + "\".\nMaybe one is a copy.");
            }
            laterWaves
                    .computeIfAbsent(each.job().wave(), wave -> new ArrayList<>())
                    .add(each);
            each.gates = 1;
        }
        for (Execution each : executions) {
            for (String id : each.job().after()) {
                Execution before = byId.get(id);
                if (before == null) {
                    throw new IllegalArgumentException("Migration " + each.job().id() + " is to follow \"" + id
                            + "\", which the plan does not have.\nMaybe that one was left out.");
                }
                before.followers.add(each);
                each.gates++;
            }
            if (each.job().notBeforeSeconds() > 0) {
                each.gates++;
            }
        }
    }

    /** Opens the next wave in which something is left to do. */
    private void nextWave() {
        while (inWave == 0 && !laterWaves.isEmpty()) {
            var wave = laterWaves.pollFirstEntry().getValue();
            inWave = (int) wave.stream().filter(each -> !each.over()).count();
            for (Execution each : wave) {
                if (!each.over() && each.job().notBeforeSeconds() > 0) {
                    var wait = new Transfer.Wait(Math.max(0, each.job().notBeforeSeconds() - now));
                    schedule(new Flow(each, wait, new Pipe[0], 0, each.index() * FLOWS, now));
                }
                pass(each);
            }
        }
    }

    /** One thing less keeps a migration from queueing. */
    private void pass(Execution each) {
        each.gates--;
        if (each.gates > 0 || each.over()) {
            return;
        }
        String impossible = admission.impossible(each.needs());
        if (impossible != null) {
            neverStarts(each, "It can never be admitted. " + impossible);
        } else {
            admission.offer(each);
        }
    }

    private void admitted(Execution each) {
        each.startsAt(now);
        prepare(each);
        if (settings.setupSeconds() > 0) {
            each.underWay++;
            schedule(new Flow(
                    each, new Transfer.Wait(settings.setupSeconds()), new Pipe[0], 0, each.index() * FLOWS, now));
        } else {
            goOn(each);
        }
    }

    /** Makes the disk copies: one for each pair of datastores, as disks between the same two go one after the other. */
    private void prepare(Execution each) {
        var groups = new LinkedHashMap<String, List<Job.DiskCopy>>();
        each.job()
                .disks()
                .forEach(disk -> groups.computeIfAbsent(
                                disk.fromDatastore() + '\n' + disk.toDatastore() + '\n' + disk.transport(),
                                key -> new ArrayList<>())
                        .add(disk));
        long order = each.index() * FLOWS;
        for (List<Job.DiskCopy> group : groups.values()) {
            double bytes = group.stream().mapToDouble(Job.DiskCopy::bytes).sum();
            double writes = group.stream()
                    .mapToDouble(Job.DiskCopy::writeBytesPerSecond)
                    .sum();
            var transfer = new DiskTransfer(bytes, writes);
            boolean nfc = group.get(0).transport() == Job.Transport.NFC
                    && !each.job().fromHost().equals(each.job().toHost());
            double most = Math.min(
                    each.job().bytesPerSecondAtMost(), nfc ? settings.nfcBytesPerSecond() : Double.POSITIVE_INFINITY);
            each.disks.add(transfer);
            each.toStart.add(flow(each, transfer, paths.of(each.job(), group.get(0)), most, ++order));
        }
    }

    private Flow flow(Execution each, Transfer transfer, List<Pipe> path, double most, long order) {
        double finite = path.stream().mapToDouble(pipe -> pipe.capacity).min().orElse(most);
        if (finite == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Nothing limits a copy of migration "
                    + each.job().id() + ".\nMaybe the throughput of its datastores should be assumed.");
        }
        return new Flow(each, transfer, path.toArray(Pipe[]::new), Math.min(most, finite), order, now);
    }

    /** Starts the next transfers: disks, a few at a time; when they are through, memory; and then it is over. */
    private void goOn(Execution each) {
        while (!each.toStart.isEmpty() && each.underWay < settings.parallelCopies()) {
            join(each, each.toStart.remove(0));
        }
        if (each.underWay > 0) {
            return;
        }
        MemoryShape memory = each.job().memory();
        if (memory != null && each.memory == null) {
            join(each, memory(each, memory));
        } else {
            ends(each);
        }
    }

    private Flow memory(Execution each, MemoryShape shape) {
        Job job = each.job();
        double rtt = paths.rttSeconds(job);
        Policy policy = job.policy() instanceof Policy.Vmotion vmotion ? vmotion.withRtt(rtt) : job.policy();
        double writes = job.disks().stream()
                .mapToDouble(Job.DiskCopy::writeBytesPerSecond)
                .sum();
        var transfer = new MemoryTransfer(
                policy.start(shape, settings.engine().open(shape, settings.seed() + each.index())), writes);
        each.memory = transfer;
        List<Pipe> path = paths.ofMemory(job);
        double line = path.stream().mapToDouble(pipe -> pipe.capacity).min().orElseThrow();
        double most = Math.min(job.bytesPerSecondAtMost(), policy.bandwidth(line, rtt));
        return flow(each, transfer, path, most, each.index() * FLOWS);
    }

    private void join(Execution each, Flow flow) {
        each.underWay++;
        flow.settle(now);
        share.join(flow);
    }

    private void rateChanges(Flow flow, double rate) {
        flow.settle(now);
        events.schedule(flow, now + flow.transfer.secondsLeft(rate));
    }

    private void schedule(Flow flow) {
        events.schedule(flow, flow.attention(now));
    }

    private void attend(Flow flow) {
        flow.settle(now);
        if (!flow.transfer.attend(flow.rate)) {
            schedule(flow);
            return;
        }
        if (flow.pipes.length > 0) {
            share.leave(flow, now);
        }
        Execution each = flow.owner;
        if (each.underWay > 0) {
            each.underWay--;
            goOn(each);
        } else {
            pass(each);
        }
    }

    private void ends(Execution each) {
        boolean failed = each.memory != null
                && !each.memory.outcome().converged()
                && !(each.job().policy() instanceof Policy.Xen);
        each.ends(failed ? State.FAILED : State.DONE, failed ? "Its pre-copy did not converge." : null, now);
        admission.release(each);
        leavesWave(each);
        for (Execution follower : each.followers) {
            if (failed) {
                neverStarts(follower, "It was to follow " + each.job().id() + ", which failed.");
            } else {
                pass(follower);
            }
        }
    }

    private void neverStarts(Execution each, String why) {
        if (each.over()) {
            return;
        }
        boolean inThisWave = !laterWaves.containsKey(each.job().wave());
        each.neverStarts(why);
        each.followers.forEach(follower ->
                neverStarts(follower, "It was to follow " + each.job().id() + ", which never began."));
        if (inThisWave) {
            leavesWave(each);
        }
    }

    private void leavesWave(Execution each) {
        inWave--;
        if (inWave == 0) {
            nextWave();
        }
    }

    private Simulation result(List<Job> jobs) {
        for (Execution each : executions) {
            if (!each.over()) {
                each.neverStarts(
                        laterWaves.containsKey(each.job().wave())
                                ? "An earlier wave never came to its end."
                                : "It waits for a migration that waits for it.");
            }
        }
        List<MigrationRun> runs = executions.stream().map(Execution::result).toList();
        double makespan =
                runs.stream().mapToDouble(MigrationRun::endSeconds).max().orElse(0);
        List<LinkUse> uses = paths.pipes().stream()
                .map(pipe -> {
                    pipe.settle(now);
                    return pipe.use();
                })
                .toList();
        String policy = jobs.isEmpty() ? "vmotion" : jobs.get(0).policy().title();
        return new Simulation(policy, settings.seed(), makespan, runs, uses);
    }
}
