package dev.premotion.report;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Ask;
import dev.premotion.assessment.Assessment.Confirmation;
import dev.premotion.assessment.Questions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what is still to be confirmed as a facts file to fill in and give back. */
public final class FactsTemplate {

    private static final String FIRST =
            "# What the snapshots do not say, asked for at once, what decides most first.\n";

    private static final String HEAD = FIRST + """
            # Fill in the values, because and by, and give the file back with --facts. What stays empty is passed over.
            # The usual answer stands behind "usually"; check before you copy it: an approval rests on it.
            # Narrow name down (wildcards * and ?), or copy an entry, where the answer differs. What a snapshot says counts
            # more than an entry with wildcards.
            format: premotion/facts/1
            facts:
            """;

    /** Who answers says why and who. */
    private static final Pattern ANSWER = Pattern.compile("(?m)^\\s*(because|by):[ \\t]*\\S");

    private FactsTemplate() {}

    /** @return the file's text; absent where nothing is to be confirmed */
    public static @Nullable String of(Assessment assessment, Questions questions) {
        if (assessment.confirmations().isEmpty()) {
            return null;
        }
        var text = new StringBuilder(HEAD);
        int number = 1;
        for (var confirmation : assessment.confirmations()) {
            entry(text, number++, confirmation, questions);
        }
        return text.toString();
    }

    /** Whether a text is such a file in which nobody has answered anything yet. */
    public static boolean unanswered(String text) {
        return text.startsWith(FIRST) && !ANSWER.matcher(text).find();
    }

    private static void entry(StringBuilder text, int number, Confirmation confirmation, Questions questions) {
        var ask = confirmation.ask();
        text.append("\n  # ").append(number).append(". ");
        text.append(commented(FindingRows.scope(ask)));
        text.append(" (").append(confirmation.migrations());
        text.append(confirmation.hosts() ? " hosts that could be emptied wait for it, " : " wait for it, ");
        text.append(confirmation.decides()).append(" are decided with the answers before)\n");
        text.append("  - kind: ").append(ask.kind()).append('\n');
        scope(text, ask);
        ask.properties().forEach(property -> property(text, ask.kind(), property, questions));
        text.append("    because:\n    by:\n");
    }

    private static void property(StringBuilder text, String kind, String property, Questions questions) {
        var question = questions.known().get(kind + "." + property);
        if (question != null) {
            text.append("    # ").append(question.text());
            text.append(question.usual().isEmpty() ? "" : " Usually " + question.usual() + ".");
            text.append(" (").append(question.whereToLook()).append(")\n");
        }
        text.append("    ").append(property).append(":\n");
    }

    private static void scope(StringBuilder text, Ask ask) {
        switch (ask.scopeKind()) {
            case "cluster" -> line(text.append("    cluster: "), ask.scope()).append("    name: \"*\"\n");
            case "vcenter" -> line(text.append("    vcenter: "), ask.scope()).append("    name: \"*\"\n");
            case "link" -> {
                var ends = ask.scope().split(" and ", 2);
                text.append("    between: [")
                        .append(quoted(ends[0]))
                        .append(", ")
                        .append(quoted(ends[ends.length - 1]))
                        .append("]\n");
            }
            default -> device(text, ask);
        }
    }

    /** Disks and the like are named within their VM. */
    private static void device(StringBuilder text, Ask ask) {
        int slash = ask.scope().lastIndexOf('/');
        var within = slash > 0 && !ask.kind().equals("datastore") && !ask.kind().equals("vm");
        if (within) {
            line(text.append("    vm: "), ask.scope().substring(0, slash));
        }
        line(text.append("    name: "), within ? ask.scope().substring(slash + 1) : ask.scope());
    }

    private static StringBuilder line(StringBuilder text, String value) {
        return text.append(quoted(value)).append('\n');
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format(java.util.Locale.ROOT, "\\x%02x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /** A name from a snapshot never ends a comment. */
    private static String commented(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
