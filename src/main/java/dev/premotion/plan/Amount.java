package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import org.jspecify.annotations.Nullable;

/**
 * How much of a quantity one VM takes, or frees where it is negative, between two bounds.
 *
 * @param most absent where there is no bound
 * @param lacking what would tell it exactly; absent where it is exact, or where nobody knows what to ask
 */
record Amount(long least, @Nullable Long most, @Nullable Lacking lacking) {

    static final Amount NONE = new Amount(0, 0L, null);

    /** More than any real quantity, little enough to be added up. */
    private static final long BOUNDLESS = 1L << 53;

    static Amount exactly(long value) {
        return new Amount(value, value, null);
    }

    /** One known quantity; absent where the thing lacks the property. */
    static Amount of(@Nullable Long value, Ref thing, String name, String property) {
        return value == null ? new Amount(0, null, new Lacking(thing, name, property)) : exactly(value);
    }

    static Amount between(long least, @Nullable Long most, Ref thing, String name, String property) {
        return most != null && most == least
                ? exactly(least)
                : new Amount(least, most, new Lacking(thing, name, property));
    }

    boolean exact() {
        return most != null && most == least;
    }

    /** All of it or nothing, which depends on something else. */
    Amount perhaps(@Nullable Lacking why) {
        return new Amount(
                Math.min(0, least), most == null ? null : Long.valueOf(Math.max(0, most)), exact() ? why : lacking);
    }

    Amount plus(Amount other) {
        return new Amount(
                least + other.least,
                most == null || other.most == null ? null : most + other.most,
                exact() ? other.lacking : lacking);
    }

    /** What is free once this has gone. */
    Amount freed() {
        return new Amount(most == null ? -BOUNDLESS : -most, -least, lacking);
    }
}
