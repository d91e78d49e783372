package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.assessment.Card;
import dev.premotion.assessment.Questions;
import dev.premotion.inventory.Givable;
import dev.premotion.inventory.Kind;
import dev.premotion.plan.Lacking;
import dev.premotion.plan.PlannedEntry;
import dev.premotion.plan.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to do about a finding; of one that is open, what to look up and where, since nothing is known to be wrong. */
final class HowToTell {

    private static final int MOST = 3;

    private final Questions questions;
    private final Map<List<String>, String> said = new HashMap<>(); // many things lack the same

    HowToTell(Questions questions) {
        this.questions = questions;
    }

    /**
     * What to do about an answer that is no or unknown.
     *
     * @param open the facts that an unknown answer waits for
     */
    String remedy(Card card, Subject subject, Answer answer, List<Lacking> open) {
        if (!answer.no()) {
            return of(card, open);
        }
        // entries of a plan can be wrong in many ways under one requirement: each tells its own remedy
        return subject instanceof PlannedEntry entry && entry.remedy() != null ? entry.remedy() : card.remedy();
    }

    /** @param open the facts that the answer waits for; empty where the reference tables do not decide */
    String of(Card card, List<Lacking> open) {
        if (open.isEmpty()) {
            return "Find out by hand; if it holds, assume " + card.id() + " by name in the plan, under assumptions.";
        }
        var asked = open.stream()
                .map(fact -> fact.thing().kind() + "." + fact.property())
                .distinct()
                .toList();
        return said.computeIfAbsent(asked, keys -> said(keys, open));
    }

    private String said(List<String> keys, List<Lacking> open) {
        var text = new StringBuilder("Find out: ");
        keys.stream().limit(MOST).forEach(key -> text.append(question(key)).append(' '));
        if (keys.size() > MOST) {
            text.append("And ").append(Questions.more(keys.size() - MOST)).append(". ");
        }
        return text.append(how(open)).toString();
    }

    private String question(String key) {
        var kind = key.substring(0, key.indexOf('.'));
        var property = key.substring(kind.length() + 1);
        var question = questions.of(kind, property);
        return question == null
                ? Questions.unasked(kind, property)
                : question.text() + " (" + question.whereToLook() + ")";
    }

    private String how(List<Lacking> open) {
        if (open.stream().anyMatch(HowToTell::givable)) {
            return "Give the answer in facts.yaml, with --facts.";
        }
        return open.stream().allMatch(this::planned) ? "Write it in the plan." : "Give a snapshot that has it.";
    }

    private boolean planned(Lacking fact) {
        var question = questions.of(fact.thing().kind(), fact.property());
        return question != null && question.whereToLook().startsWith("The plan");
    }

    private static boolean givable(Lacking fact) {
        var kind = fact.thing().kind();
        return Kind.type(kind) != null && Givable.is(kind, fact.property());
    }
}
