package dev.premotion.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Colour and signs of the terminal. A verdict is never told by colour alone.
 *
 * @param color whether escape codes are understood
 * @param unicode whether signs beyond ASCII are shown as they are
 */
record Style(boolean color, boolean unicode) {

    /** By the terminal, {@code NO_COLOR} and the option. */
    static Style of(boolean noColor) {
        var environment = System.getenv();
        return new Style(
                !noColor
                        && environment.get("NO_COLOR") == null
                        && Terminal.interactive()
                        && !"dumb".equals(environment.get("TERM")),
                unicode(environment));
    }

    private static boolean unicode(Map<String, String> environment) {
        for (var name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            @Nullable String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                return value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
            }
        }
        return System.getProperty("os.name", "").startsWith("Windows") && Terminal.interactive();
    }

    String bold(String text) {
        return paint(text, "1");
    }

    String dim(String text) {
        return paint(text, "2");
    }

    /** In the colour of a verdict. */
    String verdict(String text, String verdict) {
        return paint(
                text,
                switch (verdict) {
                    case "approved" -> "32";
                    case "approved-with-warnings" -> "33";
                    case "undetermined" -> "36";
                    case "blocked" -> "31";
                    default -> "2";
                });
    }

    private String paint(String text, String code) {
        return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** A sign for a verdict, one column wide. */
    String sign(String verdict) {
        return switch (verdict) {
            case "approved" -> unicode ? "✓" : "+";
            case "approved-with-warnings" -> "!";
            case "undetermined" -> "?";
            case "blocked" -> unicode ? "✗" : "x";
            default -> "-";
        };
    }

    /** Text with arrows and dashes that the terminal can show. */
    String plain(String text) {
        if (unicode) {
            return text;
        }
        return text.replace("→", "->")
                .replace("–", "-")
                .replace("—", "-")
                .replace("·", "|")
                .replace("…", "...")
                .replace("█", "#")
                .replace("▒", "=")
                .replace("░", ".")
                .replace("─", "-")
                .replace("’", "'");
    }
}
