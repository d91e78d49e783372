package dev.premotion.read;

import dev.premotion.inventory.Node;
import org.jspecify.annotations.Nullable;

/** What the formats of Premotion are for. */
final class Formats {

    private Formats() {}

    /** What to try with a file whose format is another one than expected. */
    static String hint(@Nullable Node format, String expected) {
        var text = format instanceof Node.Scalar scalar ? scalar.text() : "";
        if (family(text).equals(family(expected))) {
            return "it was written for another version; this one reads " + expected;
        }
        return switch (family(text)) {
            case "premotion/inventory" -> "it is a snapshot: give it as a PATH";
            case "premotion/plan" -> "it is a plan: give it with --plan";
            case "premotion/facts" -> "it is a facts file: give it with --facts";
            case "premotion/waivers" -> "it is a file of waivers: give it with --waivers";
            case "premotion/result" -> "it is a result and not a snapshot";
            default -> "another file was meant";
        };
    }

    private static String family(String format) {
        return format.replaceFirst("/[^/]*$", "");
    }
}
