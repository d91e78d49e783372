package dev.premotion.read;

import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Node;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Property;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns single values into the type of a property, or says what was expected. */
final class Values {

    /** What does not fit, and what may be meant. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final String maybe;

        Unfit(String expected, String maybe) {
            super(expected);
            this.maybe = maybe;
        }

        String maybe() {
            return maybe;
        }
    }

    private static final String UNKNOWN = "leave it out where it is not known";

    private final boolean yaml;
    private final Map<String, Pattern> patterns = new HashMap<>();

    /**
     * @param yaml whether a text without quotes may be a word for true or false, and a number a text, as people write
     *     YAML
     */
    Values(boolean yaml) {
        this.yaml = yaml;
    }

    Object read(Class<?> type, Node node, @Nullable Property rules) throws Unfit {
        if (type == String.class) {
            return among(text(node), rules);
        }
        if (type == PowerState.class) {
            return power(text(node));
        }
        if (type == Boolean.class || type == boolean.class) {
            return truth(node);
        }
        if (type == Instant.class) {
            return time(text(node));
        }
        var number = within(number(node), rules);
        if (type == Integer.class || type == int.class) {
            return (int) whole(number, Integer.MAX_VALUE);
        }
        if (type == Long.class || type == long.class) {
            return whole(number, Long.MAX_VALUE);
        }
        if (type == Double.class || type == double.class) {
            return finite(number);
        }
        throw new IllegalStateException("a property of a type that no reader knows: " + type);
    }

    private String text(Node node) throws Unfit {
        if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
            throw new Unfit("text", "another bracket or value belongs here");
        }
        if (scalar.type() != Node.Type.TEXT && !yaml) {
            throw new Unfit("text", "\"" + scalar.text() + "\", with quotes");
        }
        if (scalar.text().isBlank()) {
            throw new Unfit("some text", UNKNOWN);
        }
        return scalar.text();
    }

    private boolean matches(String text, String pattern) {
        return patterns.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches();
    }

    private String among(String text, @Nullable Property rules) throws Unfit {
        if (rules == null || rules.values().contains(text)) {
            return text;
        }
        if (!rules.values().isEmpty()) {
            var fallback = "it goes by another name here, or has to be left out";
            throw new Unfit(oneOf(rules.values()), Nearest.maybe(text, rules.values(), fallback));
        }
        if (rules.pattern() != null && !matches(text, rules.pattern())) {
            var lower = text.toLowerCase(Locale.ROOT).replace('-', ':');
            throw new Unfit(
                    "a text such as " + rules.examples().get(0), matches(lower, rules.pattern()) ? lower : UNKNOWN);
        }
        return text;
    }

    private static PowerState power(String text) throws Unfit {
        var words = Arrays.stream(PowerState.values()).map(PowerState::toString).toList();
        for (var state : PowerState.values()) {
            if (state.toString().equals(text)) {
                return state;
            }
        }
        throw new Unfit(oneOf(words), Nearest.maybe("powered" + text, words, Nearest.maybe(text, words, words.get(0))));
    }

    private static String oneOf(List<String> words) {
        return words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }

    private Boolean truth(Node node) throws Unfit {
        var text = node instanceof Node.Scalar scalar ? scalar.text() : "";
        var word = node instanceof Node.Scalar scalar && scalar.type() == Node.Type.TEXT
                ? text.toLowerCase(Locale.ROOT)
                : "";
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.BOOLEAN) {
            return scalar.text().equalsIgnoreCase("true");
        }
        if (yaml && List.of("yes", "no").contains(word)) {
            return word.equals("yes");
        }
        throw new Unfit(
                "true or false",
                switch (word.isEmpty() ? text : word) {
                    case "true", "false" -> word + ", without quotes";
                    case "yes", "y", "on", "1" -> "true";
                    case "no", "n", "off", "0" -> "false";
                    default -> UNKNOWN;
                });
    }

    private static Instant time(String text) throws Unfit {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Unfit(
                    "a time with zone such as 2026-11-20T08:00:00Z",
                    text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?")
                            ? text + "Z, if that is UTC"
                            : "the order is year-month-day, T, hour:minute:second, then Z or an offset such as +01:00");
        }
    }

    private static BigDecimal number(Node node) throws Unfit {
        if (!(node instanceof Node.Scalar scalar) || scalar.type() != Node.Type.NUMBER) {
            throw new Unfit("a number", unquoted(node));
        }
        try {
            return new BigDecimal(scalar.text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw new Unfit("a number", UNKNOWN);
        }
    }

    private static String unquoted(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().matches("-?\\d+(\\.\\d+)?")
                ? scalar.text() + ", without quotes"
                : "the unit belongs to the name and not to the value";
    }

    private static long whole(BigDecimal number, long most) throws Unfit {
        try {
            long whole = number.longValueExact();
            if (Math.abs(whole) <= most) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // Too large or with a fraction; told below.
        }
        throw new Unfit("a whole number up to " + most, "the unit is another one");
    }

    private static double finite(BigDecimal number) throws Unfit {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new Unfit("a number that can be", UNKNOWN);
        }
        return value;
    }

    private static BigDecimal within(BigDecimal number, @Nullable Property rules) throws Unfit {
        if (rules != null && rules.minimum() != null && number.compareTo(BigDecimal.valueOf(rules.minimum())) < 0) {
            throw new Unfit("at least " + plain(rules.minimum()), UNKNOWN);
        }
        if (rules != null && rules.maximum() != null && number.compareTo(BigDecimal.valueOf(rules.maximum())) > 0) {
            throw new Unfit("at most " + plain(rules.maximum()), "the unit is another one");
        }
        return number;
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
