package dev.premotion.answer;

import org.jspecify.annotations.Nullable;

/**
 * A value that compares with some of its kind and not with others: EVC modes of two vendors, or a release that the table
 * does not know.
 *
 * @param <T> the type itself
 */
public interface PartiallyOrdered<T> {

    /** Negative, zero or positive as with {@link Comparable}; {@code null} where the two cannot be compared. */
    @Nullable Integer compareWith(T other);
}
