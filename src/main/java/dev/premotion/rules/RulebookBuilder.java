package dev.premotion.rules;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.premotion.assessment.Card;
import dev.premotion.plan.FactPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Joins rules, cards and questions into {@code rulebook.json} at build time and fails the build on any mismatch, so that a
 * rule without a card, a card without a rule, or a path that leads nowhere never ships.
 */
public final class RulebookBuilder {

    private final TreeMap<String, RuleShape.Rule> rules = new TreeMap<>();
    private final TreeMap<String, Card> cards = new TreeMap<>();
    private final List<String> offences = new ArrayList<>();
    private boolean unread;
    private boolean rulesUnread;
    private final Path folder;

    private RulebookBuilder(Path folder) {
        this.folder = folder;
    }

    /**
     * Called by the build.
     *
     * @param args the folder of rules, and the file to write
     * @throws IOException if a file cannot be read or written; the build fails then
     */
    public static void main(String[] args) throws IOException {
        var content = read(Path.of(args[0]));
        var target = Path.of(args[1]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(target.toFile(), content);
    }

    /**
     * Reads a folder of rules.
     *
     * @throws IllegalStateException naming everything that is wrong
     */
    static Rulebook.Content read(Path folder) throws IOException {
        var builder = new RulebookBuilder(folder);
        builder.gather();
        builder.requireNoOffence();
        return new Rulebook.Content(builder.digest(), List.copyOf(builder.cards.values()), builder.questions());
    }

    /**
     * Reads a folder of rules of one's own: as {@link #read}, without questions.
     *
     * @throws IllegalStateException naming everything that is wrong
     */
    static Rulebook.Content own(Path folder) throws IOException {
        var builder = new RulebookBuilder(folder);
        builder.gather();
        if (builder.rules.isEmpty() && builder.offences.isEmpty()) {
            builder.offences.add("there is no rule in this folder");
        }
        builder.requireNoOffence();
        return new Rulebook.Content(builder.digest(), List.copyOf(builder.cards.values()), List.of());
    }

    private void gather() throws IOException {
        for (var drl : files(".drl")) {
            addRules(drl);
        }
        for (var yaml : files(".yaml")) {
            addCards(yaml);
        }
        compare();
    }

    private void requireNoOffence() {
        if (!offences.isEmpty()) {
            throw new IllegalStateException(
                    "The rulebook does not hold together:\n  " + String.join("\n  ", new LinkedHashSet<>(offences)));
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private void addRules(Path drl) throws IOException {
        var file = RuleShape.read(drl.getFileName().toString(), Files.readString(drl));
        offences.addAll(file.offences());
        rulesUnread |= !file.offences().isEmpty();
        for (var rule : file.rules()) {
            if (rules.put(rule.id(), rule) != null) {
                offences.add(drl.getFileName() + ": a second rule " + rule.id());
            }
        }
    }

    private void addCards(Path yaml) throws IOException {
        try {
            var file = new ObjectMapper(new YAMLFactory()).readValue(yaml.toFile(), CardFile.class);
            file.cards().forEach((id, card) -> addCard(yaml.getFileName() + ", card " + id + ": ", id, file, card));
        } catch (UnrecognizedPropertyException e) {
            unread = true;
            offences.add(yaml.getFileName() + ", line " + e.getLocation().getLineNr() + ": a card has no key \""
                    + e.getPropertyName() + "\", but " + keys(e));
        } catch (JsonProcessingException e) {
            unread = true;
            offences.add(yaml.getFileName() + line(e) + ": " + problem(e));
        }
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    private static String problem(JsonProcessingException e) {
        if (e instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            var path = mismatch.getPath().stream()
                    .map(Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(joining("/"));
            return path + " has a value of another kind; expected "
                    + (mismatch.getTargetType() == String.class ? "a text" : "a list or keys as in CONTRIBUTING.md");
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked) {
                return "this is not well-formed YAML: " + marked.getProblem();
            }
        }
        return "this is not a file of cards, which has the keys topic and cards";
    }

    private static String keys(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(joining(", "));
    }

    private void addCard(String where, String id, CardFile file, CardFile.Written written) {
        var rule = rules.get(id);
        if (rule == null) {
            if (!rulesUnread) { // it may be the rule that could not be read
                offences.add(where + "there is no rule of this name");
            }
            return;
        }
        if (cards.containsKey(id)) {
            offences.add(where + "a second card");
        }
        written.problems().forEach(problem -> offences.add(where + problem));
        var subject = RuleShape.subject(rule.subject());
        if (subject != null && written.says() != null) {
            for (var slot : Sentence.slots(written.says())) {
                slotProblem(subject, rule, slot).ifPresent(problem -> offences.add(where + problem));
            }
        }
        if (written.problems().isEmpty()) {
            cards.put(id, written.card(id, file.topic(), rule));
        } else {
            unread = true;
        }
    }

    private static Optional<String> slotProblem(Class<?> subject, RuleShape.Rule rule, String slot) {
        var limit = Sentence.limit(slot);
        if (limit == null) {
            return FactPath.problem(subject, slot);
        }
        return rule.limits().contains(limit)
                ? Optional.empty()
                : Optional.of("the sentence shows the limit " + limit + ", which the rule does not compare with");
    }

    private void compare() {
        var without = new TreeSet<>(rules.keySet());
        without.removeAll(cards.keySet());
        if (!unread) { // its card may be in the file that could not be read
            without.forEach(id -> offences.add("rule " + id + " has no card"));
        }
    }

    private List<Rulebook.Asked> questions() throws IOException {
        return QuestionFile.read(folder.resolve("questions.csv"), folder.resolve("confirmations.csv"));
    }

    private String digest() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var ending : List.of(".csv", ".drl", ".yaml")) {
                for (var file : files(ending)) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
