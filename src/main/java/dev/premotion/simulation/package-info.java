/**
 * The migration simulator: what one live migration does, pass by pass, and what a whole plan does on a clock.
 *
 * <p>Data in, data out; no clock and no randomness but the seed that is passed in. Memory is counted in pages of 4 KiB,
 * sizes in bytes, rates in bytes per second and times in seconds unless a name says otherwise.
 */
@NullMarked
package dev.premotion.simulation;

import org.jspecify.annotations.NullMarked;
