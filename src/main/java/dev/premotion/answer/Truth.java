package dev.premotion.answer;

import org.jspecify.annotations.Nullable;

/** A truth value of Kleene's three-valued logic. */
public enum Truth {
    YES,
    NO,
    /** The snapshot does not say, so it could be either. */
    UNKNOWN;

    /** Yes or no, or {@link #UNKNOWN} where the value is absent. */
    public static Truth of(@Nullable Boolean value) {
        if (value == null) {
            return UNKNOWN;
        }
        return value ? YES : NO;
    }

    public Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
