package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.PlanDocument.Permit;
import dev.premotion.plan.PlanDocument.Permits;
import dev.premotion.plan.Plans;
import dev.premotion.rules.Cases.Case;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * The law for what somebody answers for: without a waiver, an assumption or a promised fix no migration is approved that was
 * not approved with it.
 *
 * <p>One exception, where a plan has several migrations: one that no longer runs leaves its room to the next.
 */
class PermitLawTest {

    private static final List<Case> FINDING =
            Cases.all().stream().filter(one -> !one.finds().isEmpty()).toList();

    /** Each of one migration, so that no other leaves it any room. */
    private static final List<Case> ALONE = FINDING.stream()
            .filter(one -> one.move().plan().entries().size() == 1)
            .filter(one -> one.move().plan().entries().get(0).select() == null)
            .toList();

    private static final List<Case> ACROSS = FINDING.stream()
            .filter(one -> !one.move().written().has("waivers"))
            .filter(one -> one.move().written().toString().contains("vcenter"))
            .toList();

    @Property(tries = 300, seed = "20261123")
    void fewerPermitsNeverApprove(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var one = ALONE.get(which % ALONE.size());
        var random = new Random(choice);
        var estate = one.estate();
        var permits = permits(estate, one.move().plan(), random);
        var plan = one.move().plan().with(permits);
        var fewer = one.move()
                .plan()
                .with(new Permits(
                        some(permits.waivers(), random),
                        some(permits.assumptions(), random),
                        some(permits.fixes(), random)));

        if (!Cases.check(estate, plan).migrations().get(0).verdict().approved()) {
            assertThat(Cases.check(estate, fewer).migrations().get(0).verdict().approved())
                    .as("%s with %s of %s", one, fewer, permits)
                    .isFalse();
        }
    }

    /** What is lifted is lifted by name, so the names in permits change with those of the things. */
    @Property(tries = 200, seed = "20261123")
    void neitherNamesNorOrderChangeWhatIsPermittedAcrossVCenters(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice)
            throws IOException {
        var one = ACROSS.get(which % ACROSS.size());
        var estate = one.estate();
        var permits = permits(estate, one.move().plan(), new Random(choice));
        var names = Names.random(estate, new Random(choice));
        var told = NamesTest.told(estate, one.move().plan().with(permits));
        var renamed = new Estate(names.inRecord(estate.inventory()));

        assertThat(NamesTest.told(renamed, names.inPlan(one).with(with(permits, each -> renamed(each, names)))))
                .as("%s, renamed %s, with %s", one, names.other, permits)
                .isEqualTo(told);
        assertThat(NamesTest.told(
                        NamesTest.shuffled(estate, choice), one.move().plan().with(permits)))
                .as("%s, shuffled, with %s", one, permits)
                .isEqualTo(told);
    }

    @Test
    void whoNoLongerRunsLeavesTheRoomToTheNext() {
        var estate = Estates.twoSites()
                .change(Estates.WEB_A, "toolsInstallerMounted", true)
                .change(Estates.host(Estates.A, 2), "memoryMiB", 60L);
        var entries = List.of(SettlementTest.to("web-a", 2), SettlementTest.to("db-a", 2));
        var promised = Plans.read(
                "will-fix: [ { rule: VM-TOOLS-INSTALL, subject: web-a, because: x, by: jk, until: 2030-12-31 } ]",
                entries);

        assertThat(NamesTest.told(estate, promised).verdicts())
                .extracting(Object::toString)
                .containsExactly("approved", "blocked");
        assertThat(NamesTest.told(estate, Plans.read("", entries)).verdicts())
                .extracting(Object::toString)
                .containsExactly("blocked", "approved");
    }

    /** For each finding of the plan perhaps one, by its exact name, behind its vCenter's or not, expired or not. */
    private static Permits permits(Estate estate, PlanDocument plan, Random random) {
        var lists = List.of(new ArrayList<Permit>(), new ArrayList<Permit>(), new ArrayList<Permit>());
        for (var finding : Cases.check(estate, plan).findings()) {
            var vCenters = estate.inventory().vCenters().stream()
                    .filter(vCenter -> finding.subject().refs().stream()
                            .anyMatch(ref -> ref.vCenter().equals(vCenter.ref().vCenter())))
                    .map(vCenter -> vCenter.label() + "/")
                    .toList();
            var name = random.nextBoolean() || vCenters.isEmpty() ? "" : vCenters.get(0);
            var until = LocalDate.of(random.nextInt(5) == 0 ? 2020 : 2030, 1, 1);
            lists.get(random.nextInt(3))
                    .add(new Permit(
                            random.nextInt(4) == 0 ? "*" : finding.card().id(),
                            name + finding.subject().name(),
                            "looked at",
                            "jk",
                            until,
                            null,
                            "plan.yaml",
                            "/permits/" + finding.id()));
        }
        return new Permits(lists.get(0), lists.get(1), lists.get(2));
    }

    private static List<Permit> some(List<Permit> permits, Random random) {
        return permits.stream().filter(permit -> random.nextBoolean()).toList();
    }

    private static Permits with(Permits permits, UnaryOperator<Permit> change) {
        return new Permits(
                permits.waivers().stream().map(change).toList(),
                permits.assumptions().stream().map(change).toList(),
                permits.fixes().stream().map(change).toList());
    }

    private static Permit renamed(Permit permit, Names names) {
        return Draft.of(permit).set("subject", names.in(permit.subject())).build();
    }
}
