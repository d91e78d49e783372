package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Assessment;
import dev.premotion.inventory.Estate;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.Plans;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/**
 * The law, and that names and order do not matter, on estates and plans that no case names: several defects and open facts at
 * once, several VMs on their way at once. {@link LawTest} and {@link NamesTest} start from single cases.
 */
class RandomLawTest {

    @Property(tries = 150, seed = "20261123")
    void fewerFactsNeverApproveAMigrationOfAnyPlan(@ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var start = RandomSites.of(choice);
        var random = new Random(choice);
        var poorer = new Poorer(start.estate(), start.worsened(), random);
        for (int i = random.nextInt(6); i >= 0; i--) {
            poorer.lose();
        }
        var before = told(start.estate(), start.plan());

        told(poorer.estate(), start.plan())
                .forEach((migration, after) -> assertThat(after)
                        .as("%s, %s of %s without %s", migration, before.get(migration), start.entries(), poorer.lost())
                        .satisfies(told -> assertThat(told.approved()
                                        && !before.get(migration).approved())
                                .isFalse()));
    }

    /** Of vCenters, hosts, VMs and all else: names, managed object ids, instance and BIOS UUIDs, volumes, MAC addresses. */
    @Property(tries = 80, seed = "20261123")
    void whatThingsAreCalledAndHowTheyAreKnownDoesNotMatter(
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var start = RandomSites.of(choice);
        var names = Names.other(List.of(start.estate()), "x-", "y-", "z-");
        var renamed = new Estate(names.inRecord(start.estate().inventory()));
        var entries = start.entries().stream().map(names::in).toList();

        assertThat(told(renamed, Plans.read("", entries)).values())
                .as("%s", start.entries())
                .containsExactlyElementsOf(told(start.estate(), start.plan()).values());
    }

    /** The order of things, and that of a plan whose entries have waves of their own. */
    @Property(tries = 80, seed = "20261123")
    void theOrderOfThingsAndOfEntriesDoesNotMatter(@ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var start = RandomSites.of(choice);
        var entries = new ArrayList<>(start.entries());
        Collections.shuffle(entries, new Random(choice));

        assertThat(told(NamesTest.shuffled(start.estate(), choice), Plans.read("", entries)))
                .as("%s", start.entries())
                .isEqualTo(told(start.estate(), start.plan()));
    }

    private record Told(String verdict, boolean approved, TreeSet<String> findings) {}

    /** What becomes of each migration, by its wave. */
    private static Map<Integer, Told> told(Estate estate, PlanDocument plan) {
        var told = new TreeMap<Integer, Told>();
        Assessment assessment = Cases.check(estate, plan);
        for (var one : assessment.migrations()) {
            var findings = new TreeSet<String>();
            one.findings().forEach(finding -> findings.add(Cases.told(finding)));
            told.put(
                    one.migration().wave(),
                    new Told(one.verdict().toString(), one.verdict().approved(), findings));
        }
        return told;
    }
}
