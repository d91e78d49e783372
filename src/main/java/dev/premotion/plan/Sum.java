package dev.premotion.plan;

import dev.premotion.answer.PartiallyOrdered;
import org.jspecify.annotations.Nullable;

/**
 * A sum over an estate of which some addends may not be known exactly.
 *
 * @param least what it is at least
 * @param most what it is at most; absent where some addend has no bound
 */
public record Sum(long least, @Nullable Long most) implements PartiallyOrdered<Sum> {

    /** Nothing yet. */
    public static final Sum NOTHING = new Sum(0, 0L);

    /** With one more addend; an absent one may be anything. */
    public Sum plus(@Nullable Long addend) {
        return addend == null ? new Sum(least, null) : plus(addend, addend);
    }

    /** With one more addend that lies between two bounds. */
    public Sum plus(long atLeast, @Nullable Long atMost) {
        return new Sum(least + atLeast, most == null || atMost == null ? null : most + atMost);
    }

    @Override
    public @Nullable Boolean atMost(Sum other) {
        if (most != null && most <= other.least) {
            return true;
        }
        return other.most != null && least > other.most ? Boolean.FALSE : null;
    }

    @Override
    public boolean vague() {
        return !exact();
    }

    public boolean exact() {
        return most != null && most == least;
    }

    @Override
    public String toString() {
        if (most == null) {
            return "at least " + least;
        }
        return exact() ? Long.toString(least) : least + " to " + most;
    }
}
