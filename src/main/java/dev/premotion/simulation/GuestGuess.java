package dev.premotion.simulation;

import dev.premotion.inventory.MemoryWrites;
import dev.premotion.inventory.Vm;
import dev.premotion.simulation.Region.WritePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A guest's memory from what a snapshot knows of it. Measured writes are taken as they are; without them the active memory
 * bounds the working set from above (facts on migration models, section 3.9), and how fast it is written is a guess.
 */
final class GuestGuess {

    private static final long MIB = 1024 * 1024;

    private GuestGuess() {}

    static MemoryShape memory(Vm vm, Guess guess, List<String> guessed) {
        double bytes = vm.memoryMiB() == null ? 4096.0 * MIB : (double) vm.memoryMiB() * MIB;
        if (vm.memoryMiB() == null) {
            guessed.add("memory is taken as 4 GiB: its size is not known");
        }
        double zero = vm.consumedMemoryMiB() == null ? 0 : Math.max(0, bytes - (double) vm.consumedMemoryMiB() * MIB);
        var regions = vm.memoryWrites() == null ? guessed(vm, bytes - zero, guess, guessed) : measured(vm, bytes);
        double written = regions.stream()
                .mapToDouble(r -> (double) r.pages() * Region.PAGE_BYTES)
                .max()
                .orElse(0);
        return MemoryShape.ofBytes(bytes, Math.max(0, Math.min(zero, bytes - written - 4 * MIB)), regions);
    }

    private static List<Region> measured(Vm vm, double bytes) {
        var regions = new ArrayList<Region>();
        if (vm.memoryWrites() != null) {
            vm.memoryWrites().stream()
                    .sorted(Comparator.comparingLong(MemoryWrites::sizeBytes))
                    .forEach(writes -> regions.add(new Region(
                            Math.round(Math.min(writes.sizeBytes(), bytes * 0.9) / Region.PAGE_BYTES),
                            writes.pagesPerSecond(),
                            "sequential".equals(writes.pattern())
                                    ? new WritePattern.Sequential(0.0)
                                    : new WritePattern.Random())));
        }
        return regions;
    }

    private static List<Region> guessed(Vm vm, double used, Guess guess, List<String> guessed) {
        double active = vm.activeMemoryMiB() == null ? used * guess.memoryShare() : (double) vm.activeMemoryMiB() * MIB;
        double set = Math.min(active, used * 0.9) * guess.workingSetShare();
        long pages = Math.max(256, Math.round(set / Region.PAGE_BYTES));
        guessed.add(String.format(
                Locale.ROOT,
                "memory writes are not known: a working set of %s, written once in %.0f s (tried %.0f to %.0f s)",
                vm.activeMemoryMiB() == null ? "a part of all memory" : "a part of the active memory",
                Guess.LIKELY.rewriteSeconds(),
                Guess.HIGH.rewriteSeconds(),
                Guess.LOW.rewriteSeconds()));
        return List.of(new Region(pages, pages / guess.rewriteSeconds(), new WritePattern.Random()));
    }
}
