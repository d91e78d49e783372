package dev.premotion.simulation;

/**
 * A region at its place, written at random or in a sweep.
 *
 * @param first its first page
 * @param region what is written there
 */
record PlacedRegion(long first, Region region) {
    /** The page behind its last. */
    long end() {
        return first + region.pages();
    }
}
