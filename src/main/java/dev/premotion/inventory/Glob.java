package dev.premotion.inventory;

import java.util.Locale;

/**
 * A pattern for names, as plans and facts files write it: {@code *} stands for any characters, {@code ?} for one, all else
 * for itself; upper and lower case are one, as in PowerCLI.
 *
 * @param text as written
 * @param pattern in lower case
 */
public record Glob(String text, String pattern) {

    public static Glob of(String text) {
        return new Glob(text, text.toLowerCase(Locale.ROOT));
    }

    /** Whether it matches the whole name; goes back from a mismatch to the last star only, so in no more than n·m steps. */
    public boolean matches(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < lower.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == lower.charAt(in))) {
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

    /** As written. */
    @Override
    public String toString() {
        return text;
    }
}
