package dev.premotion.plan;

import java.util.Locale;

/**
 * A name pattern: {@code *} is any text, {@code ?} any character, upper and lower case are one, as in PowerCLI.
 *
 * @param pattern in lower case
 */
record Glob(String pattern) {

    static Glob of(String written) {
        return new Glob(written.toLowerCase(Locale.ROOT));
    }

    /** Whether it matches the whole text; works backwards from a mismatch only to the last star, so in no more than n·m steps. */
    boolean matches(String written) {
        var text = written.toLowerCase(Locale.ROOT);
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
