package dev.premotion.read;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Lines;
import dev.premotion.inventory.Node;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file holds, as far as its name and its format say. */
enum Contents {
    INVENTORY(""),
    WORKBOOK(""),
    FACTS("it is a facts file: give it with --facts"),
    PLAN("it is a plan: give it with --plan"),
    WAIVERS("it is a file of waivers: give it with --waivers"),
    RULE_POLICY("it is a rule policy: give it with --rule-policy"),
    RESULT("it is a result and not a snapshot"),
    /** What people and their systems leave beside everything. */
    ASIDE("another file was meant"),
    OTHER("another file was meant");

    private final String hint;

    Contents(String hint) {
        this.hint = hint;
    }

    boolean snapshot() {
        return this == INVENTORY || this == WORKBOOK;
    }

    /** What to try where it was given as a snapshot. */
    String hint() {
        return hint;
    }

    /** What a file holds that somebody named. JSON that is broken or of no known format is taken for an inventory, whose reader says what is wrong. */
    static Contents of(Path file, String name) {
        var ending = ending(file);
        return switch (ending) {
            case "xlsx" -> WORKBOOK;
            case "yaml", "yml" -> format(Lines.find(file, name, "/format"), OTHER);
            case "json" -> format(Lines.find(file, name, "/format"), INVENTORY);
            default -> OTHER;
        };
    }

    /** What a file of a folder holds. A plan that is broken is left to the reader of plans. */
    static Contents in(Path file, String name) {
        var base = String.valueOf(file.getFileName());
        if (base.startsWith(".")
                || base.startsWith("~$")
                || base.toLowerCase(Locale.ROOT).matches("(readme|license|notice).*|.*\\.(md|txt|schema\\.json)")) {
            return ASIDE;
        }
        return switch (ending(file)) {
            case "xlsx" -> WORKBOOK;
            case "yaml", "yml" -> yaml(file, name, base);
            case "json" -> format(Lines.find(file, name, "/format"), OTHER);
            default -> OTHER;
        };
    }

    private static Contents yaml(Path file, String name, String base) {
        try {
            return format(Lines.find(file, name, "/format"), OTHER);
        } catch (BadInput e) {
            if (base.startsWith("facts.")) {
                throw e;
            }
            return base.startsWith("plan.") ? PLAN : OTHER;
        }
    }

    private static Contents format(@Nullable Node format, Contents otherwise) {
        var text = format instanceof Node.Scalar scalar ? scalar.text() : "";
        return switch (text.replaceFirst("/[^/]*$", "")) {
            case "premotion/inventory" -> INVENTORY;
            case "premotion/facts" -> FACTS;
            case "premotion/plan" -> PLAN;
            case "premotion/waivers" -> WAIVERS;
            case "premotion/rule-policy" -> RULE_POLICY;
            case "premotion/result" -> RESULT;
            default -> otherwise;
        };
    }

    private static String ending(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
