package dev.premotion.reference;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as texts show it: {@code 7.0.3}, {@code 7.0.1.00200}, {@code 8.0.3.0}, {@code 7.0 U1c}, {@code 6.7a}.
 *
 * @param major up to 99, as are minor and update
 * @param minor as in 6.<b>7</b>
 * @param update what follows U, else the third number; absent where the text has neither, and on 6.x and older where the
 *     third number is 0, since there it stays 0 whatever is installed
 * @param fourth the appliance's patch number (five digits) or, from 9.0, the express patch; absent where the text ends before
 *     it, and where it is something else, as in the API's {@code 8.0.3.0}
 * @param letter of the patch in lower case, empty where there is none; one without an update is of GA, as in 6.7a
 */
record Version(
        int major,
        int minor,
        @Nullable Integer update,
        @Nullable Long fourth,
        String letter) {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{1,2}))?(?:\\.(\\d{1,6}))?([a-z])?(?:\\s*(?:u|update)\\s*(\\d{1,2})([a-z])?)?");

    /** {@code null} where the text is absent or no version. */
    static @Nullable Version of(@Nullable String text) {
        var match = FORM.matcher(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return null;
        }
        var major = Integer.parseInt(match.group(1));
        var fourth = match.group(4);
        var patched = fourth != null && (major >= 9 || fourth.length() == 5);
        var letter = letter(match.group(5), match.group(7));
        var update = update(major, match.group(3), match.group(6));
        return new Version(
                major,
                Integer.parseInt(match.group(2)),
                update == null && !letter.isEmpty() ? Integer.valueOf(0) : update,
                patched ? Long.valueOf(fourth) : null,
                letter);
    }

    private static @Nullable Integer update(int major, @Nullable String third, @Nullable String named) {
        if (named != null) {
            return Integer.valueOf(named);
        }
        if (third == null) {
            return null;
        }
        var update = Integer.parseInt(third);
        return update == 0 && major < 7 ? null : Integer.valueOf(update);
    }

    private static String letter(@Nullable String ofLine, @Nullable String ofUpdate) {
        return ofUpdate != null ? ofUpdate : ofLine != null ? ofLine : "";
    }

    /** Major and minor as one number, to find the line by. */
    int line() {
        return major * 100 + minor;
    }
}
