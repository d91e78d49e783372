package dev.premotion.inventory;

/**
 * A pattern for names, as plans and facts files write it: {@code *} stands for any characters, {@code ?} for one, all else
 * for itself; upper and lower case differ.
 *
 * @param text the pattern
 */
public record Glob(String text) {

    /** Takes time in proportion to both lengths at worst, whatever the pattern. */
    public boolean matches(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int taken = 0;
        while (in < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                taken = in;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++taken;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    /** Whether it stands for one name only. */
    public boolean literal() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
