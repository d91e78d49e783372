package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * One region of a VM's memory and how fast it is written.
 *
 * @param sizeBytes size of the region
 * @param pagesPerSecond writes, pages of 4 KiB a second
 * @param pattern random, sequential or zipf; absent counts as random
 */
public record MemoryWrites(
        long sizeBytes, double pagesPerSecond, @Nullable String pattern) {}
