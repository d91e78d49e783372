package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Severity;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Ages;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Facts;
import dev.premotion.inventory.GivenFact;
import dev.premotion.inventory.GivenValue;
import dev.premotion.inventory.Glob;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Overlay;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.SourceFile;
import dev.premotion.plan.Plans;
import dev.premotion.plan.Resolver;
import dev.premotion.plan.RulePolicy;
import dev.premotion.plan.RulePolicy.Reason;
import dev.premotion.plan.RulePolicy.RuleChange;
import dev.premotion.rules.Cases.Case;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * The law: taking facts away, collections, or rows of a collection that is then marked partial (hosts, VMs, adapters, links,
 * anything listed), or marking one partial, never turns a blocked or undetermined migration into an approved one. Nor does
 * taking away what a person gave, a whole vCenter, or what a policy makes less of. Tried from the estates of all cases in
 * which nothing is approved.
 *
 * <p>Three exceptions, for all of which another source answers: the facts of {@link #TWICE}; what only the lost vCenter says
 * of a name or a storage that another one has too; what a policy makes more of, which is nobody's prerequisite but its
 * author's. {@link PermitLawTest} and {@link VCenterCheckLawTest} have the law for permits and for vCenter's own check.
 */
class LawTest {

    /**
     * Facts that have a second source, which answers where the first is gone: what a host says itself and what its release
     * or CPU model is known for, a measured difference of clocks and two readings, a person's word and a list or a storage
     * policy. Where a case makes one of them worse than the other, taking the worse one away leaves the better.
     */
    private static final Set<String> TWICE = twice("clockSkewSeconds", "capability.maxHardwareVersion");

    /** Those of every law test, and more where the facts that it takes away have others. */
    static Set<String> twice(String... more) {
        var all = new TreeSet<>(Set.of(
                "clock",
                "cpuVendor",
                "maxFileSizeBytes",
                "memoryReservationLocked",
                "vmotionAdapter",
                "vmkernelAdapters",
                "featureCapabilities",
                "featureRequirements",
                "physicalNics",
                "spaceFactor"));
        all.addAll(List.of(more));
        return all;
    }

    /** Kinds of things that a facts file calls by name. */
    private static final Set<String> GIVABLE = Set.of(Kind.HOST, Kind.VM, Kind.DATASTORE, Kind.CLUSTER);

    private static final Reason REASON = new Reason("ours", "jk", "");

    private static final List<Case> OPEN = Cases.all().stream()
            .filter(c -> Cases.check(c.estate(), c.move().plan()).migrations().stream()
                    .noneMatch(LawTest::approved))
            .toList();

    private static final List<Case> UNBLOCKED = Cases.all().stream()
            .filter(c -> Cases.check(c.estate(), c.move().plan()).migrations().stream()
                    .noneMatch(LawTest::blocked))
            .toList();

    private static final List<Case> ALONE =
            OPEN.stream().filter(one -> one.move().plan().entries().size() == 1).toList();

    @Property(tries = 300, seed = "20261122")
    void fewerFactsNeverApprove(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @IntRange(min = 1, max = 6) int many,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var start = OPEN.get(which % OPEN.size());
        var poorer = new Poorer(start.estate(), worsened(start.set()), new Random(choice));
        for (int i = 0; i < many; i++) {
            poorer.lose();
        }

        assertThat(Cases.check(poorer.estate(), start.move().plan()).migrations())
                .as("%s without %s", start, poorer.lost())
                .noneMatch(LawTest::approved);
    }

    /**
     * The other side of the law: what is not known is asked for and not refused. The names of vCenters stay, since plans call
     * vCenters by them, and a plan that names one that is not there is wrong.
     */
    @Property(tries = 300, seed = "20261123")
    void fewerFactsNeverBlock(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @IntRange(min = 1, max = 6) int many,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var start = UNBLOCKED.get(which % UNBLOCKED.size());
        var poorer = new Poorer(start.estate(), worsened(start.set()), new Random(choice));
        for (int i = 0; i < many; i++) {
            poorer.lose(fact -> !fact.path().equals("name"));
        }

        assertThat(Cases.check(poorer.estate(), start.move().plan()).migrations())
                .as("%s without %s", start, poorer.lost())
                .noneMatch(LawTest::blocked);
    }

    /** Whose snapshot is not given: whatever comes from it or goes to it cannot be told to be fine. */
    @Property(tries = 300, seed = "20261123")
    void aVCenterLessNeverApproves(
            @ForAll @IntRange(min = 0, max = 9999) int which, @ForAll @IntRange(min = 0, max = 1) int lost) {
        var start = OPEN.get(which % OPEN.size());

        assertThat(Cases.check(without(start.estate(), lost), start.move().plan())
                        .migrations())
                .as("%s without vCenter %s", start, lost)
                .noneMatch(LawTest::approved);
    }

    private static Estate without(Estate estate, int vCenter) {
        var vCenters = new ArrayList<>(estate.inventory().vCenters());
        vCenters.remove(vCenter % vCenters.size());
        return new Estate(new Inventory(vCenters, estate.inventory().links()));
    }

    /** An inventory says nothing of vCenters that it does not have: neither of a second VM of that name nor of what they see. */
    @Test
    void whatOnlyAnotherVCenterSaysIsGoneWithIt() {
        var name = Estates.twoSites().change(Estates.vm(Estates.B, 1), "name", "web-a");
        var storage = Estates.linkedSites().change(Estates.datastore(Estates.B, 3), "freeSpaceBytes", 1L << 30);
        for (var one : List.of(
                Map.entry(name, "{vm: web-a, to: {host: esx-02.site-a.example}}"),
                Map.entry(storage, "{vm: web-a, to: {datastore: ds-metro}}"))) {
            var plan = Plans.read(one.getValue());
            assertThat(Cases.check(one.getKey(), plan).migrations()).noneMatch(LawTest::approved);
            assertThat(Cases.check(without(one.getKey(), 1), plan).migrations()).allMatch(LawTest::approved);
        }
    }

    /** Facts that only a person gave, each thing by its name and vCenter; without some of the entries. */
    @Property(tries = 200, seed = "20261123")
    void fewerGivenFactsNeverApprove(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var start = OPEN.get(which % OPEN.size());
        var random = new Random(choice);
        var read = start.estate();
        var given = new ArrayList<GivenFact>();
        for (var fact : givable(start, random)) {
            var thing = read.get(Record.class, fact.thing());
            given.add(given(fact, thing, read.inventory()));
            read = read.without(fact);
        }
        var reading = new Reading(read.inventory(), new Origins(), List.of(), List.of());
        var all = Overlay.with(reading, new Facts(new SourceFile("facts.yaml", "", null), given));
        given.removeIf(fact -> random.nextBoolean());
        var fewer = Overlay.with(reading, new Facts(new SourceFile("facts.yaml", "", null), given));

        assertThat(all.inventory()).as("%s", start).isEqualTo(start.estate().inventory());
        assertThat(Cases.check(new Estate(fewer.inventory()), start.move().plan())
                        .migrations())
                .as("%s with %s", start, given)
                .noneMatch(LawTest::approved);
    }

    private static List<Estate.Fact> givable(Case start, Random random) {
        var kept = worsened(start.set());
        var facts = new ArrayList<>(start.estate().facts().stream()
                .filter(fact -> GIVABLE.contains(fact.thing().kind()))
                .filter(fact -> !fact.path().contains(".") && !fact.path().equals("name"))
                .filter(fact -> kept.stream().noneMatch(word -> fact.path().startsWith(word)))
                .toList());
        Collections.shuffle(facts, random);
        return facts.subList(0, 8);
    }

    private static GivenFact given(Estate.Fact fact, Record thing, Inventory inventory) {
        var vCenter = inventory.vCenters().stream()
                .filter(one -> one.ref().vCenter().equals(fact.thing().vCenter()))
                .findFirst()
                .orElseThrow();
        var where = new TreeMap<>(Map.of(
                "name", Glob.of(String.valueOf(Draft.value(thing, "name"))),
                "vcenter", Glob.of(vCenter.label())));
        var place = Place.start("facts.yaml");
        var value = new GivenValue(Objects.requireNonNull(Draft.value(thing, fact.path())), place);
        return new GivenFact(fact.thing().kind(), where, List.of(), Map.of(fact.path(), value), "seen", "jk", place);
    }

    /** So without the policy nothing is approved that was not with it. Plans of one migration, which hangs on no other. */
    @Property(tries = 100, seed = "20261123")
    void aPolicyThatMakesLessOfRulesApprovesOnlyWhereItLeavesNoBlocker(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var start = ALONE.get(which % ALONE.size());
        var random = new Random(choice);
        var changes = Cases.PREFLIGHT.rulebook().cards().values().stream()
                .filter(card -> !card.enforcedBlocker() && card.severity() != Severity.INFO)
                .filter(card -> random.nextBoolean())
                .map(card -> new RuleChange(card.id(), random.nextBoolean() ? null : "info", REASON))
                .toList();
        var policy = new RulePolicy("policy.yaml", changes, List.of(), Ages.DEFAULTS, List.of());
        var policed = Cases.PREFLIGHT.with(
                PolicyOn.apply(Cases.PREFLIGHT.rulebook(), policy).rulebook());
        var inventory = start.estate().inventory();
        var with = policed.check(Resolver.resolve(start.move().plan(), inventory), inventory, Cases.TODAY);

        assertThat(with.migrations().stream().anyMatch(LawTest::approved))
                .as("%s with %s", start, changes)
                .isEqualTo(start.finds().stream().noneMatch(found -> stands(found, changes)));
    }

    /** An entry that names no VM or no place has no move that could be approved, whatever a policy makes of its rule. */
    private static boolean stands(String found, List<RuleChange> changes) {
        var id = found.replace("?", "");
        return Cases.PREFLIGHT.rulebook().card(id).severity() == Severity.BLOCKER
                && (id.equals("PLAN-ENTRY")
                        || changes.stream().noneMatch(change -> change.rule().equals(id)));
    }

    /** The facts with a second source that a case changes. */
    private static List<String> worsened(JsonNode set) {
        var changed = new ArrayList<String>();
        set.forEach(thing -> thing.fieldNames().forEachRemaining(changed::add));
        return worsened(changed);
    }

    static List<String> worsened(Collection<String> changed) {
        return TWICE.stream()
                .filter(word -> changed.stream().anyMatch(path -> path.startsWith(word)))
                .toList();
    }

    private static boolean blocked(Judged judged) {
        return judged.verdict() == Verdict.BLOCKED;
    }

    private static boolean approved(Judged judged) {
        return judged.verdict().approved();
    }
}
