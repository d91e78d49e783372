package dev.premotion.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Breaks inputs for some minutes and keeps those that were read wrongly or took long: {@code mvn -Pfuzz test-compile
 * exec:exec@fuzz -Dfuzz.minutes=30}.
 */
public final class FuzzRun {

    /** No small input may keep the processor longer; how long it takes depends on who else wants it. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private FuzzRun() {}

    /** @param arguments minutes, and the number to begin with; by default one that differs from day to day */
    public static void main(String[] arguments) {
        long minutes = Long.parseLong(arguments[0]);
        long seed =
                arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis() / 86_400_000L << 32;
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        Map<Reader, Long> tried = new EnumMap<>(Reader.class);
        var problems = new ArrayList<String>();
        long slowest = 0;
        for (long at = seed; System.nanoTime() < end; at++) {
            for (var reader : Reader.values()) {
                var attempt = Attempt.of(reader, at);
                long before = cpu();
                var problem = attempt.problem();
                long took = cpu() - before;
                if (problem == null && took > LONGEST.toNanos()) {
                    problem = "it took " + Duration.ofNanos(took).toSeconds() + " s";
                }
                slowest = Math.max(slowest, took);
                tried.merge(reader, 1L, Long::sum);
                told(attempt, at, problem, problems);
            }
        }
        System.out.println("tried " + tried + ", slowest "
                + Duration.ofNanos(slowest).toMillis() + " ms, heap "
                + (ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax() >> 20) + " MiB, problems "
                + problems.size());
        System.exit(problems.isEmpty() ? 0 : 1); // the server that answers like a vCenter would keep it alive
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void told(
            Attempt attempt, long seed, @org.jspecify.annotations.Nullable String problem, List<String> known) {
        if (problem == null) {
            return;
        }
        var kind =
                attempt.reader() + " " + problem.lines().findFirst().orElse("").replaceAll("\\d+", "0");
        var shown = kind.substring(0, Math.min(160, kind.length()));
        if (!known.contains(shown)) {
            known.add(shown);
            System.out.println(attempt.reader() + " " + seed + " " + problem + "\n  kept in " + attempt.keep());
            System.out.flush();
        }
    }
}
