package dev.premotion.assessment;

import java.util.Locale;

/** What it means when a requirement does not hold. */
public enum Severity {
    /** The migration fails or is refused. */
    BLOCKER,
    /** It runs, and something is worse than it should be. */
    WARNING,
    /** Worth knowing. */
    INFO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
