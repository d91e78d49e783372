package dev.premotion.answer;

import org.jspecify.annotations.Nullable;

/**
 * A value that orders with some of its kind and not with others. One question carries the whole order: where both
 * directions are no, the two are known not to compare (EVC modes of two vendors); where one is unknown, the values say too
 * little (a release whose build is missing may still be known to be older than another).
 *
 * @param <T> the type itself
 */
public interface PartiallyOrdered<T> {

    /** Whether this stands below the other or level with it; {@code null} where that cannot be told. */
    @Nullable
    Boolean atMost(T other);

    /**
     * Whether the snapshot says too little of this value to give it one place in the order, so that an unknown answer about
     * it waits for the snapshot.
     */
    default boolean vague() {
        return false;
    }
}
