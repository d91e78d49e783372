package dev.premotion.cli;

/**
 * Keeps "something is blocked" apart from "Java did not start".
 *
 * <p>A JVM that cannot start ends with 1, which here means that the gate failed. So the launcher sets the system property
 * {@code premotion.blocked.exit}; the program then says that number instead of 1, and the launcher turns it back into 1
 * and a 1 of the JVM into 3 (internal error).
 */
final class LauncherExit {
    static final String PROPERTY = "premotion.blocked.exit";

    private LauncherExit() {}

    /**
     * Translates an exit code of the program for whoever started it.
     *
     * @param code the exit code, as promised by the program
     * @return what to end the JVM with: the code itself, unless it is 1 and the launcher asked for another number
     */
    static int translate(int code) {
        return code == 1 ? Integer.getInteger(PROPERTY, 1) : code;
    }
}
