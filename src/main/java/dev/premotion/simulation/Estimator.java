package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs one migration, or, where a sweep's position is unknown, one for each of many positions. */
public final class Estimator {
    /** Positions tried where some are unknown. */
    static final int POSITIONS = 64;
    /**
     * How far the model itself may be off where all inputs are known, as a share of total time and bytes: nine in ten of the
     * measured QEMU cases that end are predicted within it (the 0.9 quantile of their errors of time is 4.5 %, the median
     * 0.3 %; docs/accuracy.md). A test holds it to that.
     */
    static final double MODEL_ERROR = 0.045;

    private Estimator() {}

    /** What the migration will do, with the range of it where an input is open. */
    public static Estimate estimate(EstimateRequest request) {
        boolean open = request.memory().openStart();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < (open ? POSITIONS : 1); i++) {
            MemoryShape shape = open ? placed(request.memory(), i) : request.memory();
            outcomes.add(run(request, shape, request.engine(), request.seed() + i));
        }
        outcomes.sort(Comparator.comparing(Outcome::converged, Comparator.reverseOrder())
                .thenComparingDouble(Outcome::totalSeconds)
                .thenComparingDouble(Outcome::bytesSent));
        Outcome middle = outcomes.get((outcomes.size() - 1) / 2);
        double bandwidth = request.policy().bandwidth(request.bandwidth(), request.rttSeconds(), 1);
        boolean edge = open ? endDiffers(outcomes) : KnifeEdge.decides(request);
        return new Estimate(
                request,
                middle,
                open ? ranges(outcomes) : null,
                bandwidth,
                edge,
                notes(request, outcomes, bandwidth, edge));
    }

    static Outcome run(EstimateRequest request, MemoryShape shape, GuestMemory.Engine engine, long seed) {
        Policy policy = request.policy();
        double path = policy.bandwidth(request.bandwidth(), request.rttSeconds(), 1);
        return Precopy.alone(policy.start(shape, engine.open(shape, seed)), path, request.pathLimit());
    }

    private static boolean endDiffers(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::converged).distinct().count() > 1;
    }

    /**
     * The memory with its open sweeps placed: evenly spread positions, where there are several sweeps in all their
     * combinations (an additive recurrence with the powers of the generalised golden ratio, which fills a cube evenly
     * without chance).
     */
    private static MemoryShape placed(MemoryShape shape, int i) {
        long open = shape.regions().stream().filter(Region::openStart).count();
        double ratio = 1.5;
        for (int k = 0; k < 32; k++) {
            ratio = Math.pow(1 + ratio, 1 / (open + 1d));
        }
        var regions = new ArrayList<Region>();
        double step = 1;
        for (Region region : shape.regions()) {
            if (region.openStart()) {
                step /= ratio;
                double share = open == 1 ? (i + 0.5) / POSITIONS : (0.5 + i * step) % 1;
                regions.add(region.startingAt(share));
            } else {
                regions.add(region);
            }
        }
        return new MemoryShape(shape.pages(), shape.zeroPages(), regions);
    }

    private static Estimate.Ranges ranges(List<Outcome> all) {
        var ended = all.stream().filter(Outcome::converged).toList();
        var counted = ended.isEmpty() ? all : ended;
        return new Estimate.Ranges(
                all.size(),
                ended.size(),
                range(counted, Outcome::totalSeconds).wider(MODEL_ERROR),
                range(counted, outcome -> outcome.stunSeconds() * 1e3),
                range(counted, Outcome::bytesSent).wider(MODEL_ERROR),
                range(counted, outcome -> outcome.passes().size()),
                range(counted, outcome -> outcome.throttle() * 100));
    }

    private static Range range(List<Outcome> outcomes, ToDoubleFunction<Outcome> what) {
        return Range.of(outcomes.stream().mapToDouble(what).toArray());
    }

    private static List<String> notes(EstimateRequest request, List<Outcome> outcomes, double bandwidth, boolean edge) {
        var notes = new ArrayList<String>();
        if (outcomes.size() > 1) {
            notes.add("Where a sequential sweep stands is not known, so " + outcomes.size()
                    + " positions were run; the table shows the one in the middle. A start decides it, as in"
                    + " SIZE@RATE:sequential:9MiB.");
        }
        if (edge) {
            notes.add(
                    "This is a knife's edge: a little more or less bandwidth, or luck, changes whether it ends or how long"
                            + " it takes.");
        }
        if (bandwidth < request.bandwidth()) {
            notes.add("One migration gets " + Quantity.RATE.print(bandwidth)
                    + " out of the path: its streams and their buffers" + " carry no more at this round-trip time.");
        }
        if (request.hypervisor() == EstimateRequest.Hypervisor.VMOTION) {
            notes.addAll(arranged(request));
            if (!request.supported()) {
                double farthest = MigrationConstants.of("network", "").value("longDistanceRtt") / 1e3;
                notes.add("ESXi supports vMotion over round trips of up to " + Quantity.DURATION.print(farthest)
                        + ", and nothing is published of what it does beyond.");
            }
            notes.add(
                    "ESXi's constants are its own, but nobody has published measured passes of it to hold this against."
                            + " The stun counts the last pages and two round trips; devices add to it.");
        }
        return notes;
    }

    /** The same with a second adapter, and with a second such VM. */
    private static List<String> arranged(EstimateRequest request) {
        MemoryShape shape = request.memory().openStart() ? placed(request.memory(), POSITIONS / 2) : request.memory();
        Policy policy = request.policy();
        double path = request.bandwidth();
        double rtt = request.rttSeconds();
        Outcome one = expected(policy, shape, policy.bandwidth(path, rtt, 1), request.pathLimit());
        Outcome faster = expected(policy, shape, policy.bandwidth(2 * path, rtt, 2), request.pathLimit());
        Outcome shared =
                expected(policy, shape, Math.min(policy.bandwidth(path, rtt, 1), path / 2), request.pathLimit());
        return List.of(
                "With a second vMotion adapter as fast: " + time(faster) + ", stun "
                        + Quantity.DURATION.print(faster.stunSeconds()) + ".",
                "Two such VMs take " + time(shared) + " at once, the guest losing "
                        + Math.round(100 * shared.guestSlowdown()) + " % of its work meanwhile, and "
                        + Quantity.DURATION.print(2 * one.totalSeconds()) + " one after the other, losing "
                        + Math.round(100 * one.guestSlowdown()) + " %.");
    }

    private static Outcome expected(Policy policy, MemoryShape shape, double path, double limit) {
        return Precopy.alone(policy.start(shape, GuestMemory.Engine.EXPECTED.open(shape, 0)), path, limit);
    }

    private static String time(Outcome outcome) {
        return Quantity.DURATION.print(outcome.totalSeconds());
    }
}
