package dev.premotion.plan;

import dev.premotion.plan.Plan.Migration;
import org.jspecify.annotations.Nullable;

/**
 * A migration that the ledger counts.
 *
 * @param step its place in the run; those that start together share one
 * @param sure whether it is approved; otherwise it may run or not
 * @param open what would tell whether it runs; absent where it is sure, or where nobody knows what to ask
 */
record Booking(
        Migration migration,
        int step,
        int wave,
        boolean sure,
        @Nullable Lacking open) {

    boolean of(Migration other) {
        return migration == other;
    }

    /** The same, of which nobody can tell what it does. */
    Booking unsure() {
        return new Booking(migration, step, wave, false, open);
    }
}
