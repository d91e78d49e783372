package dev.premotion.report;

import dev.premotion.report.Result.Answer;
import dev.premotion.report.Result.Disk;
import dev.premotion.report.Result.Link;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Pass;
import dev.premotion.report.Result.Place;
import dev.premotion.report.Result.Range;
import dev.premotion.report.Result.Run;
import dev.premotion.report.Result.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A simulation of a sample: four slots a wave, geometric pre-copy; plausible numbers, not the simulator's. */
final class SampleRuns {

    private static final int SLOTS = 4;
    private static final double NETWORK = 1.1e9;
    private static final double STORAGE = 4.0e8;
    private static final double GIB = 1 << 30;

    private final Random random = new Random(20261122);
    private final double[] free = new double[SLOTS];
    private final List<Run> runs = new ArrayList<>();

    private SampleRuns() {}

    static Simulation of(List<Migration> migrations) {
        SampleRuns made = new SampleRuns();
        List<Migration> moving = migrations.stream()
                .filter(m -> m.verdict().startsWith("approved"))
                .sorted(Comparator.comparingInt(SampleRuns::wave))
                .toList();
        int wave = 0;
        double begins = 0;
        for (Migration migration : moving) {
            if (wave(migration) != wave) {
                wave = wave(migration);
                begins = made.end();
            }
            made.run(migration, begins);
        }
        return made.simulation();
    }

    private static int wave(Migration migration) {
        Integer wave = migration.wave();
        return wave == null ? Integer.MAX_VALUE : wave;
    }

    private double end() {
        return runs.stream().mapToDouble(Run::endSeconds).max().orElse(0);
    }

    private Simulation simulation() {
        double end = end();
        long bytes = runs.stream().mapToLong(Run::bytesSent).sum();
        return new Simulation(
                "vmotion",
                7,
                end,
                new Range(end * 0.9, end, end * 1.4),
                List.copyOf(runs),
                List.of(
                        new Link("esx-01.site-a.example egress", 1.25e9, bytes / 2, end * 0.71, 0.97),
                        new Link("esx-05.site-b.example ingress", 1.25e9, bytes / 3, end * 0.48, 0.88),
                        new Link("site-a -> site-b", 2.5e9, bytes, end * 0.83, 1.0)),
                List.of(
                        "No performance statistics: every VM writes 1, 4 or 16 % of its memory a minute.",
                        "site-a -> site-b carries 20 Gbit/s, as the inventory says."),
                100,
                List.of(new Answer("What is the bottleneck?", "site-a -> site-b is full for 40 min.")));
    }

    private void run(Migration migration, double begins) {
        int slot = 0;
        for (int i = 1; i < SLOTS; i++) {
            slot = free[i] < free[slot] ? i : slot;
        }
        double start = Math.max(begins, free[slot]);
        boolean live = migration.kinds().get(0).endsWith("live");
        List<Pass> passes = passes(migration, live);
        double stun = live ? 120 + random.nextInt(700) : 0;
        double seconds = passes.stream().mapToDouble(Pass::seconds).sum() + stun / 1000 + 2;
        free[slot] = start + seconds;
        long bytes = passes.stream().mapToLong(Pass::bytes).sum();
        boolean failed = runs.size() == 5;
        boolean guessed = live && runs.size() % 3 != 0;
        runs.add(new Run(
                migration.id(),
                migration.vm(),
                failed ? "failed" : "done",
                failed
                        ? "Pre-copy did not converge: 4 passes sent more than half of what was dirtied meanwhile."
                        : null,
                runs.size() % 11 == 9,
                start - begins,
                start,
                start + seconds,
                passes,
                bytes,
                failed ? 0 : stun,
                live ? random.nextInt(30) / 100.0 : 0,
                guessed ? new Range(seconds * 0.8, seconds, seconds * 2.2) : null,
                guessed && !failed ? new Range(stun * 0.6, stun, stun * 3) : null,
                guessed ? new Range(0, 0.02, 0.4) : null,
                guessed ? "how fast a guest writes its working set" : null,
                guessed ? List.of("Dirty rate guessed: 1, 4 or 16 % of memory a minute.") : List.of(),
                null));
    }

    private List<Pass> passes(Migration migration, boolean live) {
        List<Pass> passes = new ArrayList<>();
        if (!migration.kinds().get(0).startsWith("compute")) {
            long disks = disks(migration.from());
            passes.add(new Pass("disk", disks, disks / STORAGE, 0));
        }
        double left = (4 + random.nextInt(28)) * GIB;
        double ratio = 0.03 + random.nextDouble() * 0.5;
        for (int i = 0; live && i < 9 && (i == 0 || left > NETWORK / 2); i++) {
            double dirty = left * ratio;
            passes.add(new Pass("memory", (long) left, left / NETWORK, (long) dirty));
            left = dirty;
        }
        return passes;
    }

    private static long disks(@org.jspecify.annotations.Nullable Place from) {
        if (from == null) {
            return 0;
        }
        return from.disks().stream()
                .map(Disk::capacityBytes)
                .mapToLong(bytes -> bytes == null ? 0 : bytes)
                .sum();
    }
}
