package dev.premotion.assessment;

import java.util.Locale;

/** What the findings mean for a migration, best first. */
public enum Verdict {
    APPROVED,
    APPROVED_WITH_WARNINGS,
    UNDETERMINED,
    BLOCKED,
    /** Not for moving; neither good nor bad. */
    EXCLUDED;

    public boolean approved() {
        return this == APPROVED || this == APPROVED_WITH_WARNINGS;
    }

    /** As results spell it, such as {@code approved-with-warnings}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
