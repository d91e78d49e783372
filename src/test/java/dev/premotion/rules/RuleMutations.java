package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Card;
import dev.premotion.assessment.Severity;
import dev.premotion.inventory.Estate;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.Resolver;
import dev.premotion.reference.Csv;
import dev.premotion.rules.Cases.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/**
 * Breaks every rule in small ways and sees whether its cases notice: {@code mvn -Pmutation verify}. Takes minutes, so it is no
 * part of the ordinary build; its name keeps it out.
 *
 * <p>A topic's mutants are compiled together and judged beside the real rules, all as mere information, so that none changes
 * a verdict, and what hangs on verdicts (loads, what comes after another migration, permits) is as it is; each case and each
 * move on the clean estate then tells for all mutants at once whether it finds what it should.
 */
class RuleMutations {

    private static final Pattern RULE = Pattern.compile("rule \"([^\"]+)\" when\n.*?\\); end\n", Pattern.DOTALL);
    private static final Pattern SUBJECT = Pattern.compile("\\$s : (\\w+)\\(");

    /** Row: rule, mutant as it is called here, and why no case can notice. */
    private static final Path SURVIVORS = Path.of("src/test/resources/dev/premotion/rules/surviving-mutants.csv");

    @TempDir
    Path folder;

    private static int made;
    private static int survived;

    private record Mutant(String rule, String what, String name, String drl) {}

    static List<String> topics() throws IOException {
        try (var files = Files.list(Path.of("rules"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void itsCasesNoticeEveryMutant(String file) throws IOException {
        var drl = Files.readString(Path.of("rules", file));
        var head = drl.substring(0, drl.indexOf("rule \""));
        var mutants = new ArrayList<Mutant>();
        var written = RULE.matcher(drl);
        while (written.find()) {
            mutants.addAll(mutants(written.group(1), written.group()));
        }
        var base = compiled(head, mutants);
        var rules = mutants.stream().map(Mutant::rule).collect(Collectors.toCollection(TreeSet::new));
        var survivors = survivors(mutants, rules, base);
        made += mutants.size() - rules.size();
        survived += survivors.size();
        System.out.println(file + ": " + survivors.size() + " survive; so far " + survived + " of " + made);
        survivors.forEach(one -> System.out.println("  " + one));

        assertThat(survivors).isEqualTo(known(rules));
    }

    private static List<Mutant> mutants(String rule, String text) {
        var subject = SUBJECT.matcher(text);
        assertThat(subject.find()).isTrue();
        var type = RuleShape.subject(subject.group(1));
        var mutants = new ArrayList<Mutant>();
        mutants.add(new Mutant(rule, "", rule + "#0", renamed(text, rule, rule + "#0")));
        var requirement = Mutants.requirement(text);
        Mutants.of(requirement, type).forEach((what, changed) -> {
            var name = rule + "#" + mutants.size();
            var other = renamed(text, rule, name).replace(requirement, changed);
            mutants.add(new Mutant(rule, what, name, other));
        });
        return mutants;
    }

    private static String renamed(String text, String from, String to) {
        return text.replace("rule \"" + from + "\"", "rule \"" + to + "\"");
    }

    /** The built-in rules and the mutants, compiled together; those that do not compile are no mutants and leave the list. */
    private KieBase compiled(String head, List<Mutant> mutants) throws IOException {
        var services = KieServices.Factory.get();
        while (true) {
            var files = services.newKieFileSystem();
            files.generateAndWritePomXML(services.newReleaseId("own", "rules", "1")); // as rules of one's own
            for (int i = 0; i < mutants.size(); i++) {
                files.write(
                        "src/main/resources/mutants/m" + i + ".drl",
                        head + mutants.get(i).drl());
            }
            var built = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            var bad = built.getResults().getMessages(Message.Level.ERROR).stream()
                    .map(message -> String.valueOf(message.getPath()).replaceAll(".*/m(\\d+)\\.drl$", "$1"))
                    .filter(number -> number.matches("\\d+"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (bad.isEmpty()) {
                assertThat(built.getResults().getMessages(Message.Level.ERROR)).isEmpty();
                var jar = Files.createTempFile(folder, "mutants", ".jar");
                Files.write(jar, ((InternalKieModule) built.getKieModule()).getBytes());
                return CompiledRules.load(jar);
            }
            bad.descendingSet().forEach(number -> mutants.remove((int) number));
        }
    }

    private static Set<String> survivors(List<Mutant> mutants, Set<String> rules, KieBase base) {
        var real = Cases.PREFLIGHT.rulebook();
        var cards = new TreeMap<String, Card>(real.cards());
        mutants.forEach(mutant -> cards.put(mutant.name(), card(real.card(mutant.rule()), mutant.name())));
        var preflight = new Preflight(base, new Rulebook(cards, real.questions(), real.tables(), "mutants"));
        var alive = new ArrayList<>(mutants);
        alive.removeIf(mutant -> mutant.what().isEmpty());
        for (var one : trials(rules)) {
            if (alive.isEmpty()) {
                break;
            }
            var found = found(preflight, one.estate(), one.plan());
            rules.forEach(
                    rule -> assertThat(answer(found, rule + "#0")).as(rule).isEqualTo(answer(one.finds(), rule)));
            alive.removeIf(mutant -> answer(found, mutant.name()) != answer(one.finds(), mutant.rule()));
        }
        return alive.stream()
                .map(mutant -> mutant.rule() + ": " + mutant.what())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a plan on an estate finds, as cases and moves say it. */
    private record Trial(Estate estate, PlanDocument plan, Set<String> finds) {}

    /** The cases of these rules, then every move on the clean estate, then all other cases. */
    private static List<Trial> trials(Set<String> rules) {
        var own = Cases.all().stream().collect(Collectors.partitioningBy(one -> rules.contains(one.rule())));
        var trials = new ArrayList<Trial>();
        own.get(true).forEach(one -> trials.add(trial(one)));
        Moves.all()
                .values()
                .forEach(move -> trials.add(new Trial(move.clean(), move.plan(), Set.copyOf(move.finds()))));
        own.get(false).forEach(one -> trials.add(trial(one)));
        return trials;
    }

    private static Trial trial(Cases.Case one) {
        return new Trial(one.estate(), one.move().plan(), one.finds());
    }

    private static Set<String> found(Preflight preflight, Estate estate, PlanDocument plan) {
        var inventory = estate.inventory();
        return Cases.found(preflight.check(Resolver.resolve(plan, inventory), inventory, LocalDate.of(2026, 1, 16)));
    }

    private static Shows answer(Set<String> found, String name) {
        return found.contains(name) ? Shows.FAILS : found.contains(name + "?") ? Shows.UNKNOWN : Shows.HOLDS;
    }

    private static Card card(Card card, String name) {
        return new Card(
                name,
                card.title(),
                card.topic(),
                Severity.INFO,
                card.enforcedBy(),
                card.types(),
                card.versions(),
                card.says(),
                card.why(),
                card.remedy(),
                card.sources(),
                card.status(),
                card.faults(),
                card.subject(),
                card.needs(),
                card.limits());
    }

    /** Those of these rules that are known to survive. */
    private static Set<String> known(Set<String> rules) {
        var known = new TreeSet<String>();
        for (var row : Csv.read(SURVIVORS, "rule", "mutant", "reason").rows()) {
            row.text("reason");
            if (rules.contains(row.text("rule"))) {
                known.add(row.text("rule") + ": " + row.text("mutant"));
            }
        }
        return known;
    }
}
