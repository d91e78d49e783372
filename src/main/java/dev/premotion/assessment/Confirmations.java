package dev.premotion.assessment;

import dev.premotion.assessment.Assessment.Ask;
import dev.premotion.assessment.Assessment.Confirmation;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.MigrationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which missing facts to confirm first: each asked once at the widest scope that answers it, the ones that most
 * undetermined migrations wait for first.
 */
final class Confirmations {

    private record Scope(String kind, String property, String scopeKind, String scope) {}

    private final Questions questions;
    private final Names names;
    private final Map<Scope, Set<String>> subjects = new HashMap<>();
    private final Map<Scope, List<Set<Scope>>> waiting = new HashMap<>();

    private Confirmations(Inventory inventory, Questions questions) {
        this.questions = questions;
        this.names = Names.of(inventory);
    }

    static List<Confirmation> of(List<Judged> migrations, Inventory inventory, Questions questions) {
        var confirmations = new Confirmations(inventory, questions);
        migrations.stream()
                .filter(judged -> judged.verdict() == Verdict.UNDETERMINED)
                .forEach(confirmations::add);
        return confirmations.ranked();
    }

    private void add(Judged judged) {
        var asks = new LinkedHashSet<Scope>();
        for (var finding : judged.findings()) {
            if (finding.blocker() && finding.answer().unknown()) {
                OpenFacts.of(finding.subject(), finding.answer())
                        .forEach(fact -> ask(fact.thing(), fact.property(), asks));
            }
        }
        addOpenKinds(judged, asks);
        asks.forEach(
                scope -> waiting.computeIfAbsent(scope, s -> new ArrayList<>()).add(asks));
    }

    /** A migration that may be of several kinds waits for the facts that tell which. */
    private void addOpenKinds(Judged judged, Set<Scope> asks) {
        var types = judged.migration().types();
        var vm = judged.migration().vm();
        var source = judged.migration().sourceVCenter();
        var destination = judged.migration().destinationVCenter();
        if (types.stream().map(MigrationType::power).distinct().count() > 1 && vm != null) {
            ask(vm.ref(), "powerState", asks);
        }
        if (types.stream().map(MigrationType::reach).distinct().count() > 1 && source != null && destination != null) {
            var between = source.label() + " and " + destination.label();
            remember(new Scope(Kind.LINK, "sameSsoDomain", "link", between), between, asks);
        }
        var candidate = judged.destination();
        if (candidate != null
                && vm != null
                && candidate.types().stream()
                                .map(MigrationType::change)
                                .distinct()
                                .count()
                        > 1) {
            OpenFacts.ofFiles(candidate, vm).forEach(fact -> ask(fact.thing(), fact.property(), asks));
        }
    }

    private void ask(Ref owner, String property, Set<Scope> asks) {
        var name = names.of(owner);
        var scope = switch (questions.scope(owner.kind(), property)) {
            case CLUSTER -> cluster(owner, property);
            case VCENTER -> new Scope(owner.kind(), property, "vcenter", vCenter(owner));
            case EACH -> each(owner, property, name);
        };
        remember(scope, name, asks);
    }

    private Scope cluster(Ref owner, String property) {
        var cluster = names.clusters().get(owner);
        return cluster == null
                ? each(owner, property, names.of(owner))
                : new Scope(owner.kind(), property, "cluster", cluster);
    }

    private static Scope each(Ref owner, String property, String name) {
        return new Scope(owner.kind(), property, owner.kind().equals(Kind.LINK) ? "link" : "name", name);
    }

    private String vCenter(Ref owner) {
        return names.vCenters().getOrDefault(owner.vCenter(), owner.vCenter());
    }

    private void remember(Scope scope, String subject, Set<Scope> asks) {
        subjects.computeIfAbsent(scope, s -> new TreeSet<>()).add(subject);
        asks.add(scope);
    }

    private List<Confirmation> ranked() {
        var order = waiting.keySet().stream()
                .sorted(Comparator.comparing((Scope s) -> -waiting(s).size())
                        .thenComparing(Scope::kind)
                        .thenComparing(Scope::property)
                        .thenComparing(Scope::scope))
                .toList();
        var confirmations = new ArrayList<Confirmation>();
        var decided = 0;
        var left = remaining();
        for (var scope : order) {
            for (var asks : waiting(scope)) {
                if (left.merge(asks, -1, Integer::sum) == 0) {
                    decided++;
                }
            }
            confirmations.add(new Confirmation(ask(scope), waiting(scope).size(), decided));
        }
        return List.copyOf(confirmations);
    }

    /** How many answers each waiting migration still needs. */
    private Map<Set<Scope>, Integer> remaining() {
        var left = new IdentityHashMap<Set<Scope>, Integer>(); // two migrations may ask the same
        waiting.values().stream().flatMap(Collection::stream).forEach(asks -> left.put(asks, asks.size()));
        return left;
    }

    private List<Set<Scope>> waiting(Scope scope) {
        return waiting.getOrDefault(scope, List.of());
    }

    private Ask ask(Scope scope) {
        return new Ask(
                scope.kind,
                scope.property,
                scope.scopeKind,
                scope.scope,
                List.copyOf(subjects.getOrDefault(scope, Set.of())));
    }
}
