package dev.premotion.answer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Compares what rules compare: numbers of any width, partially ordered values, and values of one comparable type. */
final class Order {

    private Order() {}

    /** Whether left is at most right; {@code null} where either is absent or that cannot be told. */
    static @Nullable Boolean atMost(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) <= 0;
        }
        if (left.getClass() != right.getClass()) {
            return null;
        }
        return left instanceof PartiallyOrdered<?> ? partial(left, right) : total(left, right);
    }

    @SuppressWarnings("unchecked") // both are of one class, and that class is ordered with itself
    private static @Nullable Boolean partial(Object left, Object right) {
        return ((PartiallyOrdered<Object>) left).atMost(right);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Boolean total(Object left, Object right) {
        return left instanceof Comparable<?> ? ((Comparable<Object>) left).compareTo(right) <= 0 : null;
    }
}
