package dev.premotion.assessment;

import dev.premotion.assessment.AskOrder.Question;
import dev.premotion.assessment.Assessment.Ask;
import dev.premotion.assessment.Assessment.Gap;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.Together;
import dev.premotion.inventory.Givable;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Lacking;
import dev.premotion.plan.MigrationType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which missing facts the undetermined migrations wait for: each asked once at the widest scope that answers it, and those
 * that no facts file can give, so that only a fuller snapshot helps.
 */
final class Confirmations {

    private final Questions questions;
    private final Names names;
    private final AskOrder order;
    private final Map<Finding, List<Lacking>> open = new IdentityHashMap<>();
    private final Map<String, Gap> gaps = new TreeMap<>();

    private Confirmations(Inventory inventory, Questions questions) {
        this.questions = questions;
        this.names = Names.of(inventory);
        this.order = new AskOrder(questions);
    }

    /** What to ask, and what nobody can be asked. */
    record Found(List<Assessment.Confirmation> confirmations, List<Gap> gaps) {}

    /** @param together in a survey: what becomes of the VMs of each host when all of them leave */
    static Found of(List<Judged> migrations, Inventory inventory, Questions questions, Map<Ref, Together> together) {
        var found = of(migrations, inventory, questions);
        var ofHosts = new Confirmations(inventory, questions);
        together.values().stream().filter(host -> !host.open().isEmpty()).forEach(ofHosts::add);
        var all = new ArrayList<>(found.confirmations());
        ofHosts.order.ranked().stream()
                .flatMap(more -> beside(found.confirmations(), more))
                .forEach(all::add);
        return new Found(List.copyOf(all), found.gaps());
    }

    /** A question for hosts without what is asked for migrations already. */
    private static Stream<Assessment.Confirmation> beside(
            List<Assessment.Confirmation> asked, Assessment.Confirmation more) {
        var ask = more.ask();
        var properties = new ArrayList<>(ask.properties());
        asked.stream()
                .map(Assessment.Confirmation::ask)
                .filter(one -> one.kind().equals(ask.kind()) && one.scope().equals(ask.scope()))
                .forEach(one -> properties.removeAll(one.properties()));
        var rest = new Ask(ask.kind(), List.copyOf(properties), ask.scopeKind(), ask.scope(), ask.subjects());
        return properties.isEmpty()
                ? Stream.of()
                : Stream.of(new Assessment.Confirmation(rest, more.migrations(), more.decides(), true));
    }

    static Found of(List<Judged> migrations, Inventory inventory, Questions questions) {
        var confirmations = new Confirmations(inventory, questions);
        migrations.stream()
                .filter(judged -> judged.verdict() == Verdict.UNDETERMINED)
                .forEach(confirmations::add);
        return new Found(
                confirmations.order.ranked(),
                confirmations.gaps.values().stream()
                        .sorted((one, other) -> Integer.compare(other.migrations(), one.migrations()))
                        .toList());
    }

    private void add(Judged judged) {
        var asks = new LinkedHashMap<Question, Set<String>>();
        var missing = new LinkedHashMap<String, Lacking>();
        var undecided = !askOpen(judged.findings(), asks, missing);
        openKinds(judged).forEach(fact -> ask(fact, asks, missing));
        missing.forEach((key, fact) -> gaps.merge(
                key,
                new Gap(fact.thing().kind(), fact.property(), questions.unsaid(fact), 1),
                (one, more) -> new Gap(one.kind(), one.property(), one.unsaid(), one.migrations() + 1)));
        order.add(asks, missing.isEmpty() && !undecided);
    }

    private void add(Together host) {
        var asks = new LinkedHashMap<Question, Set<String>>();
        var missing = new LinkedHashMap<String, Lacking>();
        var askable = askOpen(host.waits(), asks, missing);
        order.add(asks, askable && missing.isEmpty());
    }

    /** Asks what open blockers wait for; false where one waits for no fact at all. */
    private boolean askOpen(List<Finding> findings, Map<Question, Set<String>> asks, Map<String, Lacking> missing) {
        var askable = true;
        for (var finding : findings) {
            if (finding.blocker() && finding.answer().unknown()) {
                var facts = open.computeIfAbsent(finding, f -> OpenFacts.of(f.subject(), f.answer()));
                askable &= !facts.isEmpty();
                facts.forEach(fact -> ask(fact, asks, missing));
            }
        }
        return askable;
    }

    /** A migration that may be of several kinds waits for the facts that tell which. */
    private static List<Lacking> openKinds(Judged judged) {
        var facts = new LinkedHashSet<Lacking>();
        var types = judged.migration().types();
        var vm = judged.migration().vm();
        var source = judged.migration().sourceVCenter();
        var destination = judged.migration().destinationVCenter();
        if (types.stream().map(MigrationType::power).distinct().count() > 1 && vm != null) {
            facts.add(new Lacking(vm.ref(), vm.label(), "powerState"));
        }
        if (types.stream().map(MigrationType::reach).distinct().count() > 1 && source != null && destination != null) {
            var between = source.label() + " and " + destination.label();
            facts.add(new Lacking(new Ref(Kind.LINK, source.ref().id(), between), between, "sameSsoDomain"));
        }
        var candidate = judged.destination();
        if (candidate != null
                && vm != null
                && candidate.types().stream()
                                .map(MigrationType::change)
                                .distinct()
                                .count()
                        > 1) {
            facts.addAll(OpenFacts.ofFiles(candidate, vm));
        }
        return List.copyOf(facts);
    }

    private void ask(Lacking fact, Map<Question, Set<String>> asks, Map<String, Lacking> missing) {
        var owner = fact.thing();
        if (Kind.type(owner.kind()) == null || !Givable.is(owner.kind(), fact.property())) {
            missing.putIfAbsent(owner.kind() + "." + fact.property(), fact);
            return;
        }
        var name = owner.kind().equals(Kind.LINK) ? fact.thingName() : names.of(owner);
        var apart = questions.together(owner.kind(), fact.property()) ? "" : fact.property();
        var question = switch (questions.scope(owner.kind(), fact.property())) {
            case CLUSTER -> cluster(owner, name, apart);
            case VCENTER -> new Question(owner.kind(), "vcenter", vCenter(owner), apart);
            case EACH -> each(owner, name, apart);
        };
        asks.computeIfAbsent(question, q -> new LinkedHashSet<>()).add(fact.property());
        order.subject(question, name);
    }

    private Question cluster(Ref owner, String name, String apart) {
        var cluster = names.clusters().get(owner);
        return cluster == null ? each(owner, name, apart) : new Question(owner.kind(), "cluster", cluster, apart);
    }

    private static Question each(Ref owner, String name, String apart) {
        return new Question(owner.kind(), owner.kind().equals(Kind.LINK) ? "link" : "name", name, apart);
    }

    private String vCenter(Ref owner) {
        return names.vCenters().getOrDefault(owner.vCenter(), owner.vCenter());
    }
}
