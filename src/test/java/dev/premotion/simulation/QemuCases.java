package dev.premotion.simulation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.premotion.simulation.EstimateRequest.Hypervisor;
import dev.premotion.simulation.GuestMemory.Engine;
import dev.premotion.simulation.Region.WritePattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The 105 real QEMU migrations of qemu-migrations.csv with what is predicted of them; not one constant is per case. */
final class QemuCases {
    /**
     * Loopback between two QEMU processes, an order of magnitude and not measured; only the stop of the capped cases goes
     * that fast, a few milliseconds.
     */
    private static final double LOOPBACK = 1.25e9;
    /** 64 MiB/s shaped, headers included: what the link runs of the same file carried (transferred over total time, median). */
    private static final double GOODPUT = 63.4 * (1 << 20);
    /** Pages of firmware, video memory and page tables beside the filled ones: normal less filled pages of the idle runs. */
    private static final long OTHER_PAGES = 86;

    record Case(String name, List<Measured> runs) {
        boolean converges() {
            return runs.stream().allMatch(Measured::completed);
        }

        boolean agrees() {
            return runs.stream().map(Measured::completed).distinct().count() == 1;
        }

        /** The median of the predictions against the median of the repeats. */
        double error(ToDoubleFunction<Outcome> predicted, ToDoubleFunction<Measured> measured) {
            return off(predicted, measured) / median(runs.stream().mapToDouble(measured));
        }

        double off(ToDoubleFunction<Outcome> predicted, ToDoubleFunction<Measured> measured) {
            double prediction = median(runs.stream().map(Measured::predicted).mapToDouble(predicted));
            return Math.abs(prediction - median(runs.stream().mapToDouble(measured)));
        }

        double timeError() {
            return error(Outcome::totalSeconds, run -> run.number("total_time_ms") / 1e3);
        }

        double bytesError() {
            return error(Outcome::bytesSent, run -> run.number("transferred"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Measured(Map<String, String> row, Outcome predicted) {
        double number(String column) {
            String cell = row.get(column);
            return cell == null || cell.isEmpty() ? 0 : Double.parseDouble(cell);
        }

        boolean completed() {
            return "completed".equals(row.get("status"));
        }

        double passes() {
            return number("dirty_sync_count") - 2;
        }

        @Override
        public String toString() {
            return String.valueOf(row.get("run"));
        }
    }

    static List<Case> cases(Engine engine) throws IOException {
        var byName = MeasuredRuns.read("qemu-migrations.csv").stream()
                // A guest that waits between its writes by the clock keeps its rate under a throttle; the policy slows
                // what
                // spins, so AC-open-full-r1.5 is not what it models and is left out (docs/accuracy.md says so).
                .filter(row -> row.get("auto_converge").equals("0")
                        || row.get("guest_spin").equals("1"))
                .map(row -> new Measured(row, predict(row, engine)))
                .collect(groupingBy(run -> run.row().get("case"), LinkedHashMap::new, toList()));
        var cases = new ArrayList<Case>();
        byName.forEach((name, runs) -> cases.add(new Case(name, runs)));
        return cases;
    }

    private static Outcome predict(Map<String, String> row, Engine engine) {
        EstimateRequest request = request(row, engine, true);
        return Precopy.alone(
                request.policy().start(request.memory(), engine.open(request.memory(), 1)),
                request.bandwidth(),
                Double.POSITIVE_INFINITY);
    }

    static EstimateRequest request(Map<String, String> row, Engine engine, boolean startKnown) {
        var run = new Measured(row, NOTHING);
        var regions = new ArrayList<Region>();
        for (String task : List.of("0", "1")) {
            long pages = (long) run.number("t" + task + "_pages");
            if (pages > 0) {
                Double start = startKnown ? run.number("writes" + task + "_at_start") % pages : null;
                boolean sweeps = "seq".equals(row.get("t" + task + "_mode"));
                regions.add(new Region(
                        pages,
                        run.number("t" + task + "_rate_pps"),
                        sweeps ? new WritePattern.Sequential(start) : new WritePattern.Random()));
            }
        }
        long all = (long) run.number("ram_total") / Region.PAGE_BYTES;
        var memory = new MemoryShape(all, all - (long) run.number("fill_pages") - OTHER_PAGES, regions);
        boolean link = "link".equals(row.get("series"));
        return new EstimateRequest(
                memory,
                link ? GOODPUT : LOOPBACK,
                link ? null : run.number("max_bandwidth_Bps"),
                0,
                0,
                Hypervisor.QEMU,
                "",
                run.number("auto_converge") > 0,
                run.number("downtime_limit_ms") / 1e3,
                engine,
                1);
    }

    static final Outcome NOTHING = new Outcome(false, List.of(), 0, 0, 0, 0, 0, 0, 0, "");

    static boolean throttled(Case each) {
        return each.runs().get(0).number("auto_converge") > 0;
    }

    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** A case without its sweeps' positions: how many of its repeats lie in the range, and of how many. */
    record Contained(String name, int runs, int contained) {}

    /** All cases with a sweep and without auto-converge. */
    static List<Contained> contained() throws IOException {
        var rows = MeasuredRuns.read("qemu-migrations.csv").stream()
                .filter(row -> row.get("auto_converge").equals("0"))
                .collect(groupingBy(row -> row.get("case"), LinkedHashMap::new, toList()));
        var contained = new ArrayList<Contained>();
        for (List<Map<String, String>> repeats : rows.values()) {
            EstimateRequest request = request(repeats.get(0), Engine.EXPECTED, false);
            if (request.memory().openStart()) {
                Estimate.Ranges range =
                        Objects.requireNonNull(Estimator.estimate(request).range());
                int inside = (int) repeats.stream()
                        .filter(row -> contains(range, new Measured(row, NOTHING)))
                        .count();
                contained.add(new Contained(String.valueOf(repeats.get(0).get("case")), repeats.size(), inside));
            }
        }
        return contained;
    }

    static boolean contains(Estimate.Ranges range, Measured run) {
        return run.completed()
                ? range.converged() > 0 && range.totalSeconds().contains(run.number("total_time_ms") / 1e3)
                : range.converged() < range.runs();
    }
}
