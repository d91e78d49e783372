package dev.premotion.rules;

import dev.premotion.answer.Listing;
import dev.premotion.plan.FactPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the words that take values of one kind only stand behind such values; Drools compiles them behind any. */
final class FactTypes {

    private static final String FACT = "fact\\(\\s*\"[^\"]*\"\\s*,\\s*([a-z][\\w.]*)\\s*\\)";
    private static final Pattern ASKED = Pattern.compile("\\b" + FACT + "\\s*\\.\\s*(\\w+)\\(\\s*([^,)]*)");
    private static final Pattern AMONG = Pattern.compile("\\b(among)\\(\\s*" + FACT);

    private static final Set<String> OF_LISTS = Set.of("includes", "isEmpty", "among");
    private static final Set<String> OF_ANSWERS = Set.of("isTrue", "isFalse");
    private static final Set<String> OF_ONE = Set.of("oneOf", "noneOf");
    private static final Set<String> OF_ORDERED = Set.of("atMost", "atLeast");

    private FactTypes() {}

    /** What is wrong with a requirement, in the order in which it says it. */
    static List<String> problems(Class<?> subject, String requirement) {
        return Stream.concat(
                        ASKED.matcher(requirement).results().map(found -> asked(subject, found)),
                        AMONG.matcher(requirement).results().map(found -> kind(subject, found.group(2), "among")))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> asked(Class<?> subject, MatchResult found) {
        var path = found.group(1);
        var word = found.group(2);
        return word.equals("among") // it asks for the list behind it
                ? Optional.empty()
                : kind(subject, path, word).or(() -> item(subject, path, word, found.group(3)));
    }

    private static Optional<String> kind(Class<?> subject, String path, String word) {
        return FactPath.type(subject, path)
                .filter(type -> !takes(word, type))
                .map(type -> word + " asks " + asked(word) + ", and " + path + " is "
                        + (list(type) ? "a list; write includes" : "of type " + type.getSimpleName()));
    }

    private static boolean takes(String word, Class<?> type) {
        boolean yesOrNo = type.equals(Boolean.class);
        if (OF_LISTS.contains(word)) {
            return list(type);
        }
        if (OF_ANSWERS.contains(word)) {
            return yesOrNo;
        }
        return OF_ORDERED.contains(word)
                ? !yesOrNo && !list(type) && !type.equals(String.class)
                : !OF_ONE.contains(word) || !list(type);
    }

    private static boolean list(Class<?> type) {
        return Listing.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
    }

    private static String asked(String word) {
        return OF_LISTS.contains(word)
                ? "a list"
                : OF_ANSWERS.contains(word) ? "yes or no" : OF_ORDERED.contains(word) ? "a size" : "one value";
    }

    /** No list of texts has a number in it. */
    private static Optional<String> item(Class<?> subject, String path, String word, String item) {
        return FactPath.item(subject, path)
                .filter(type -> word.equals("includes") && type.equals(String.class) && item.matches("[0-9.]+"))
                .map(type -> path + " is a list of texts, and " + item + " is none; write \"" + item + "\"");
    }
}
