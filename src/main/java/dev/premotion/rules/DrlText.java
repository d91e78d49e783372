package dev.premotion.rules;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A DRL file as its author sees it: where in it a mistake is, which Drools tells by its own grammar.
 *
 * @param name the file's
 */
record DrlText(String name, String text) {

    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+\"?([^\"\\s]+)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"|//[^\\n]*");

    /** The file, and the rule and the line where they are known, as a message begins. */
    String at(int line) {
        var rule = rule(line);
        return name + (rule == null ? "" : ", rule " + rule) + (line < 1 ? "" : ", line " + line) + ": ";
    }

    /** The rule that a line is in; absent before the first. */
    private @Nullable String rule(int line) {
        return RULE.matcher(text)
                .results()
                .filter(found -> line(found.start(1)) <= line)
                .reduce((one, later) -> later)
                .map(found -> found.group(1))
                .orElse(null);
    }

    private int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /**
     * What keeps the file from being read, in one sentence with its place.
     *
     * @param line where Drools gave up
     * @param message what Drools says
     */
    String unread(int line, String message) {
        var ends = RULE.matcher(text).results().map(found -> found.start()).toList();
        for (int i = 0; i < ends.size(); i++) {
            int end = i + 1 < ends.size() ? ends.get(i + 1) : text.length();
            var lone = lone(ends.get(i), end);
            if (lone != null) {
                return lone;
            }
        }
        return at(line)
                + (message.contains("RHS_END")
                        ? "\"end\" is missing"
                        : "the rule cannot be read on from here" + unexpected(message));
    }

    /** A parenthesis of a rule that has no partner; absent where each has one. */
    private @Nullable String lone(int from, int end) {
        var bare = QUOTED.matcher(text.substring(from, end))
                .replaceAll(found -> " ".repeat(found.group().length()));
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < bare.length(); i++) {
            if (bare.charAt(i) == '(') {
                open.push(i);
            } else if (bare.charAt(i) == ')' && open.poll() == null) {
                return at(line(from + i)) + "a parenthesis is closed that none opens";
            } else if (!open.isEmpty() && isThen(bare, i)) {
                return at(line(from + i) - 1) + missing(open.size()) + " before \"then\"";
            }
        }
        return open.isEmpty() ? null : at(line(from + open.getLast())) + missing(open.size());
    }

    /** Whether the word stands here, and not as a part of another. */
    private static boolean isThen(String text, int at) {
        int end = at + "then".length();
        return text.startsWith("then", at)
                && (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
    }

    private static String missing(int parentheses) {
        return parentheses == 1 ? "a closing parenthesis is missing" : parentheses + " closing parentheses are missing";
    }

    private static String unexpected(String message) {
        var found = Pattern.compile("(?:mismatched|extraneous) input '([^']{1,20})'")
                .matcher(message);
        return found.find() ? " (\"" + found.group(1) + "\")" : "";
    }

    /** What Drools says of a rule that it could read and not compile. */
    String untaken(int line, String message) {
        var plain = message.replace("_this.", "").strip();
        return at(line)
                + (plain.startsWith("Unable to Analyse Expression")
                        ? "a name or a value here is none that the subject or the words of rules have:"
                                + plain.substring("Unable to Analyse Expression".length())
                                        .replaceAll(":\\s*$", "")
                        : plain);
    }
}
