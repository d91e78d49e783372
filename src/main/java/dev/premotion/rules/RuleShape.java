package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Fact;
import dev.premotion.inventory.Nearest;
import dev.premotion.plan.FactPath;
import dev.premotion.reference.Tables;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The one form a rule may have: one subject, one binding that states the requirement, one consequence. Other forms that
 * Drools takes approve silently where a fact is absent, so the build refuses them.
 */
final class RuleShape {

    private static final String JUDGE = "global dev.premotion.rules.Judge judge";
    private static final Pattern NULL = Pattern.compile("\\bnull\\b");
    private static final String CONSEQUENCE = "judge.that(kcontext, $s, $a);";
    private static final List<String> REFUSED =
            List.of("!", "==", "&&", "||", "instanceof", "#", "+", "-", "*", "?", "in (");
    private static final Pattern CHAIN = Pattern.compile("(?<![\\w.)])([a-z]\\w*(?:\\.[a-z]\\w*)+)(?!\\w*\\s*\\()");
    private static final Pattern WORD = Pattern.compile("\\b(\\w+)\\s*\\(");
    private static final Pattern VALUES =
            Pattern.compile("\\b(oneOf|noneOf|includes|minimum|limit)\\(\\s*\"[^)]*\\)", Pattern.DOTALL);
    private static final Pattern FEATURE =
            Pattern.compile("\\blicence\\((\\s*\"[^\"]+\"),([^,]+),\\s*\"[^\"]+\"", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\(\\s*\"[^()]*\\)");
    private static final Pattern LIMIT = Pattern.compile("\\blimit\\(\\s*\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bfact\\(\\s*\"[^\"]*\"\\s*,\\s*([a-z][\\w.]*)\\s*\\)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /** Drools 10.2.0 takes these for the end of the expression and drops what follows without a word. */
    private static final Set<String> SWALLOWED = Set.of("and", "or", "not");

    /** What a requirement is written with. */
    private static final Set<String> WORDS = Stream.of(Fact.class, Answer.class, Words.class, Tables.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private RuleShape() {}

    /** A rule of the right form. */
    record Rule(String id, String subject, List<String> needs, List<String> limits) {}

    /** What is in a DRL file, and what is wrong with it. */
    record File(List<Rule> rules, List<String> offences) {}

    static File read(String name, String drl) {
        var rules = new ArrayList<Rule>();
        var offences = new ArrayList<String>();
        var parser = new DrlParser(LanguageLevelOption.DRL10);
        try {
            var content = parser.parse(false, drl);
            parser.getErrors().stream()
                    .min(Comparator.comparingInt(error -> line(error.getLines())))
                    .ifPresent(error ->
                            offences.add(new DrlText(name, drl).unread(line(error.getLines()), error.getMessage())));
            if (offences.isEmpty()
                    && !(content.getFunctions().isEmpty()
                            && content.getTypeDeclarations().isEmpty())) {
                offences.add(name + ": only rules are allowed, no functions and no types");
            }
            if (offences.isEmpty() && content.getGlobals().stream().noneMatch(RuleShape::isJudge)) {
                offences.add(name + ": the line \"" + JUDGE + "\" is missing");
            }
            if (offences.isEmpty()) {
                content.getRules().forEach(rule -> read(name, rule, rules, offences));
            }
        } catch (DroolsParserException e) {
            offences.add(name + ": " + e.getMessage());
        }
        return new File(rules, offences);
    }

    private static boolean isJudge(GlobalDescr global) {
        return JUDGE.equals("global " + global.getType() + " " + global.getIdentifier());
    }

    private static int line(int[] lines) {
        return lines.length == 0 ? 0 : lines[0];
    }

    private static void read(String file, RuleDescr rule, List<Rule> rules, List<String> offences) {
        var where = file + ", rule " + rule.getName() + ": ";
        if (!rule.getAttributes().isEmpty() || rule.getParentName() != null) {
            offences.add(where + "a rule has no attributes and no parent");
        }
        var left = rule.getLhs().getDescrs();
        if (left.size() != 1 || !(left.get(0) instanceof PatternDescr pattern) || pattern.getSource() != null) {
            offences.add(where + "one subject and nothing else is allowed on the left");
            return;
        }
        var bindings = pattern.getConstraint().getDescrs();
        if (bindings.size() != 1 || !bindings.get(0).toString().matches("(?s)\\s*\\$a\\s*:.*")) {
            offences.add(where + "one binding $a : ... is allowed in the subject, found " + bindings);
            return;
        }
        if (!CONSEQUENCE.equals(String.valueOf(rule.getConsequence()).strip())) {
            offences.add(where + "the consequence must be " + CONSEQUENCE);
        }
        var text = bindings.get(0).toString();
        var bare = text.replaceAll("\"[^\"]*\"", "");
        REFUSED.stream().filter(bare::contains).forEach(form -> offences.add(where + form + " is refused"));
        if (NULL.matcher(bare).find()) {
            offences.add(where + "null is refused: what is absent is unknown by itself");
        }
        checkWords(where, bare, offences);
        checkChains(where, pattern, bare, offences);
        checkValues(where, pattern, text, offences);
        rules.add(
                new Rule(rule.getName(), pattern.getObjectType(), paths(where, pattern, text, offences), limits(text)));
    }

    /** The thresholds a requirement names itself; what a subject's Java compares with is not among them. */
    private static List<String> limits(String text) {
        return LIMIT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .distinct()
                .toList();
    }

    private static List<String> paths(String where, PatternDescr pattern, String text, List<String> offences) {
        var subject = subject(pattern.getObjectType());
        if (subject == null) {
            offences.add(where + "there is no subject " + pattern.getObjectType());
            return List.of();
        }
        var needs = new TreeSet<String>();
        var asked = FEATURE.matcher(VALUES.matcher(known(text)).replaceAll("")).replaceAll("$1,$2");
        LITERAL.matcher(asked).results().map(found -> found.group(1)).forEach(path -> {
            FactPath.problem(subject, path).ifPresent(problem -> offences.add(where + problem));
            needs.add(path);
        });
        if (needs.isEmpty()) {
            offences.add(where + "a rule has to ask for at least one fact");
        }
        return List.copyOf(needs);
    }

    /** Without the arguments of words that there are not: nobody can tell which of them are paths. */
    private static String known(String text) {
        return CALL.matcher(text)
                .replaceAll(found -> WORDS.contains(found.group(1)) ? Matcher.quoteReplacement(found.group()) : "");
    }

    private static void checkWords(String where, String bare, List<String> offences) {
        WORD.matcher(bare).results().map(found -> found.group(1)).distinct().forEach(word -> {
            if (SWALLOWED.contains(word)) {
                offences.add(where + word + " is a word of DRL, and Drools drops what follows it; write "
                        + "andAlso, orElse or negated");
            } else if (!WORDS.contains(word)) {
                offences.add(where + word + " is no word that rules are written with"
                        + Nearest.to(word, WORDS).stream()
                                .findFirst()
                                .map(near -> "; maybe " + near + " is meant")
                                .orElse(""));
            }
        });
    }

    /** Drools fails, or forgets the subject, where a thing in the middle of a path is absent. */
    private static void checkChains(String where, PatternDescr pattern, String bare, List<String> offences) {
        var subject = subject(pattern.getObjectType());
        if (subject != null) {
            CHAIN.matcher(bare)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .forEach(chain -> FactPath.absentOnTheWay(subject, chain)
                            .ifPresent(problem -> offences.add(where + problem)));
        }
    }

    /** The value of a fact is an accessor of the subject; Drools says only that it cannot analyse the whole. */
    private static void checkValues(String where, PatternDescr pattern, String text, List<String> offences) {
        var subject = subject(pattern.getObjectType());
        if (subject != null) {
            VALUE.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .forEach(chain -> FactPath.problem(subject, chain).ifPresent(p -> offences.add(where + p)));
            FactTypes.problems(subject, text).forEach(problem -> offences.add(where + problem));
        }
    }

    static @Nullable Class<?> subject(String name) {
        try {
            return Class.forName("dev.premotion.plan." + name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
