package dev.premotion.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of the inventory with the path that leads to it from the subject: the operand of every rule, so that evidence
 * and missing facts name themselves.
 *
 * @param path accessors joined by dots, such as {@code cluster.evcMode}; a test resolves each against the subject's type
 * @param value absent where the snapshot does not say
 */
public record Fact(String path, @Nullable Object value) {

    public static Fact fact(String path, @Nullable Object value) {
        return new Fact(path, value);
    }

    public Answer isTrue() {
        return is(true, "true");
    }

    public Answer isFalse() {
        return is(false, "false");
    }

    private Answer is(boolean wanted, String required) {
        return answer(value == null ? null : value.equals(wanted), required);
    }

    /** Whether the value is one of these; texts are compared as they are. */
    public Answer oneOf(Object... wanted) {
        List<Object> set = List.of(wanted);
        var required = set.size() == 1 ? String.valueOf(set.get(0)) : "one of " + set;
        return answer(value == null ? null : set.contains(value) || set.contains(value.toString()), required);
    }

    /** Whether the value is none of these. */
    public Answer noneOf(Object... refused) {
        List<Object> set = List.of(refused);
        var required = set.size() == 1 ? "not " + set.get(0) : "none of " + set;
        return answer(value == null ? null : !set.contains(value) && !set.contains(value.toString()), required);
    }

    public Answer atMost(@Nullable Object limit) {
        return answer(Order.atMost(value, limit), "at most " + (limit == null ? "a limit not known" : limit));
    }

    public Answer atMost(Fact limit) {
        return compared(atMost(limit.value), limit, "at most " + limit.path);
    }

    public Answer atLeast(@Nullable Object limit) {
        return answer(Order.atMost(limit, value), "at least " + (limit == null ? "a limit not known" : limit));
    }

    public Answer atLeast(Fact limit) {
        return compared(atLeast(limit.value), limit, "at least " + limit.path);
    }

    public Answer sameAs(Fact other) {
        var same = value == null || other.value == null ? null : value.equals(other.value);
        return compared(answer(same, "the same as " + shown(other.value)), other, "the same as " + other.path);
    }

    /** Whether the set (a collection or a {@link Listing}) holds the value; unknown where a partial listing lacks it. */
    public Answer among(Fact set) {
        return compared(answer(contains(set.value, value), "among " + shown(set.value)), set, "among " + set.path);
    }

    /** Whether the listing has the item; unknown where a partial listing lacks it. */
    public Answer includes(Object item) {
        return answer(contains(value, item), "includes " + item);
    }

    /** Whether a listing or collection is empty; unknown where a partial one shows nothing. */
    public Answer isEmpty() {
        Boolean empty = null;
        if (value instanceof Listing<?> listing) {
            empty = listing.size() > 0 ? Boolean.FALSE : listing.complete() ? Boolean.TRUE : null;
        } else if (value instanceof Collection<?> collection) {
            empty = collection.isEmpty();
        }
        return answer(empty, "none");
    }

    private static @Nullable Boolean contains(@Nullable Object set, @Nullable Object item) {
        if (set == null || item == null) {
            return null;
        }
        if (set instanceof Listing<?> listing) {
            return listing.items().contains(item) ? Boolean.TRUE : listing.complete() ? Boolean.FALSE : null;
        }
        return ((Collection<?>) set).contains(item);
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "a value not known";
        }
        boolean none = value instanceof Collection<?> collection && collection.isEmpty()
                || value instanceof Listing<?> listing && listing.complete() && listing.size() == 0;
        return none ? "none" : value.toString();
    }

    private Answer answer(@Nullable Boolean holds, String required) {
        return Answer.of(Truth.of(holds), new Evidence(path, value, required));
    }

    private Answer compared(Answer answer, Fact with, String requiredIfAbsent) {
        var because = new ArrayList<Evidence>(2);
        because.add(
                with.value == null
                        ? new Evidence(path, value, requiredIfAbsent)
                        : answer.because().get(0));
        because.add(new Evidence(with.path, with.value, ""));
        return Answer.of(answer.truth(), because);
    }
}
