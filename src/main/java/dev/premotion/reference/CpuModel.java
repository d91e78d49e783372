package dev.premotion.reference;

import org.jspecify.annotations.Nullable;

/**
 * What the text of a host's CPU model tells.
 *
 * @param vendor {@code intel} or {@code amd}
 * @param generation such as {@code Cascade Lake}; absent where only the vendor is recognised
 * @param highestEvc the highest EVC mode of the generation; absent where it has none of its own or none is verified
 */
public record CpuModel(
        String vendor,
        @Nullable String generation,
        @Nullable EvcMode highestEvc) {

    @Override
    public String toString() {
        return generation == null ? vendor : vendor + " " + generation;
    }
}
