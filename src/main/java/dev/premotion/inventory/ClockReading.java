package dev.premotion.inventory;

import java.time.Instant;

/**
 * Two clocks read together, so that readings of different moments can be brought to one.
 *
 * @param serverTime what the server's clock said
 * @param readAt what the collector's clock said at that moment
 */
public record ClockReading(Instant serverTime, Instant readAt) {

    /** How far the server's clock is ahead of the collector's, in milliseconds; negative where it is behind. */
    public long offsetMillis() {
        return java.time.Duration.between(readAt, serverTime).toMillis();
    }
}
