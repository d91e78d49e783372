package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Evidence;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One finding for all that is alike in a survey, which tries every VM on every host of its cluster: what the snapshot does not
 * say is told once for a cluster, and what a VM does not meet once for all hosts of it. Each subject keeps its own answer, so
 * verdicts and questions are what they are without; the id and the words are those of the first.
 */
final class Sharing {

    /** What belongs to one VM. */
    private static final Set<String> OF_VM = Set.of(Kind.VM, Kind.DISK, Kind.NIC, Kind.DEVICE);

    private final Function<Judge.Judgement, Finding> maker;
    private final Map<Ref, String> clusters = new HashMap<>();
    private final Map<String, Finding> first = new HashMap<>();
    private final Map<Answer, Answer> answers = new HashMap<>();

    /** @param maker of the first finding of each kind */
    Sharing(Inventory inventory, Function<Judge.Judgement, Finding> maker) {
        this.maker = maker;
        for (var vCenter : inventory.vCenters()) {
            if (vCenter.hosts() != null) {
                vCenter.hosts().forEach(host -> clusters.put(host.ref(), String.valueOf(host.cluster())));
            }
            if (vCenter.vms() != null) {
                vCenter.vms().forEach(vm -> clusters.put(vm.ref(), String.valueOf(vm.cluster())));
            }
        }
    }

    Finding finding(Judge.Judgement judgement) {
        var subject = judgement.subject();
        var answer = answers.computeIfAbsent(judgement.answer(), a -> a);
        var key = judgement.rule() + (answer.unknown() ? open(subject, answer) : failed(subject));
        var like = first.computeIfAbsent(key, k -> maker.apply(judgement));
        return new Finding(like.id(), like.card(), subject, answer, like.message(), like.remedy());
    }

    /** Unknown for want of the same facts, or of the same row of a table, in one cluster. */
    private String open(Subject subject, Answer answer) {
        var facts = OpenFacts.of(subject, answer).stream()
                .map(fact -> fact.thing().kind() + "." + fact.property())
                .collect(Collectors.toSet());
        var why = facts.isEmpty()
                ? answer.because().stream().map(Evidence::toString).sorted().toList()
                : facts.stream().sorted().toList();
        return "?" + why + place(subject);
    }

    /** Failed by one VM, whichever host of the cluster it is tried on. */
    private String failed(Subject subject) {
        var refs = subject.refs();
        var ofVm = OF_VM.contains(refs.get(0).kind());
        return "!"
                + refs.stream()
                        .filter(ref -> !ofVm || !ref.kind().equals(Kind.HOST))
                        .toList()
                + (ofVm ? place(subject) : "");
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
