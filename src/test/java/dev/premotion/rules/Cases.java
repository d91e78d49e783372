package dev.premotion.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Finding;
import dev.premotion.inventory.Estate;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.Resolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The cases of the cards, and how to run them: a change to a clean estate, a plan, and what the whole check finds. */
final class Cases {

    /** Loaded once for all tests of the JVM. */
    static final Preflight PREFLIGHT = Preflight.builtIn();

    static final LocalDate TODAY = LocalDate.of(2026, 1, 16);
    private static final List<Case> ALL = read();

    private Cases() {}

    /** What a case shows of its rule. */
    enum Shows {
        FAILS,
        HOLDS,
        UNKNOWN
    }

    /**
     * One case.
     *
     * @param set what is changed, by thing and property
     * @param finds all findings expected: a rule's id where it fails, with a question mark where it is unknown
     */
    record Case(String rule, Shows shows, int number, Moves.Move move, JsonNode set, Set<String> finds) {

        Estate estate() {
            return Changes.apply(move.clean(), set);
        }

        @Override
        public String toString() {
            return rule + " " + shows.name().toLowerCase(java.util.Locale.ROOT) + " " + number + " (" + move.name()
                    + ")";
        }
    }

    static List<Case> all() {
        return ALL;
    }

    static List<Case> all(Shows shows) {
        return ALL.stream().filter(c -> c.shows() == shows).toList();
    }

    static Assessment check(Estate estate, PlanDocument plan) {
        return PREFLIGHT.check(Resolver.resolve(plan, estate.inventory()), estate.inventory(), TODAY);
    }

    /** The rules of the findings, those not known with a question mark. */
    static Set<String> found(Assessment assessment) {
        return assessment.findings().stream().map(Cases::told).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its rule, with a question mark where that is not known. */
    static String told(Finding finding) {
        return finding.card().id() + (finding.answer().unknown() ? "?" : "");
    }

    /** The card files as written. */
    static List<JsonNode> cardFiles() {
        try (var files = Files.list(Path.of("rules"))) {
            var read = new ArrayList<JsonNode>();
            for (var file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                read.add(Moves.YAML.readTree(file.toFile()));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> read() {
        var cases = new ArrayList<Case>();
        for (var file : cardFiles()) {
            file.get("cards").properties().forEach(card -> {
                for (var shows : Shows.values()) {
                    var written =
                            card.getValue().path("cases").path(shows.name().toLowerCase(java.util.Locale.ROOT));
                    for (int i = 0; written.isArray() && i < written.size(); i++) {
                        cases.add(read(card.getKey(), shows, i + 1, written.get(i)));
                    }
                }
            });
        }
        return cases;
    }

    private static Case read(String rule, Shows shows, int number, JsonNode written) {
        var move = Moves.named(written.get("move").asText());
        var finds = new TreeSet<>(Moves.texts(written.path("also")));
        switch (shows) {
            case FAILS -> finds.add(rule);
            case UNKNOWN -> finds.add(rule + "?");
            case HOLDS -> {}
        }
        return new Case(rule, shows, number, move, written.path("set"), finds);
    }
}
