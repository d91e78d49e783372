package dev.premotion.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.assessment.Card;
import dev.premotion.assessment.Questions;
import dev.premotion.assessment.Questions.Question;
import dev.premotion.assessment.Questions.Scope;
import dev.premotion.reference.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The rulebook: cards, questions and the digest of all it is made of.
 *
 * @param cards by id, sorted
 * @param digest SHA-256 over rules, cards and tables
 */
public record Rulebook(Map<String, Card> cards, Questions questions, Tables tables, String digest) {

    private static final String FILE = "rulebook.json";

    /** What the build wrote. */
    record Content(String digest, List<Card> cards, List<Asked> questions) {}

    /** A question as {@code rules/questions.csv} has it. */
    record Asked(
            String kind,
            String property,
            String scope,
            String unsaid,
            String question,
            String whereToLook,
            String brief,
            String usual) {}

    /**
     * The built-in rulebook.
     *
     * @throws IllegalStateException if the build left it out of the class path
     */
    public static Rulebook load() {
        try (var in = Rulebook.class.getResourceAsStream(FILE)) {
            var mapper = new ObjectMapper();
            var content = mapper.readValue(
                    Objects.requireNonNull(in, FILE + " is not on the class path"), new TypeReference<Content>() {});
            return of(content, Tables.load());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Rulebook of(Content content, Tables tables) {
        var cards = new LinkedHashMap<String, Card>();
        content.cards().forEach(card -> cards.put(card.id(), card));
        var questions = new LinkedHashMap<String, Question>();
        content.questions()
                .forEach(asked -> questions.put(
                        asked.kind() + "." + asked.property(),
                        new Question(
                                Scope.valueOf(asked.scope().toUpperCase(Locale.ROOT)),
                                asked.unsaid(),
                                asked.question(),
                                asked.whereToLook(),
                                asked.brief(),
                                asked.usual())));
        return new Rulebook(cards, new Questions(questions), tables, content.digest());
    }

    /** The card of a rule. */
    public Card card(String rule) {
        return Objects.requireNonNull(cards.get(rule), () -> "no card for rule " + rule);
    }
}
