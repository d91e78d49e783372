package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Evidence;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.inventory.Glob;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One finding for all that is alike where each VM is tried on many hosts: what the snapshot does not say is told once for a
 * cluster, and what a VM does not meet once for all hosts of it. Each subject keeps its own answer, so verdicts and questions
 * are what they are without; the words are those of the first, and the id is that of what they have in common, so that it
 * stays the same when the first is gone.
 */
final class Sharing {

    /** What belongs to one VM. */
    private static final Set<String> OF_VM = Set.of(Kind.VM, Kind.DISK, Kind.NIC, Kind.DEVICE);

    /** With more candidates nobody reads a sentence of its own for each, and a page that has them all does not open. */
    private static final int READABLE = 500;

    private final Function<Judge.Judgement, Finding> maker;
    private final List<Glob> permitted;
    private final Map<Ref, String> clusters = new HashMap<>();
    private final Map<String, Finding> first = new HashMap<>();
    private final Map<Answer, Answer> answers = new HashMap<>();

    private Sharing(Plan plan, Inventory inventory, Function<Judge.Judgement, Finding> maker) {
        this.maker = maker;
        this.permitted = Stream.of(plan.waivers(), plan.assumptions(), plan.fixes())
                .flatMap(List::stream)
                .map(permit -> Glob.of(permit.rule()))
                .toList();
        for (var vCenter : inventory.vCenters()) {
            if (vCenter.hosts() != null) {
                vCenter.hosts().forEach(host -> clusters.put(host.ref(), place(host.ref(), host.cluster())));
            }
            if (vCenter.vms() != null) {
                vCenter.vms().forEach(vm -> clusters.put(vm.ref(), place(vm.ref(), vm.cluster())));
            }
        }
    }

    /**
     * What makes the findings of a plan's check: shared in a survey and in a large plan, each on its own in others.
     *
     * @param maker of the first finding of each kind
     */
    static Function<Judge.Judgement, Finding> of(
            Plan plan, Inventory inventory, Function<Judge.Judgement, Finding> maker) {
        return plan.survey() || large(plan) ? new Sharing(plan, inventory, maker)::finding : maker;
    }

    private static boolean large(Plan plan) {
        return plan.migrations().stream()
                        .mapToInt(migration -> migration.candidates().size())
                        .sum()
                > READABLE;
    }

    private static String place(Ref thing, @Nullable String cluster) {
        return thing.vCenter() + "/" + cluster;
    }

    private Finding finding(Judge.Judgement judgement) {
        if (permitted.stream().anyMatch(rule -> rule.matches(judgement.rule()))) {
            return maker.apply(judgement); // somebody may permit it for one subject and not for the next
        }
        var subject = judgement.subject();
        var answer = answers.computeIfAbsent(judgement.answer(), a -> a);
        var key = judgement.rule() + (answer.unknown() ? open(subject, answer) : failed(subject, answer));
        var like = first.computeIfAbsent(key, k -> first(judgement, k));
        return new Finding(like.id(), like.card(), subject, answer, like.message(), like.remedy());
    }

    private Finding first(Judge.Judgement judgement, String key) {
        var own = maker.apply(judgement);
        return own.as(FindingId.of(own.card().id(), key));
    }

    /** Unknown for want of the same facts, or of the same row of a table, in one cluster. */
    private String open(Subject subject, Answer answer) {
        var facts = OpenFacts.kinds(subject, answer);
        var why = facts.isEmpty()
                ? answer.because().stream().map(Evidence::toString).sorted().toList()
                : facts;
        return "?" + why + place(subject);
    }

    /** Failed by one VM for the same reason, whichever host of the cluster it is tried on. */
    private String failed(Subject subject, Answer answer) {
        var refs = subject.refs();
        if (!OF_VM.contains(refs.get(0).kind())) {
            return "!" + refs;
        }
        var why = answer.because().stream()
                .map(evidence -> evidence.fact() + " " + evidence.required())
                .sorted()
                .toList();
        var others = refs.stream().filter(ref -> !ref.kind().equals(Kind.HOST)).toList();
        return "!" + others + why + place(subject);
    }

    private String place(Subject subject) {
        List<Ref> refs = subject.refs();
        return refs.stream()
                .filter(ref -> ref.kind().equals(Kind.HOST))
                .map(clusters::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> clusters.getOrDefault(refs.get(0), refs.get(0).vCenter()));
    }
}
