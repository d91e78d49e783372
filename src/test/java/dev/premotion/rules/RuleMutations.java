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
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Breaks every rule in small ways and sees whether its cases notice: {@code mvn -Pmutation verify}. Takes minutes, so it is no
 * part of the ordinary build; its name keeps it out.
 *
 * <p>A topic's mutants are compiled together and stand in a rulebook of their own, all as mere information, so that none
 * changes a verdict; each case of the topic and each move on the clean estate then tells for all mutants at once whether it
 * finds what it should.
 */
class RuleMutations {

    private static final Pattern RULE = Pattern.compile("rule \"([^\"]+)\" when\n.*?\\); end\n", Pattern.DOTALL);
    private static final Pattern SUBJECT = Pattern.compile("\\$s : (\\w+)\\(");

    /** Row: rule, mutant as it is called here, and why no case can notice. */
    private static final Path SURVIVORS = Path.of("src/test/resources/dev/premotion/rules/surviving-mutants.csv");

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
        var rules = RULE.matcher(drl);
        while (rules.find()) {
            mutants.addAll(mutants(rules.group(1), rules.group()));
        }
        var survivors = survivors(mutants, compiled(file, head, mutants));
        made += mutants.size()
                - mutants.stream().map(Mutant::rule).distinct().toList().size();
        survived += survivors.size();
        System.out.println(file + ": " + survivors.size() + " survive; so far " + survived + " of " + made);
        survivors.forEach(one -> System.out.println("  " + one));

        assertThat(survivors).isSubsetOf(known());
    }

    private static List<Mutant> mutants(String rule, String text) {
        var subject = SUBJECT.matcher(text);
        assertThat(subject.find()).isTrue();
        var type = RuleShape.subject(subject.group(1));
        var mutants = new ArrayList<Mutant>();
        mutants.add(new Mutant(rule, "", rule + "#0", text.replace("\"" + rule + "\"", "\"" + rule + "#0\"")));
        var requirement = Mutants.requirement(text);
        Mutants.of(requirement, type).forEach((what, changed) -> {
            var name = rule + "#" + mutants.size();
            var other = text.replace("rule \"" + rule + "\"", "rule \"" + name + "\"")
                    .replace(requirement, changed);
            mutants.add(new Mutant(rule, what, name, other));
        });
        return mutants;
    }

    /** Compiles them together; those that do not compile are no mutants and leave the list. */
    private static KieBase compiled(String file, String head, List<Mutant> mutants) {
        var services = KieServices.Factory.get();
        while (true) {
            var files = services.newKieFileSystem();
            ReleaseId id = services.newReleaseId("mutants", file, String.valueOf(mutants.size()));
            files.generateAndWritePomXML(id);
            for (int i = 0; i < mutants.size(); i++) {
                files.write(
                        "src/main/resources/dev/premotion/rules/m" + i + ".drl",
                        head + mutants.get(i).drl());
            }
            var results = services.newKieBuilder(files)
                    .buildAll(ExecutableModelProject.class)
                    .getResults();
            var bad = results.getMessages(Message.Level.ERROR).stream()
                    .map(message -> String.valueOf(message.getPath()).replaceAll(".*/m(\\d+)\\.drl$", "$1"))
                    .filter(number -> number.matches("\\d+"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (bad.isEmpty()) {
                assertThat(results.getMessages(Message.Level.ERROR)).isEmpty();
                return services.newKieContainer(id).getKieBase();
            }
            bad.descendingSet().forEach(number -> mutants.remove((int) number));
        }
    }

    private static Set<String> survivors(List<Mutant> mutants, KieBase base) {
        var real = Cases.PREFLIGHT.rulebook();
        var cards = new TreeMap<String, Card>();
        mutants.forEach(mutant -> cards.put(mutant.name(), card(real.card(mutant.rule()), mutant.name())));
        var preflight = new Preflight(base, new Rulebook(cards, real.questions(), real.tables(), "mutants"));
        var alive = new ArrayList<>(mutants);
        alive.removeIf(mutant -> mutant.what().isEmpty());
        for (var one : trials(mutants)) {
            var found = found(preflight, one.estate(), one.plan());
            alive.removeIf(mutant -> {
                var expected = answer(one.finds(), mutant.rule());
                return answer(found, mutant.rule() + "#0") == expected && answer(found, mutant.name()) != expected;
            });
        }
        return alive.stream()
                .map(mutant -> mutant.rule() + ": " + mutant.what())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a plan on an estate finds, as cases and moves say it. */
    private record Trial(Estate estate, PlanDocument plan, Set<String> finds) {}

    /** The cases of the rules of the topic, and every move on the clean estate. */
    private static List<Trial> trials(List<Mutant> mutants) {
        var rules = mutants.stream().map(Mutant::rule).collect(Collectors.toSet());
        var trials = new ArrayList<Trial>();
        Moves.all()
                .values()
                .forEach(move -> trials.add(new Trial(move.clean(), move.plan(), Set.copyOf(move.finds()))));
        Cases.all().stream()
                .filter(one -> rules.contains(one.rule()))
                .forEach(one -> trials.add(new Trial(one.estate(), one.move().plan(), one.finds())));
        return trials;
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
                card.subject().equals("PlannedEntry") ? card.severity() : Severity.INFO,
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

    private static Set<String> known() {
        var known = new TreeSet<String>();
        for (var row : Csv.read(SURVIVORS, "rule", "mutant", "reason").rows()) {
            row.text("reason");
            known.add(row.text("rule") + ": " + row.text("mutant"));
        }
        return known;
    }
}
