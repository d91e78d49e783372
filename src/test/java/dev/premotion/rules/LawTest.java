package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.inventory.Estate;
import dev.premotion.rules.Cases.Case;
import dev.premotion.rules.Cases.Shows;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * The law: taking facts or collections away never turns a blocked or undetermined migration into an approved one. Tried
 * from the estates of all cases in which a blocker fails or is not known.
 */
class LawTest {

    /**
     * Facts that have a second source, which answers where the first is gone: what a host says itself and what its release
     * or CPU model is known for, a measured difference of clocks and two readings, a person's word and a list. Where the two
     * contradict each other, taking the worse one away leaves the better.
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
            .filter(c -> c.shows() != Shows.HOLDS)
            .filter(c -> Cases.check(c.estate(), c.move().plan()).migrations().stream()
                    .noneMatch(LawTest::approved))
            .toList();

    @Property(tries = 100, seed = "20261122")
    void fewerFactsNeverApprove(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @IntRange(min = 1, max = 6) int many,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var start = OPEN.get(which % OPEN.size());
        var estate = poorer(start.estate(), many, new Random(choice));

        assertThat(Cases.check(estate, start.move().plan()).migrations())
                .as("%s with %s facts less", start, many)
                .noneMatch(LawTest::approved);
    }

    private static Estate poorer(Estate estate, int many, Random random) {
        var poorer = estate;
        for (int i = 0; i < many; i++) {
            var facts = poorer.facts().stream()
                    .filter(fact -> TWICE.stream()
                            .noneMatch(word -> fact.path().startsWith(word) || word.startsWith(fact.path() + ".")))
                    .toList();
            poorer = poorer.without(facts.get(random.nextInt(facts.size())));
        }
        return poorer;
    }

    private static boolean approved(Judged judged) {
        return judged.verdict().approved();
    }
}
