package dev.premotion.simulation;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.MemoryWrites;
import dev.premotion.inventory.Vm;
import dev.premotion.simulation.Region.WritePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A guest's memory from what a snapshot knows of it. Measured writes are taken as they are; without them the active memory
 * bounds the working set from above (facts on migration models, section 3.9), and how fast it is written is a guess from
 * the CPU it uses and from what kind of guest it is.
 */
final class GuestGuess {
    private static final long MIB = 1024 * 1024;
    /** CPU use that the guessed write rate is for. */
    private static final double USUAL_CPU = 0.1;
    /** CPU use moves the guess no further than this. */
    private static final double MOST = 5;

    private final Vm vm;
    private final @Nullable Host host;
    private final Guesses guesses;
    private final List<String> guessed;

    /**
     * @param host where it runs; absent where unknown
     * @param guessed is told what was taken for granted
     */
    GuestGuess(Vm vm, @Nullable Host host, Guesses guesses, List<String> guessed) {
        this.vm = vm;
        this.host = host;
        this.guesses = guesses;
        this.guessed = guessed;
    }

    MemoryShape memory() {
        double bytes = vm.memoryMiB() == null ? 4096.0 * MIB : (double) vm.memoryMiB() * MIB;
        if (vm.memoryMiB() == null) {
            guessed.add("memory is taken as 4 GiB: its size is not known");
        }
        double zero = vm.consumedMemoryMiB() == null ? 0 : Math.max(0, bytes - (double) vm.consumedMemoryMiB() * MIB);
        var regions = regions(bytes, bytes - zero);
        double written = regions.stream()
                .mapToDouble(r -> (double) r.pages() * Region.PAGE_BYTES)
                .max()
                .orElse(0);
        return MemoryShape.ofBytes(bytes, Math.max(0, Math.min(zero, bytes - written - 4 * MIB)), regions);
    }

    /** What is measured where that is all there is; a listing that may lack rows says nothing of the rest, so it is guessed. */
    private List<Region> regions(double bytes, double used) {
        var writes = vm.memoryWrites();
        if (writes == null) {
            return List.of(guessed(used));
        }
        var regions = new ArrayList<Region>();
        writes.stream().map(each -> measured(each, bytes)).forEach(regions::add);
        if (!writes.complete()) {
            guessed.add("its measured memory writes are not complete: what they lack is guessed");
            regions.add(guessed(used));
        }
        regions.sort(Comparator.comparingLong(Region::pages));
        return regions;
    }

    private Region measured(MemoryWrites writes, double bytes) {
        long pages = Math.max(1, Math.round(Math.min(writes.sizeBytes(), bytes * 0.9) / Region.PAGE_BYTES));
        WritePattern pattern = switch (writes.pattern() == null ? "random" : writes.pattern()) {
            case "sequential" -> new WritePattern.Sequential(position() * pages);
            case "zipf" -> new WritePattern.Zipf(WritePattern.Zipf.USUAL);
            default -> new WritePattern.Random();
        };
        return new Region(pages, writes.pagesPerSecond(), pattern);
    }

    /** Where a sweep stands when the migration begins, which no snapshot tells. */
    private double position() {
        guessed.add(Input.SWEEP_POSITION.between("its sequential writes stand at"));
        return of(Input.SWEEP_POSITION);
    }

    private Region guessed(double used) {
        double active = vm.activeMemoryMiB() == null
                ? used * of(Input.ACTIVE_MEMORY)
                : Math.min(used * 0.9, (double) vm.activeMemoryMiB() * MIB);
        double set = Math.min(active, used * 0.9) * of(Input.WORKING_SET);
        long pages = Math.max(256, Math.round(set / Region.PAGE_BYTES));
        var kind = GuestKind.of(vm.guestId());
        double busy = busy();
        double seconds = of(Input.REWRITE_TIME) * kind.rewriteFactor() / busy;
        guessed.add("memory writes are not known: " + Input.WORKING_SET.between("a working set of")
                + (vm.activeMemoryMiB() == null ? ", itself " + Input.ACTIVE_MEMORY.between("taken as") : "")
                + Input.REWRITE_TIME.between(", written once in")
                + basis(kind, busy));
        return new Region(pages, pages / seconds, new WritePattern.Random());
    }

    private double of(Input input) {
        return guesses.of(input, vm.ref().toString());
    }

    /** How much busier than usual it is, by the CPU it uses; 1 where that is not known. */
    private double busy() {
        if (vm.cpuUsageMhz() == null || vm.numCpu() == null || host == null || host.cpuMhz() == null) {
            return 1;
        }
        double share = (double) vm.cpuUsageMhz() / Math.max(1, vm.numCpu() * (double) host.cpuMhz());
        return Math.max(1 / MOST, Math.min(MOST, share / USUAL_CPU));
    }

    private String basis(GuestKind kind, double busy) {
        var basis = new ArrayList<String>();
        if (busy != 1) {
            basis.add(String.format(Locale.ROOT, "%s by its CPU use", busy > 1 ? "faster" : "slower"));
        }
        if (kind.rewriteFactor() != 1) {
            basis.add((kind.rewriteFactor() > 1 ? "slower" : "faster") + " as a " + kind.name());
        }
        return basis.isEmpty() ? "" : ", " + String.join(" and ", basis);
    }
}
