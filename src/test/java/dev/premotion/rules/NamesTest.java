package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.PlanDocument;
import dev.premotion.rules.Cases.Case;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What things are called and in which order they are listed never changes a verdict. Tried from the estates of all cases. */
class NamesTest {

    private static final List<Case> ALL = Cases.all();

    /** The pattern of a waiver means other things once they have other names. */
    private static final List<Case> NAMED =
            ALL.stream().filter(one -> !one.move().written().has("waivers")).toList();

    @Property(tries = 300, seed = "20261122")
    void theOrderOfThingsDoesNotMatter(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var one = ALL.get(which % ALL.size());
        var estate = one.estate();

        assertThat(told(shuffled(estate, choice), one.move().plan()))
                .as("%s, shuffled", one)
                .isEqualTo(told(estate, one.move().plan()));
    }

    /** vCenters, datacenters, clusters, hosts, pools, folders, datastores, networks, switches and VMs, in the plan as well. */
    @Property(tries = 300, seed = "20261122")
    void theNamesOfThingsDoNotMatter(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice)
            throws IOException {
        var one = NAMED.get(which % NAMED.size());
        var names = Names.random(one.estate(), new Random(choice));
        var renamed = new Estate(names.inRecord(one.estate().inventory()));

        assertThat(renamed).isNotEqualTo(one.estate());
        assertThat(told(renamed, names.inPlan(one)))
                .as("%s, renamed %s", one, names.other)
                .isEqualTo(told(one.estate(), one.move().plan()));
    }

    record Told(List<Verdict> verdicts, Set<String> findings) {}

    static Told told(Estate estate, PlanDocument plan) {
        var assessment = Cases.check(estate, plan);
        return new Told(assessment.migrations().stream().map(Judged::verdict).toList(), Cases.found(assessment));
    }

    /** The vCenters the other way round, and in each the items of every list in another order. */
    static Estate shuffled(Estate estate, long choice) {
        var vCenters = new ArrayList<VCenter>();
        estate.inventory().vCenters().forEach(vCenter -> vCenters.add((VCenter) shuffled(vCenter, new Random(choice))));
        Collections.reverse(vCenters);
        return new Estate(Draft.of(estate.inventory()).set("vCenters", vCenters).build());
    }

    /** The record with the items of every list in it in another order, all the way down. */
    private static Record shuffled(Record record, Random random) {
        Draft<? extends Record> draft = Draft.of(record);
        for (var property : Draft.properties(record.getClass())) {
            var value = Draft.value(record, property.getName());
            if (value instanceof Listing<?> list) {
                var items = new ArrayList<Object>();
                list.forEach(item -> items.add(item instanceof Record inner ? shuffled(inner, random) : item));
                Collections.shuffle(items, random);
                draft.set(property.getName(), new Listing<>(items, list.complete()));
            }
        }
        return draft.build();
    }
}
