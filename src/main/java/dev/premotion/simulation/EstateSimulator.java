package dev.premotion.simulation;

import dev.premotion.simulation.GuestMemory.Engine;
import dev.premotion.simulation.Simulation.LinkUse;
import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Executes a plan on a clock: each migration queues for vCenter's admission, copies its disks, then its memory pass by
 * pass, stops and is over; all share the pipes they go through max-min fair, shared out anew at each event.
 *
 * <p>The work for an event depends on how many migrations run at the same time, not on how long the plan is.
 */
public final class EstateSimulator {
    /**
     * What holds for the whole plan.
     *
     * @param costs what vCenter's admission charges
     * @param goodput share of a line's rate that is payload, above 0, at most 1
     * @param nfcBytesPerSecond what network file copy carries between two hosts at best
     * @param parallelCopies disks of one VM that are copied at once
     * @param networkTimeoutSeconds how long a migration waits for a broken network before it is given up
     * @param setupSeconds from a migration's admission to its first byte
     * @param engine how memory is computed
     * @param seed of the page-accurate engine
     */
    public record Settings(
            AdmissionCosts costs,
            double goodput,
            double nfcBytesPerSecond,
            int parallelCopies,
            double networkTimeoutSeconds,
            double setupSeconds,
            Engine engine,
            long seed) {
        /** The documented costs, the constants of the table, no set-up time, expected values. */
        public static Settings defaults() {
            return with(AdmissionCosts.documented(), 1);
        }

        /** The constants of the table with these costs and this seed. */
        public static Settings with(AdmissionCosts costs, long seed) {
            var table = MigrationConstants.of("network", "");
            return new Settings(
                    costs,
                    table.value("goodput") / 100,
                    table.value("nfc") * 1e9 / 8,
                    (int) table.value("parallelCopies"),
                    MigrationConstants.of("vmotion", "").value("netTimeout"),
                    0,
                    Engine.EXPECTED,
                    seed);
        }
    }

    private final Settings settings;
    private final EstatePaths paths;
    private final Transfers transfers;
    private final Admission admission = new Admission();
    private final FairShare share = new FairShare();
    private final EventQueue events = new EventQueue();
    private final List<Execution> executions = new ArrayList<>();
    private final Set<Execution> running = new LinkedHashSet<>();
    private final Gates gates;
    private final Incidents incidents;
    private double now;

    private EstateSimulator(Estate estate, Settings settings) {
        this.settings = settings;
        this.paths = new EstatePaths(estate, settings.costs(), settings.goodput(), settings.nfcBytesPerSecond());
        this.transfers = new Transfers(paths, settings);
        paths.announce(admission);
        for (Job job : estate.jobs()) {
            executions.add(new Execution(job, executions.size(), paths.needs(job, admission)));
        }
        this.incidents = new Incidents(
                estate, paths, share, running, settings.networkTimeoutSeconds(), this::fails, this::queues);
        this.gates = new Gates(executions, this::waitsForItsTime, this::queues);
    }

    /**
     * Executes an estate's jobs.
     *
     * @throws IllegalArgumentException if a job names something that the estate does not have, or two share an id
     */
    public static Simulation simulate(Estate estate, Settings settings) {
        return new EstateSimulator(estate, settings).run();
    }

    private Simulation run() {
        while (incidents.nextTime() <= 0) {
            incidents.happen();
        }
        gates.openWave();
        while (true) {
            admission.start(this::admitted);
            share.rebalance(now, this::rateChanges);
            if (events.isEmpty()
                    && ((running.isEmpty() && !incidents.holdsSomething())
                            || incidents.nextTime() == Double.POSITIVE_INFINITY)) {
                return result();
            }
            double next = events.isEmpty() ? Double.POSITIVE_INFINITY : events.nextTime();
            if (incidents.nextTime() <= next) {
                now = incidents.nextTime();
                incidents.happen();
                continue;
            }
            now = next;
            while (!events.isEmpty() && events.nextTime() <= now + Transfer.MOMENT) {
                attend(events.poll());
            }
        }
    }

    private void waitsForItsTime(Execution each) {
        schedule(transfers.pause(each, Math.max(0, each.job().notBeforeSeconds() - now), now));
    }

    private void queues(Execution each) {
        each.queuesAt(now);
        String impossible = admission.impossible(each.needs());
        if (impossible != null) {
            gates.neverStarts(each, "It can never be admitted. " + impossible);
        } else {
            admission.offer(each);
        }
    }

    private void admitted(Execution each) {
        String prevented = incidents.prevents(each);
        if (prevented != null) {
            admission.release(each);
            if (!incidents.holds(each)) {
                gates.neverStarts(each, prevented);
            }
            return;
        }
        each.startsAt(now);
        running.add(each);
        each.toStart.addAll(transfers.disks(each, now));
        if (settings.setupSeconds() > 0) {
            each.underWay++;
            Flow setup = transfers.pause(each, settings.setupSeconds(), now);
            each.flows.add(setup);
            schedule(setup);
        } else {
            goOn(each);
        }
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
            join(each, transfers.memory(each, memory, now));
            transfers.mirrors(each, now).forEach(mirror -> flows(each, mirror));
        } else {
            ends(each);
        }
    }

    private void join(Execution each, Flow flow) {
        each.underWay++;
        flows(each, flow);
    }

    private void flows(Execution each, Flow flow) {
        each.flows.add(flow);
        flow.settle(now);
        share.join(flow);
        incidents.joins(flow, now);
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
        share.leave(flow, now);
        Execution each = flow.owner;
        each.flows.remove(flow);
        if (each.underWay > 0) {
            each.underWay--;
            goOn(each);
        } else {
            gates.open(each);
        }
    }

    private void ends(Execution each) {
        cut(each);
        String failure = failure(each);
        if (failure == null) {
            leaves(each, State.DONE, null);
            gates.done(each);
        } else {
            leaves(each, State.FAILED, failure);
            gates.failed(each);
        }
    }

    private static @Nullable String failure(Execution each) {
        if (each.memory == null || each.job().policy() instanceof XenPolicy) {
            return null;
        }
        Outcome outcome = each.memory.outcome();
        return outcome.converged() ? null : outcome.decision();
    }

    /** A migration is given up on its way. */
    private void fails(Execution each, String why) {
        cut(each);
        each.toStart.clear();
        leaves(each, State.FAILED, why);
        gates.failed(each);
    }

    /** Ends what still flows for a migration. */
    private void cut(Execution each) {
        for (Flow flow : List.copyOf(each.flows)) {
            flow.settle(now);
            share.leave(flow, now);
            events.schedule(flow, Double.POSITIVE_INFINITY);
        }
        each.flows.clear();
    }

    private void leaves(Execution each, State state, @Nullable String why) {
        each.ends(state, why, now);
        running.remove(each);
        admission.release(each);
    }

    private Simulation result() {
        for (Execution each : executions) {
            if (!each.over()) {
                each.neverStarts(gates.reason(each));
            }
        }
        List<MigrationRun> runs = executions.stream().map(Execution::result).toList();
        double makespan =
                runs.stream().mapToDouble(MigrationRun::endSeconds).max().orElse(0);
        paths.pipes().forEach(pipe -> pipe.settle(now));
        List<LinkUse> uses = paths.pipes().stream().map(Pipe::use).toList();
        String policy = executions.isEmpty()
                ? "vmotion"
                : executions.get(0).job().policy().title();
        return new Simulation(policy, settings.seed(), makespan, runs, uses);
    }
}
