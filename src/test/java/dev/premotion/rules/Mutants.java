package dev.premotion.rules;

import dev.premotion.answer.Listing;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small mistakes that somebody could make in the requirement of one rule: a condition or an alternative left out, a
 * comparison the wrong way round, yes for no, another value of the same type in the place of the one meant.
 */
final class Mutants {

    private static final Map<String, String> SWAPPED = Map.of(
            ".atMost(", ".atLeast(",
            ".atLeast(", ".atMost(",
            ".isTrue()", ".isFalse()",
            ".isFalse()", ".isTrue()",
            ".oneOf(", ".noneOf(",
            ".noneOf(", ".oneOf(",
            ".andAlso(", ".orElse(",
            ".orElse(", ".andAlso(",
            ".implies(", ".andAlso(");
    private static final Pattern OPERATION =
            Pattern.compile("\\.(atMost|atLeast|oneOf|noneOf|andAlso|orElse|implies)\\(|\\.(isTrue|isFalse)\\(\\)");
    private static final Pattern VALUE = Pattern.compile("(?<=\", )([a-z]\\w*(?:\\.[a-z]\\w*)*)(?=\\)|, )");

    private static final Set<String> JOINS = Set.of(".andAlso(", ".orElse(", ".implies(");

    private Mutants() {}

    /** Two answers joined: what stands before and behind them, and each. */
    private record Joined(String before, String left, String right, String behind) {

        /** @param dot of the word that joins them; {@code open} is behind its parenthesis */
        static Joined at(String text, int dot, int open) {
            int start = dot;
            for (int depth = 0; start > 0 && !(depth == 0 && text.charAt(start - 1) == '('); start--) {
                depth += text.charAt(start - 1) == ')' ? 1 : text.charAt(start - 1) == '(' ? -1 : 0;
            }
            int end = open;
            for (int depth = 0; !(depth == 0 && text.charAt(end) == ')'); end++) {
                depth += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
            }
            return new Joined(
                    text.substring(0, start),
                    text.substring(start, dot),
                    text.substring(open, end),
                    text.substring(end + 1));
        }

        String withoutLeft() {
            return before + right + behind;
        }

        String withoutRight() {
            return before + left + behind;
        }
    }

    /** What stands between {@code $a :} and the end of the pattern. */
    static String requirement(String rule) {
        return rule.substring(rule.indexOf("$a :") + "$a :".length(), rule.lastIndexOf(")", rule.indexOf("\nthen")))
                .strip();
    }

    /** The mutants of a requirement by what was changed. */
    static Map<String, String> of(String requirement, Class<?> subject) {
        var mutants = new LinkedHashMap<String, String>();
        mutants.put("always", "fact(\"kind\", kind).isEmpty().negated().orElse(fact(\"kind\", kind).noneOf(\"\"))");
        var operations = OPERATION.matcher(requirement);
        for (int n = 1; operations.find(); n++) {
            var from = operations.group();
            put(
                    mutants,
                    from.replaceAll("[.()]", "") + " " + n + " swapped",
                    requirement,
                    operations,
                    SWAPPED.get(from));
            if (from.equals(".implies(")) {
                put(mutants, "implies " + n + " to orElse", requirement, operations, ".orElse(");
            }
            if (JOINS.contains(from)) {
                var joined = Joined.at(requirement, operations.start(), operations.end());
                mutants.put(from.replaceAll("[.()]", "") + " " + n + " without left", joined.withoutLeft());
                if (!from.equals(".implies(")) { // that would be "always"
                    mutants.put(from.replaceAll("[.()]", "") + " " + n + " without right", joined.withoutRight());
                }
            }
        }
        var values = VALUE.matcher(requirement);
        for (int n = 1; values.find(); n++) {
            var sibling = sibling(subject, values.group());
            if (sibling != null) {
                put(mutants, values.group() + " " + n + " to " + sibling, requirement, values, sibling);
            }
        }
        return mutants;
    }

    private static void put(Map<String, String> mutants, String name, String text, Matcher at, String with) {
        mutants.put(name, text.substring(0, at.start()) + with + text.substring(at.end()));
    }

    /** The next value of the same type that the same thing has; {@code null} where it has none. */
    private static String sibling(Class<?> subject, String path) {
        var steps = path.split("\\.");
        Class<?> type = subject;
        try {
            for (int i = 0; i < steps.length - 1; i++) {
                type = type.getMethod(steps[i]).getReturnType();
            }
            var own = type.getMethod(steps[steps.length - 1]);
            if (own.getReturnType().isRecord() && !Listing.class.equals(own.getReturnType())) {
                return null; // a thing, not a value; words take it as it is
            }
            var like = accessors(type).stream()
                    .filter(other -> other.getGenericReturnType().equals(own.getGenericReturnType()))
                    .map(Method::getName)
                    .sorted()
                    .toList();
            var next = like.get((like.indexOf(own.getName()) + 1) % like.size());
            steps[steps.length - 1] = next;
            return next.equals(own.getName()) ? null : String.join(".", steps);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** Drools takes accessors that begin with {@code is} for something else. */
    private static List<Method> accessors(Class<?> type) {
        var found = new ArrayList<Method>();
        Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getParameterCount() == 0 && Modifier.isPublic(m.getModifiers()))
                .filter(m ->
                        !Modifier.isStatic(m.getModifiers()) && !m.getName().startsWith("is"))
                .filter(m ->
                        !List.of("toString", "hashCode", "kind", "name", "key").contains(m.getName()))
                .forEach(found::add);
        return found;
    }
}
