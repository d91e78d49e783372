package dev.premotion.simulation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.premotion.simulation.Estate.HostPorts;
import dev.premotion.simulation.EstateSimulator.Settings;
import dev.premotion.simulation.GuestMemory.Engine;
import dev.premotion.simulation.Region.WritePattern.Random;
import dev.premotion.simulation.Region.WritePattern.Sequential;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The 1,000 real migrations of grid5000-odd-plans.csv, which share the links of four hosts (Grid'5000, QEMU/KVM). */
final class GridCases {
    private static final double MB = 1e6;
    /**
     * A downtime limit in which the hot set fits even on a shared link: the stop took it along, as the runs that share a
     * link at less than the hot set's write rate came to an end. The limit that was set is not published; one value for
     * all runs.
     */
    private static final double DOWNTIME_SECONDS = 4;
    /** From the command to the first byte and from the last byte to the answer; one value for all runs. */
    private static final double SETUP_SECONDS = 2;

    /**
     * One migration.
     *
     * @param name plan, run and VM
     * @param seen its duration, seconds
     * @param predicted by the simulator
     * @param other predicted by BtrPlace
     */
    record Migration(String name, double seen, double predicted, double other) {
        double error() {
            return Math.abs(predicted / seen - 1);
        }

        double otherError() {
            return Math.abs(other / seen - 1);
        }
    }

    private GridCases() {}

    static List<Migration> all() throws IOException {
        var all = new ArrayList<Migration>();
        var runs = MeasuredRuns.read("grid5000-odd-plans.csv").stream()
                .collect(groupingBy(row -> row.get("plan") + '/' + row.get("run"), LinkedHashMap::new, toList()));
        for (Map.Entry<String, List<Map<String, String>>> each : runs.entrySet()) {
            List<Map<String, String>> rows = each.getValue();
            var simulation = EstateSimulator.simulate(estate(rows), settings());
            for (int i = 0; i < rows.size(); i++) {
                var run = simulation.migrations().get(i);
                all.add(new Migration(
                        each.getKey() + "/" + rows.get(i).get("vm"),
                        number(rows.get(i), "end_s") - number(rows.get(i), "start_s"),
                        run.endSeconds() - run.startSeconds(),
                        number(rows.get(i), "btrplace_predicted_s")));
            }
        }
        return all;
    }

    private static Settings settings() {
        Settings defaults = Settings.defaults();
        return new Settings(
                AdmissionCosts.none(),
                defaults.goodput(),
                defaults.nfcBytesPerSecond(),
                4,
                20,
                SETUP_SECONDS,
                Engine.EXPECTED,
                1);
    }

    private static Estate estate(List<Map<String, String>> rows) {
        var hosts = new ArrayList<HostPorts>();
        for (int i = 0; i < 4; i++) {
            double bits = i < 2 ? 500e6 : 1e9;
            hosts.add(new HostPorts("host" + i, bits / 8, bits / 8, bits));
        }
        return new Estate(
                hosts, List.of(), List.of(), rows.stream().map(GridCases::job).toList());
    }

    private static Job job(Map<String, String> row) {
        double used = number(row, "memory_used_mb") * MB;
        double hot = number(row, "hot_set_mb") * MB;
        double hotPagesPerSecond = hot / number(row, "hot_set_seconds") / Region.PAGE_BYTES;
        double coldPagesPerSecond = number(row, "cold_rate_mb_per_s") * MB / Region.PAGE_BYTES;
        var memory = MemoryShape.ofBytes(
                used,
                0,
                List.of(
                        new Region((long) (hot / Region.PAGE_BYTES), hotPagesPerSecond, new Sequential(0d)),
                        new Region((long) (used / Region.PAGE_BYTES), coldPagesPerSecond, new Random())));
        return new Job(
                row.get("vm"),
                Job.Operation.VMOTION,
                "host" + row.get("from_host"),
                "host" + row.get("to_host"),
                List.of(),
                List.of(),
                null,
                List.of(),
                memory,
                QemuPolicy.defaults().with(DOWNTIME_SECONDS, Double.POSITIVE_INFINITY, false),
                1,
                List.of(),
                false,
                number(row, "start_s"),
                Double.POSITIVE_INFINITY,
                List.of());
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(String.valueOf(row.get(column)));
    }
}
