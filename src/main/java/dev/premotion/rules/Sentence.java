package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.assessment.Card;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.assessment.Questions;
import dev.premotion.plan.FactPath;
import dev.premotion.plan.Lacking;
import dev.premotion.plan.OpenQuestion;
import dev.premotion.plan.Subject;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentence of a finding: the card's words with the subject's values, or what is not known. That is more than what the
 * snapshot does not say: a fact can also be too old.
 *
 * @param questions how to say that a fact is missing
 * @param tables with the limits in force, which a policy may have changed
 */
record Sentence(Questions questions, Tables tables) {

    /**
     * {@code {path}}, or {@code {path|host|hosts}} for a number with the noun in singular or plural; {@code
     * {limits.vmotion.maxRttMillis}} is a limit that the rule compares with.
     */
    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z0-9.]+)(?:\\|([^|{}]+)\\|([^|{}]+))?}");

    private static final String LIMITS = "limits.";
    private static final int MOST = 3;

    String of(Card card, Subject subject, Answer answer) {
        return of(card, subject, answer, answer.unknown() ? OpenFacts.of(subject, answer) : List.of());
    }

    /** @param open the facts that an unknown answer waits for */
    String of(Card card, Subject subject, Answer answer, List<Lacking> open) {
        return answer.no() ? fill(card.says(), subject) : unknown(card, subject, answer, open);
    }

    /** The paths that a card's sentence shows. */
    static List<String> slots(String says) {
        return SLOT.matcher(says).results().map(found -> found.group(1)).toList();
    }

    /** The limit that a slot shows, by its key; absent where it shows a value of the subject. */
    static @Nullable String limit(String slot) {
        return slot.startsWith(LIMITS) ? slot.substring(LIMITS.length()) : null;
    }

    private String fill(String says, Subject subject) {
        var values = new HashMap<String, @Nullable Object>();
        slots(says).forEach(path -> values.put(path, value(subject, path)));
        var sizes = slots(says).stream()
                .filter(path -> Shown.isNumber(values.get(path)))
                .map(path -> Shown.of(path, values.get(path)))
                .toList();
        var alike = Shown.alike(sizes);
        return SLOT.matcher(says).replaceAll(found -> {
            var value = values.get(found.group(1));
            var shown = Shown.of(found.group(1), value);
            return Matcher.quoteReplacement(
                    (Shown.isNumber(value) ? alike.apply(shown) : shown) + noun(shown, found.group(2), found.group(3)));
        });
    }

    private static String noun(String number, @Nullable String singular, @Nullable String plural) {
        return singular == null ? "" : " " + (number.equals("1") ? singular : plural);
    }

    private @Nullable Object value(Subject subject, String path) {
        var limit = limit(path);
        return limit == null ? FactPath.of(subject, path).value() : tables.limit(limit);
    }

    private String unknown(Card card, Subject subject, Answer answer, List<Lacking> open) {
        if (subject instanceof OpenQuestion question) {
            return question.message();
        }
        var unsaid = open.stream()
                .filter(fact -> !fact.property().equals("build") || !open.contains(versionOf(fact)))
                .map(questions::unsaid)
                .toList();
        return "Cannot confirm that " + about(inSentence(card.title()), subject) + ": "
                + (unsaid.isEmpty()
                        ? "neither the snapshot nor the reference tables decide it" + given(answer) + "."
                        : "it is not known " + joined(unsaid) + ".");
    }

    /** Who lacks a version lacks the build too, and needs not be told twice. */
    private static Lacking versionOf(Lacking build) {
        return new Lacking(build.thing(), build.thingName(), "version");
    }

    /** In one pair of brackets, where the title ends with "(unverified)". */
    private static String about(String title, Subject subject) {
        return title.endsWith(")")
                ? title.substring(0, title.length() - 1) + "; " + subject.name() + ")"
                : title + " (" + subject.name() + ")";
    }

    /** A title in the middle of a sentence: the first letter small, unless the word is written in capitals. */
    private static String inSentence(String title) {
        return title.length() > 1 && Character.isUpperCase(title.charAt(1))
                ? title
                : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static String given(Answer answer) {
        return answer.because().stream()
                .filter(evidence -> evidence.value() != null && !(evidence.value() instanceof Boolean))
                .map(evidence -> Shown.of(evidence.fact(), evidence.value()))
                .filter(text -> !text.isEmpty() && !text.equals("none"))
                .findFirst() // what is asked about; what follows is only the condition
                .map(text -> " for " + text)
                .orElse("");
    }

    private static String joined(List<String> parts) {
        var shown = new ArrayList<>(parts.subList(0, Math.min(MOST, parts.size())));
        if (parts.size() > MOST) {
            shown.add(Questions.more(parts.size() - MOST));
        }
        return shown.size() == 1
                ? shown.get(0)
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.get(shown.size() - 1);
    }
}
