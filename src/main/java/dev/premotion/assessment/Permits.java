package dev.premotion.assessment;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Grant.What;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.Plan;
import dev.premotion.plan.PlanDocument.Permit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Waivers, assumptions and promised fixes of a plan, and what each may lift: a waiver only what support or nobody
 * enforces, an assumption only what is unknown, a promised fix anything from its wave on.
 *
 * <p>What vCenter or a host enforces is never lifted by a permit that names neither rule nor subject. A permit that spells
 * out one name which several things have lifts nothing: nobody knows which of them was meant.
 *
 * @param grants in the order waivers, assumptions, fixes
 * @param ambiguous by identity: those whose one name several things have
 * @param lifting by identity of the finding: those that lift it, were it not for the wave; filled as it is asked
 * @param waves whether the plan runs in several waves, so that a promise has to say before which
 * @param today expiries count by this day
 */
public record Permits(
        List<Grant> grants, Set<Grant> ambiguous, Map<Finding, List<Grant>> lifting, boolean waves, LocalDate today) {

    /** @param findings all but those that hang on other migrations, which come one by one */
    public static Permits of(Plan plan, Inventory inventory, LocalDate today, Collection<Finding> findings) {
        var names = inventory.vCenters().stream()
                .collect(Collectors.toMap(vCenter -> vCenter.ref().id(), VCenter::label, (one, other) -> one));
        var grants = Stream.of(
                        Grant.of(What.WAIVER, plan.waivers(), names),
                        Grant.of(What.ASSUMPTION, plan.assumptions(), names),
                        Grant.of(What.FIX, plan.fixes(), names))
                .flatMap(List::stream)
                .toList();
        Set<Grant> ambiguous = Collections.newSetFromMap(new IdentityHashMap<>());
        grants.stream()
                .filter(Grant::exact)
                .filter(grant -> shared(grant, inventory) || ambiguous(grant, findings))
                .forEach(ambiguous::add);
        var waves = plan.migrations().stream()
                        .map(migration -> wave(migration.wave()))
                        .distinct()
                        .count()
                > 1;
        return new Permits(grants, ambiguous, new IdentityHashMap<>(), waves, today);
    }

    /** Whether several hosts or datastores have the name: what they carry is judged later, when it is too late to ask. */
    private static boolean shared(Grant grant, Inventory inventory) {
        return inventory.vCenters().stream()
                        .flatMap(vCenter -> Stream.concat(
                                labels(vCenter.hosts(), Host::label), labels(vCenter.datastores(), Datastore::label)))
                        .filter(grant.subject()::matches)
                        .limit(2)
                        .count()
                > 1;
    }

    private static <T> Stream<String> labels(@Nullable Listing<T> things, Function<T, String> label) {
        return things == null ? Stream.empty() : things.stream().map(label);
    }

    /** Whether two things of one kind match. */
    static boolean ambiguous(Grant grant, Collection<Finding> findings) {
        var things = new HashMap<String, Set<String>>();
        return findings.stream().filter(grant::matches).map(Finding::subject).anyMatch(subject -> {
            var ofKind = things.computeIfAbsent(subject.kind(), kind -> new HashSet<>());
            ofKind.add(grant.thing(subject));
            return ofKind.size() > 1;
        });
    }

    /** What lifts a finding for a migration of the given wave, if anything does. */
    public Optional<Lift> lift(Finding finding, @Nullable Integer wave) {
        if (grants.isEmpty()) {
            return Optional.empty();
        }
        return lifting
                .computeIfAbsent(
                        finding,
                        f -> grants.stream().filter(grant -> lifts(grant, f)).toList())
                .stream()
                .filter(grant -> grant.what() != What.FIX || inTime(grant.permit(), wave(wave)))
                .findFirst()
                .map(grant -> new Lift(grant.what().key, grant.permit()));
    }

    /** Whether a permit lifts a finding, were it not for the wave. */
    boolean lifts(Grant grant, Finding finding) {
        return !grant.expired(today)
                && grant.matches(finding)
                && !ambiguous.contains(grant)
                && !(grant.sweeping() && finding.card().enforcedBlocker())
                && switch (grant.what()) {
                    case WAIVER -> !finding.card().enforcedBlocker();
                    case ASSUMPTION -> finding.answer().unknown();
                    case FIX -> !waves || grant.permit().beforeWave() != null;
                };
    }

    /** A fix is there from the wave on before which it is promised; where there is one wave only, before that. */
    private static boolean inTime(Permit fix, int wave) {
        return fix.beforeWave() == null || fix.beforeWave() <= wave;
    }

    /** The wave that a migration without one is in: the first. */
    static int wave(@Nullable Integer wave) {
        return wave == null ? 1 : wave;
    }

    /** The permits that a finding recalls, expired ones too. */
    public List<Recalled> recalled(Finding finding) {
        return grants.stream()
                .filter(grant -> grant.matches(finding))
                .map(grant -> new Recalled(grant.what().words, grant.permit(), grant.expired(today)))
                .toList();
    }

    /** A permit that somebody wrote for a finding, whether or not it still counts. */
    public record Recalled(String what, Permit permit, boolean expired) {}

    /** What lifted a finding: waiver, assumption or fix. */
    public record Lift(String what, Permit permit) {}

    /** Something the author of a permit should know. */
    public record PermitNote(Permit permit, String message) {}
}
