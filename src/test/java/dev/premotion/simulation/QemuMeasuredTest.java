package dev.premotion.simulation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against 105 real QEMU migrations; no constant was fitted to a case. */
class QemuMeasuredTest {
    /** Loopback between two QEMU processes; only the stop of the capped cases goes that fast. */
    private static final double LOOPBACK = 1.25e9;
    /** 64 MiB/s including headers. */
    private static final double GOODPUT = 63.4 * (1 << 20);
    /** Pages of firmware, video memory and page tables that hold something beside the filled ones. */
    private static final long OTHER_PAGES = 86;

    private record Case(String name, List<Measured> runs) {
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

    private record Measured(Map<String, String> row, Outcome predicted) {
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

    private static List<Case> cases(Engine engine) throws IOException {
        var byName = MeasuredRuns.read("qemu-migrations.csv").stream()
                // A guest that does not spin keeps its rate under a throttle, which only its numbers tell.
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

    private static EstimateRequest request(Map<String, String> row, Engine engine, boolean startKnown) {
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
                Hypervisor.QEMU,
                "",
                run.number("auto_converge") > 0,
                run.number("downtime_limit_ms") / 1e3,
                engine,
                1);
    }

    private static final Outcome NOTHING = new Outcome(false, List.of(), 0, 0, 0, 0, 0, 0, "");

    private static boolean throttled(Case each) {
        return each.runs().get(0).number("auto_converge") > 0;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void timeBytesAndPassesAreRightWhereItConverges(Engine engine) throws IOException {
        var cases = cases(engine).stream()
                .filter(Case::converges)
                .filter(each -> !throttled(each))
                .toList();
        assertThat(median(cases.stream().mapToDouble(Case::timeError))).isLessThan(0.01);
        assertThat(median(cases.stream().mapToDouble(Case::bytesError))).isLessThan(0.01);
        assertThat(cases).hasSizeGreaterThan(20).allSatisfy(each -> {
            assertThat(each.timeError()).as("time of %s", each).isLessThan(0.06);
            assertThat(each.bytesError()).as("bytes of %s", each).isLessThan(0.06);
            double passes = median(each.runs().stream().mapToDouble(Measured::passes));
            assertThat(each.off(outcome -> outcome.passes().size(), Measured::passes))
                    .as("passes of %s", each)
                    .isLessThanOrEqualTo(Math.max(1, 0.1 * passes));
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whetherItConvergesIsRightWhereTheRepeatsAgree(Engine engine) throws IOException {
        assertThat(cases(engine))
                .filteredOn(Case::agrees)
                .hasSizeGreaterThan(30)
                .allSatisfy(each -> assertThat(each.runs())
                        .as(each.name())
                        .allMatch(run -> run.predicted().converged() == run.completed()));
    }

    @Test
    void theStunOverARealLinkIsRight() throws IOException {
        assertThat(cases(Engine.PAGES))
                .filteredOn(each -> each.name().startsWith("L-") && each.converges())
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.error(Outcome::stunSeconds, run -> run.number("downtime_ms") / 1e3))
                        .as(each.name())
                        .isLessThan(0.1));
    }

    @Test
    void autoConvergeThrottlesAsFarAndTakesAsLong() throws IOException {
        assertThat(cases(Engine.PAGES))
                .filteredOn(QemuMeasuredTest::throttled)
                .hasSize(4)
                .allSatisfy(each -> {
                    assertThat(each.timeError()).as("time of %s", each).isLessThan(0.2);
                    assertThat(each.off(outcome -> outcome.throttle() * 100, run -> run.number("throttle_max")))
                            .as("throttle of %s", each)
                            .isLessThanOrEqualTo(10.001);
                });
    }

    @Test
    void withoutTheSweepsPositionTheRangeContainsNineOfTenRuns() throws IOException {
        var rows = MeasuredRuns.read("qemu-migrations.csv").stream()
                .filter(row -> row.get("auto_converge").equals("0"))
                .collect(groupingBy(row -> row.get("case"), LinkedHashMap::new, toList()));
        int all = 0;
        int contained = 0;
        for (List<Map<String, String>> repeats : rows.values()) {
            EstimateRequest request = request(repeats.get(0), Engine.EXPECTED, false);
            if (request.memory().openStart()) {
                Estimate.Ranges range =
                        Objects.requireNonNull(Estimator.estimate(request).range());
                all += repeats.size();
                contained += (int) repeats.stream()
                        .filter(row -> contains(range, new Measured(row, NOTHING)))
                        .count();
            }
        }
        assertThat(all).isGreaterThan(60);
        assertThat(contained).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * all));
    }

    private static boolean contains(Estimate.Ranges range, Measured run) {
        return run.completed()
                ? range.converged() > 0 && range.totalSeconds().contains(run.number("total_time_ms") / 1e3)
                : range.converged() < range.runs();
    }
}
