package dev.premotion.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premotion.assessment.Card;
import dev.premotion.assessment.EnforcedBy;
import dev.premotion.assessment.Severity;
import dev.premotion.plan.TypePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of cards as written.
 *
 * @param topic the same as the file's name
 * @param cards by rule
 */
record CardFile(String topic, Map<String, Written> cards) {

    /** How well sources can be verified. */
    private static final Object[] STATUSES = {"V1", "V2", "U"};

    /** One card as written; {@code cases} are for the tests. */
    record Written(
            @Nullable String title,
            @Nullable String severity,
            @Nullable String enforcedBy,
            @Nullable List<String> types,
            @Nullable String versions,
            @Nullable String says,
            @Nullable String why,
            @Nullable String remedy,
            @Nullable List<String> sources,
            @Nullable String status,
            @Nullable List<String> faults,
            @Nullable JsonNode cases) {

        /** What a reader would miss. */
        List<String> problems() {
            var problems = new ArrayList<String>();
            required(problems, "title", title);
            required(problems, "severity", severity);
            required(problems, "enforcedBy", enforcedBy);
            required(problems, "types", types);
            required(problems, "says", says);
            required(problems, "why", why);
            required(problems, "remedy", remedy);
            required(problems, "sources", sources);
            required(problems, "status", status);
            oneOf(problems, "severity", severity, Severity.values());
            oneOf(problems, "enforcedBy", enforcedBy, EnforcedBy.values());
            oneOf(problems, "status", status, STATUSES);
            list(types).forEach(type -> kind(problems, type));
            if (title != null && title.endsWith(".")) {
                problems.add("the title ends without a full stop");
            }
            if ("U".equals(status) && "blocker".equals(severity)) {
                problems.add("what is unverified is never a blocker");
            }
            return problems;
        }

        /** What its author meant is one of these words, as they are written. */
        private static void oneOf(List<String> problems, String name, @Nullable String value, Object... expected) {
            var words = Arrays.stream(expected).map(Object::toString).toList();
            if (value != null && !words.contains(value.strip())) {
                problems.add(name + " is \"" + value + "\", expected one of " + String.join(", ", words));
            }
        }

        private static void kind(List<String> problems, String type) {
            try {
                new TypePattern(type);
            } catch (IllegalArgumentException e) {
                problems.add("types has \"" + type + "\", expected words of " + String.join(", ", TypePattern.words()));
            }
        }

        private static void required(List<String> problems, String name, @Nullable Object value) {
            if (value == null) {
                problems.add(name + " is missing");
            } else if (value instanceof String text && text.isBlank()
                    || value instanceof List<?> all && all.isEmpty()) {
                problems.add(name + " is empty");
            }
        }

        Card card(String id, String topic, RuleShape.Rule rule) {
            return new Card(
                    id,
                    text(title),
                    topic,
                    Severity.valueOf(text(severity).toUpperCase(Locale.ROOT)),
                    EnforcedBy.valueOf(text(enforcedBy).toUpperCase(Locale.ROOT)),
                    list(types).stream().map(TypePattern::new).toList(),
                    versions,
                    text(says),
                    text(why),
                    text(remedy),
                    list(sources),
                    text(status),
                    list(faults),
                    rule.subject(),
                    rule.needs(),
                    rule.limits());
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }

        private static List<String> list(@Nullable List<String> values) {
            return values == null ? List.of() : List.copyOf(values);
        }
    }
}
