package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.rules.Cases.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What things are called and in which order they are listed never changes a verdict. Tried from the estates of all cases. */
class NamesTest {

    private static final List<Case> ALL = Cases.all();

    @Property(tries = 60, seed = "20261122")
    void theOrderOfThingsDoesNotMatter(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var one = ALL.get(which % ALL.size());
        var estate = one.estate();
        var inventory = estate.inventory();
        var vCenters = new ArrayList<VCenter>();
        inventory.vCenters().forEach(vCenter -> vCenters.add((VCenter) shuffled(vCenter, new Random(choice))));
        Collections.reverse(vCenters);
        var other = new Estate(Draft.of(inventory).set("vCenters", vCenters).build());

        assertThat(told(other, one)).as("%s, shuffled", one).isEqualTo(told(estate, one));
    }

    @Property(tries = 60, seed = "20261122")
    void theNamesOfHostsDatastoresAndDatacentersDoNotMatter(
            @ForAll @IntRange(min = 0, max = 9999) int which,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var one = ALL.get(which % ALL.size());
        var estate = one.estate();
        var random = new Random(choice);
        var other = estate;
        for (var vCenter : estate.inventory().vCenters()) {
            for (var thing : renameable(vCenter, one)) {
                other = other.change(ref(thing), "name", "renamed-" + random.nextInt(1 << 20));
            }
        }

        assertThat(told(other, one)).as("%s, renamed", one).isEqualTo(told(estate, one));
    }

    /** The hosts, datastores and datacenters that the plan does not name. */
    private static List<Record> renameable(VCenter vCenter, Case one) {
        var things = new ArrayList<Record>();
        var plan = one.move().plan().toString();
        Stream.of(vCenter.hosts(), vCenter.datastores(), vCenter.datacenters())
                .filter(Objects::nonNull)
                .flatMap(list -> list.stream().map(Record.class::cast))
                .filter(thing -> Draft.value(thing, "name") instanceof String name && !plan.contains(name))
                .forEach(things::add);
        return things;
    }

    private static Ref ref(Record thing) {
        return (Ref) Draft.value(thing, "ref");
    }

    private record Told(List<Verdict> verdicts, Set<String> findings) {}

    private static Told told(Estate estate, Case one) {
        var assessment = Cases.check(estate, one.move().plan());
        return new Told(assessment.migrations().stream().map(Judged::verdict).toList(), Cases.found(assessment));
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
