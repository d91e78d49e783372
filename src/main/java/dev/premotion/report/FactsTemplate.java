package dev.premotion.report;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Ask;
import dev.premotion.assessment.Assessment.Confirmation;
import dev.premotion.assessment.Questions.Question;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what is still to be confirmed as a facts file to fill in and give back. */
public final class FactsTemplate {

    private static final String HEAD = """
            # What the snapshots do not say, asked once each, most awaited first.
            # Fill in the value, because and by, and give the file back with --facts. What stays empty is passed over.
            # Narrow name down (wildcards * and ?), or copy an entry, where the answer differs.
            format: premotion/facts/1
            facts:
            """;

    private FactsTemplate() {}

    /**
     * @param questions by {@code kind.property}
     * @return the file's text; absent where nothing is to be confirmed
     */
    public static @Nullable String of(Assessment assessment, Map<String, Question> questions) {
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

    private static void entry(
            StringBuilder text, int number, Confirmation confirmation, Map<String, Question> questions) {
        var ask = confirmation.ask();
        var question = questions.get(ask.kind() + "." + ask.property());
        text.append("\n  # ").append(number).append(". ");
        text.append(question == null ? "What is " + ask.property() + " of the " + ask.kind() + "?" : question.text());
        text.append(" (").append(confirmation.migrations()).append(" wait for it)\n");
        if (question != null) {
            text.append("  #    ").append(question.whereToLook()).append('\n');
        }
        text.append("  - kind: ").append(ask.kind()).append('\n');
        scope(text, ask);
        text.append("    ").append(property(ask)).append(":\n");
        text.append("    because:\n    by:\n");
    }

    /** A list of CPU features is nothing to type: confirming that they match is. */
    private static String property(Ask ask) {
        return ask.property().equals("featureCapabilities") ? "cpuFeaturesConfirmed" : ask.property();
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
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
