package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Evidence;
import dev.premotion.answer.Listing;
import dev.premotion.assessment.Card;
import dev.premotion.plan.FactPath;
import dev.premotion.plan.Subject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentence of a finding: the card's words with the subject's values. */
final class Sentence {

    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z.]+)}");

    private Sentence() {}

    static String of(Card card, Subject subject, Answer answer) {
        return answer.no() ? fill(card.says(), subject) : unknown(card, subject, answer);
    }

    /** The paths that a card's sentence shows. */
    static List<String> slots(String says) {
        return SLOT.matcher(says).results().map(found -> found.group(1)).toList();
    }

    private static String fill(String says, Subject subject) {
        return SLOT.matcher(says)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        shown(FactPath.of(subject, found.group(1)).value())));
    }

    private static String unknown(Card card, Subject subject, Answer answer) {
        var missing = answer.missing().stream().map(Evidence::fact).distinct().toList();
        var title = Character.toLowerCase(card.title().charAt(0)) + card.title().substring(1);
        if (card.title().length() > 1 && Character.isUpperCase(card.title().charAt(1))) {
            title = card.title();
        }
        return "Not known for " + subject.name() + ": whether " + title + "."
                + (missing.isEmpty()
                        ? " What is listed is not all there is, or the reference tables do not know the value."
                        : " The snapshot does not say: " + missing.stream().collect(Collectors.joining(", ")) + ".");
    }

    /** A value as people read it. */
    static String shown(@Nullable Object value) {
        if (value == null) {
            return "unknown";
        }
        if (value instanceof Listing<?> listing) {
            return listing.size() == 0
                    ? "none"
                    : listing.stream().map(Sentence::shown).collect(Collectors.joining(", "));
        }
        if (value instanceof Double number && number == Math.rint(number)) {
            return String.valueOf(number.longValue());
        }
        return labelled(value);
    }

    private static String labelled(Object value) {
        for (var name : List.of("label", "shortLabel", "name")) {
            try {
                if (value instanceof Record) {
                    return String.valueOf(value.getClass().getMethod(name).invoke(value));
                }
            } catch (ReflectiveOperationException e) {
                continue;
            }
        }
        return value.toString();
    }
}
