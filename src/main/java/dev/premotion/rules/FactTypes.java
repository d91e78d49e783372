package dev.premotion.rules;

import dev.premotion.answer.Listing;
import dev.premotion.plan.FactPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the words that take values of one type only stand behind such values; Drools compiles them behind any. */
final class FactTypes {

    private static final String FACT = "fact\\(\\s*\"[^\"]*\"\\s*,\\s*([a-z][\\w.]*)\\s*\\)";
    private static final Pattern ASKED =
            Pattern.compile("\\b" + FACT + "\\s*\\.\\s*(includes|isEmpty|isTrue|isFalse)\\(");
    private static final Pattern AMONG = Pattern.compile("\\b(among)\\(\\s*" + FACT);

    private static final List<Class<?>> LISTS = List.of(Listing.class, Collection.class);
    private static final List<Class<?>> YES_OR_NO = List.of(Boolean.class);
    private static final Map<String, List<Class<?>>> TAKES =
            Map.of("includes", LISTS, "isEmpty", LISTS, "among", LISTS, "isTrue", YES_OR_NO, "isFalse", YES_OR_NO);

    private FactTypes() {}

    /** What is wrong with a requirement, in the order in which it says it. */
    static List<String> problems(Class<?> subject, String requirement) {
        return Stream.concat(
                        ASKED.matcher(requirement).results().map(found -> problem(subject, found, 1, 2)),
                        AMONG.matcher(requirement).results().map(found -> problem(subject, found, 2, 1)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> problem(Class<?> subject, MatchResult found, int value, int word) {
        var takes = TAKES.getOrDefault(found.group(word), List.of());
        return FactPath.type(subject, found.group(value))
                .filter(type -> takes.stream().noneMatch(taken -> taken.isAssignableFrom(type)))
                .map(type -> found.group(word) + " asks " + (takes == LISTS ? "a list" : "yes or no") + ", and "
                        + found.group(value) + " is of type " + type.getSimpleName());
    }
}
