package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.SiteLink;
import dev.premotion.rules.Cases.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * The law: taking facts away, collections, or rows of a collection that is then marked partial (hosts, VMs, adapters, links,
 * anything listed), or marking one partial, never turns a blocked or undetermined migration into an approved one. What
 * persons answered stands in the same facts. Tried from the estates of all cases in which nothing is approved.
 *
 * <p>A whole vCenter is no such fact: an inventory of the vCenters it has says nothing of others.
 */
class LawTest {

    /**
     * Facts that have a second source, which answers where the first is gone: what a host says itself and what its release
     * or CPU model is known for, a measured difference of clocks and two readings, a person's word and a list. Where a case
     * makes one of them worse than the other, taking the worse one away leaves the better.
     */
    private static final Set<String> TWICE = Set.of(
            "clockSkewSeconds",
            "clock",
            "cpuVendor",
            "maxFileSizeBytes",
            "memoryReservationLocked",
            "vmotionAdapter",
            "vmkernelAdapters",
            "featureCapabilities",
            "featureRequirements",
            "capability.maxHardwareVersion",
            "physicalNics");

    private static final List<Case> OPEN = Cases.all().stream()
            .filter(c -> Cases.check(c.estate(), c.move().plan()).migrations().stream()
                    .noneMatch(LawTest::approved))
            .toList();

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

        assertThat(Cases.check(poorer.estate, start.move().plan()).migrations())
                .as("%s without %s", start, poorer.lost)
                .noneMatch(LawTest::approved);
    }

    /** The facts with a second source that a case changes. */
    private static List<String> worsened(JsonNode set) {
        var changed = new ArrayList<String>();
        set.forEach(thing -> thing.fieldNames().forEachRemaining(changed::add));
        return TWICE.stream()
                .filter(word -> changed.stream().anyMatch(path -> path.startsWith(word)))
                .toList();
    }

    private static boolean approved(Judged judged) {
        return judged.verdict().approved();
    }

    /** An estate of which less and less is known. */
    private static final class Poorer {

        private final List<String> kept;
        private final Random random;
        private final List<String> lost = new ArrayList<>();
        private Estate estate;

        Poorer(Estate estate, List<String> kept, Random random) {
            this.estate = estate;
            this.kept = kept;
            this.random = random;
        }

        void lose() {
            var facts = estate.facts().stream()
                    .filter(fact -> kept.stream()
                            .noneMatch(word -> fact.path().startsWith(word) || word.startsWith(fact.path() + ".")))
                    .toList();
            var fact = facts.get(random.nextInt(facts.size()));
            int way = random.nextInt(20);
            if (way == 0) {
                loseLink();
            } else if (way < 10) {
                lost.add(fact.toString());
                estate = estate.without(fact);
            } else {
                while (!loseRow(fact)) {
                    fact = facts.get(random.nextInt(facts.size()));
                }
            }
        }

        /** False where the fact is no list. */
        private boolean loseRow(Estate.Fact list) {
            if (!(Estate.read(estate.get(Record.class, list.thing()), list.path()) instanceof Listing<?> rows)) {
                return false;
            }
            int row = random.nextInt(rows.size() + 1);
            lost.add(list + (row == rows.size() ? " partial" : " row " + row));
            estate = row == rows.size()
                    ? estate.partial(list.thing(), list.path())
                    : estate.lose(list.thing(), list.path(), row);
            return true;
        }

        private void loseLink() {
            lost.add("links");
            estate = new Estate(new Inventory(estate.inventory().vCenters(), Listing.partial(List.<SiteLink>of())));
        }
    }
}
