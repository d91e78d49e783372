package dev.premotion.rules;

import dev.premotion.plan.FactPath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The one form a rule may have: one subject, one binding that states the requirement, one consequence. Other forms that
 * Drools takes approve silently where a fact is absent, so the build refuses them.
 */
final class RuleShape {

    private static final String CONSEQUENCE = "judge.that(kcontext, $s, $a);";
    private static final List<String> REFUSED = List.of("!.", "==", "!=", "&&", "||", "instanceof", "#", " + ", " - ");
    private static final Pattern QUESTION =
            Pattern.compile("\\b(fact|licence|offersAll|reaches|fits)\\(\\s*\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z.]*)\"");

    private RuleShape() {}

    /** A rule of the right form. */
    record Rule(String id, String subject, List<String> needs) {}

    /** What is in a DRL file, and what is wrong with it. */
    record File(List<Rule> rules, List<String> offences) {}

    static File read(String name, String drl) {
        var rules = new ArrayList<Rule>();
        var offences = new ArrayList<String>();
        var parser = new DrlParser(LanguageLevelOption.DRL10);
        try {
            var content = parser.parse(false, drl);
            parser.getErrors().forEach(error -> offences.add(name + ": " + error.getMessage()));
            if (offences.isEmpty()) {
                content.getRules().forEach(rule -> read(name, rule, rules, offences));
            }
        } catch (DroolsParserException e) {
            offences.add(name + ": " + e.getMessage());
        }
        return new File(rules, offences);
    }

    private static void read(String file, RuleDescr rule, List<Rule> rules, List<String> offences) {
        var where = file + ", rule " + rule.getName() + ": ";
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
        rules.add(new Rule(rule.getName(), pattern.getObjectType(), paths(where, pattern, text, offences)));
    }

    private static List<String> paths(String where, PatternDescr pattern, String text, List<String> offences) {
        var subject = subject(pattern.getObjectType());
        if (subject == null) {
            offences.add(where + "there is no subject " + pattern.getObjectType());
            return List.of();
        }
        var needs = new TreeSet<String>();
        QUESTION.matcher(text).results().map(m -> m.group(2)).forEach(path -> {
            FactPath.problem(subject, path).ifPresent(problem -> offences.add(where + problem));
            needs.add(path);
        });
        LITERAL.matcher(text)
                .results()
                .map(m -> m.group(1))
                .filter(literal -> FactPath.problem(subject, literal).isEmpty())
                .forEach(needs::add);
        if (needs.isEmpty()) {
            offences.add(where + "a rule has to ask for at least one fact");
        }
        return List.copyOf(needs);
    }

    static @org.jspecify.annotations.Nullable Class<?> subject(String name) {
        try {
            return Class.forName("dev.premotion.plan." + name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
