package dev.premotion.simulation;

/**
 * What a migration wants of its path until it has to think again: so many bytes or so many seconds, whichever is
 * through first.
 *
 * @param bytes to carry; 0 to let time pass without sending
 * @param seconds to come back after at the latest; infinite where only the bytes count
 * @param live whether the guest runs meanwhile, so that a limit on pre-copy applies
 */
public record Demand(double bytes, double seconds, boolean live) {
    /** Waits. */
    static Demand pause(double seconds) {
        return new Demand(0, seconds, true);
    }
}
