package dev.premotion.rules;

import org.jspecify.annotations.Nullable;

/** The two words that the placeholder rules use; goes with them. */
public final class Placeholder {
    private Placeholder() {}

    /** Returns whether the value is at most the limit; null where one of them is absent. */
    public static PlaceholderAnswer atMost(String path, @Nullable Integer value, @Nullable Integer limit) {
        return new PlaceholderAnswer(path, value == null || limit == null ? null : value <= limit);
    }

    /** Returns whether the value is there. */
    public static PlaceholderAnswer given(String path, @Nullable Object value) {
        return new PlaceholderAnswer(path, value != null);
    }
}
