package dev.premotion.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.premotion.answer.Answer;
import dev.premotion.answer.Labelled;
import dev.premotion.assessment.Explained;
import dev.premotion.assessment.Explained.Said;
import dev.premotion.inventory.Origins;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.report.Result.Consequence;
import dev.premotion.report.Result.Evidence;
import dev.premotion.report.Result.Inputs;
import dev.premotion.report.Result.ReliesOn;
import dev.premotion.report.Result.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why one migration came to its verdict ({@code "format": "premotion/explanation/1"}): every requirement that was judged
 * for it, with the values that decided and where each was read.
 *
 * @param migration id
 * @param ref the VM's identity; absent where the entry names none
 * @param from host, or cluster, it is on; absent where unknown
 * @param to where it goes; absent where nowhere
 * @param because why the migration is not for moving; absent otherwise
 * @param consequences what the move changes for good, and whether there is a way back
 * @param counts how many requirements came to each answer
 * @param inputs what all this was read from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        String format,
        String migration,
        String vm,
        @Nullable String ref,
        String type,
        @Nullable String from,
        @Nullable String to,
        String verdict,
        @Nullable String because,
        ReliesOn reliesOn,
        Counts counts,
        List<Consequence> consequences,
        List<Requirement> requirements,
        Inputs inputs) {

    public static final String FORMAT = "premotion/explanation/1";

    /** How many answers of each kind; {@code otherKinds} are about other kinds of migration and did not count. */
    public record Counts(int failed, int unknown, int held, int notApplicable, int otherKinds) {}

    /**
     * One requirement and its answer.
     *
     * @param answer no, unknown, yes, not-applicable, or other-kind where the rule is about other kinds of migration
     * @param message the sentence of a finding; absent where it holds
     * @param remedy what to do, or how to find out; absent where it holds
     * @param lifted the waiver, assumption or promised fix that lifted it; absent where none did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requirement(
            String rule,
            String title,
            String severity,
            String enforcedBy,
            String answer,
            Subject subject,
            @Nullable String message,
            @Nullable String remedy,
            @Nullable String lifted,
            List<Told> evidence,
            List<String> sources) {}

    /**
     * A value that decided.
     *
     * @param shown the same in people's words: labels in the place of keys; not part of the JSON
     * @param from where the value is worked out: what it rests on and where that was read; empty where it was read itself,
     *     where it is a sum over the plan, and where several facts tell the same
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Told(
            @JsonUnwrapped Evidence value, @JsonIgnore Evidence shown, List<Evidence> from) {}

    /** @param origins where each fact was read */
    public static Explanation of(Explained explained, Origins origins, Inputs inputs) {
        var judged = explained.judged();
        var migration = judged.migration();
        var vm = migration.vm();
        var source = migration.source();
        var all = explained.said().stream()
                .map(said -> requirement(said, origins))
                .toList();
        return new Explanation(
                FORMAT,
                migration.id(),
                migration.name(),
                vm == null ? null : vm.ref().toString(),
                MigrationRows.words(migration),
                source == null ? null : source.label(),
                to(judged.destination()),
                judged.verdict().toString(),
                migration.excluded(),
                MigrationRows.reliesOn(judged.relies()),
                new Counts(
                        count(all, "no"),
                        count(all, "unknown"),
                        count(all, "yes"),
                        count(all, "not-applicable"),
                        count(all, "other-kind")),
                Consequences.of(judged, explained.back()),
                all,
                inputs);
    }

    private static @Nullable String to(@Nullable Candidate candidate) {
        return candidate == null ? null : candidate.name();
    }

    private static int count(List<Requirement> all, String answer) {
        return (int) all.stream().filter(one -> one.answer().equals(answer)).count();
    }

    private static Requirement requirement(Said said, Origins origins) {
        var card = said.card();
        var labels = labels(said.answer());
        return new Requirement(
                card.id(),
                card.title(),
                card.severity().toString(),
                card.enforcedBy().toString(),
                answer(said),
                FindingRows.subject(said.subject()),
                said.message(),
                said.remedy(),
                said.lift() == null
                        ? null
                        : said.lift().what() + ": " + said.lift().permit().because() + " ("
                                + said.lift().permit().approvedBy() + ", until "
                                + said.lift().permit().until() + ")",
                said.answer().because().stream()
                        .map(evidence -> told(origins, said.subject(), evidence, labels))
                        .toList(),
                card.sources());
    }

    private static Told told(
            Origins origins,
            dev.premotion.plan.Subject subject,
            dev.premotion.answer.Evidence evidence,
            Map<String, String> labels) {
        var value = FindingRows.evidence(origins, subject, evidence);
        return new Told(
                value,
                labelled(value, labels),
                value.origin() == null ? FindingRows.basis(origins, subject, evidence) : List.of());
    }

    /** The keys among the values that decided, with their labels. */
    private static Map<String, String> labels(Answer answer) {
        return answer.because().stream()
                .flatMap(evidence -> Stream.ofNullable(evidence.value()))
                .filter(Labelled.class::isInstance)
                .distinct()
                .collect(Collectors.toMap(Object::toString, value -> ((Labelled) value).label(), (one, same) -> one));
    }

    private static Evidence labelled(Evidence told, Map<String, String> labels) {
        var value = told.value() == null ? null : labels.getOrDefault(told.value(), told.value());
        var required = told.required();
        for (var label : labels.entrySet()) {
            if (required != null && required.endsWith(" " + label.getKey())) {
                required =
                        required.substring(0, required.length() - label.getKey().length()) + label.getValue();
                break;
            }
        }
        return new Evidence(told.fact(), value, told.unit(), required, told.origin());
    }

    private static String answer(Said said) {
        if (!said.concerns()) {
            return "other-kind";
        }
        var answer = said.answer();
        return answer.no() ? "no" : answer.unknown() ? "unknown" : answer.applicable() ? "yes" : "not-applicable";
    }
}
