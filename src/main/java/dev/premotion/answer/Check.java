package dev.premotion.answer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Questions over collections, for the named words that rules are written in. */
public final class Check {

    private Check() {}

    /** No where any item is no; else unknown where any is unknown or the listing is absent or partial; else yes. */
    public static <T> Answer every(String path, @Nullable Listing<T> items, Function<T, Answer> question) {
        if (items == null) {
            return Answer.of(Truth.UNKNOWN, new Evidence(path, null, "each"));
        }
        var answer = Answer.of(Truth.of(items.complete() ? true : null), new Evidence(path, items, "each"));
        Answer decided = null;
        for (T item : items) {
            var one = question.apply(item);
            decided = decided == null ? one : decided.andAlso(one);
        }
        if (decided == null || (decided.held() && !items.complete())) {
            return answer;
        }
        return decided;
    }

    /** Yes where any item is yes; else unknown where any is unknown or the listing is absent or partial; else no. */
    public static <T> Answer any(String path, @Nullable Listing<T> items, Function<T, Answer> question) {
        return every(path, items, item -> question.apply(item).negated()).negated();
    }
}
