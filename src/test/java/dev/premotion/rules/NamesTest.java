package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.PlanDocument;
import dev.premotion.rules.Cases.Case;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        var inventory = estate.inventory();
        var vCenters = new ArrayList<VCenter>();
        inventory.vCenters().forEach(vCenter -> vCenters.add((VCenter) shuffled(vCenter, new Random(choice))));
        Collections.reverse(vCenters);
        var other = new Estate(Draft.of(inventory).set("vCenters", vCenters).build());

        assertThat(told(other, one.move().plan()))
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
        var names = new Names(one.estate(), new Random(choice));
        var renamed = new Estate(names.inRecord(one.estate().inventory()));

        assertThat(renamed).isNotEqualTo(one.estate());
        assertThat(told(renamed, names.inPlan(one)))
                .as("%s, renamed %s", one, names.other)
                .isEqualTo(told(one.estate(), one.move().plan()));
    }

    private record Told(List<Verdict> verdicts, Set<String> findings) {}

    private static Told told(Estate estate, PlanDocument plan) {
        var assessment = Cases.check(estate, plan);
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

    /** Another name for each, wherever it stands: in paths of files and folders, in what refers to networks and switches. */
    private static final class Names {

        private final Map<String, String> other = new TreeMap<>();
        private final Pattern any;

        Names(Estate estate, Random random) {
            var names = new TreeSet<String>();
            estate.inventory().vCenters().forEach(vCenter -> collect(vCenter, names));
            names.removeAll(Set.of("vm", "Resources", "before patch")); // roots, and what is no thing of the estate
            names.forEach(name -> other.put(name, "n" + random.nextInt(1 << 20) + "-" + other.size()));
            any = Pattern.compile(names.stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w*-])")));
        }

        private static void collect(Record thing, Set<String> into) {
            if (Draft.has(thing.getClass(), "ref") && Draft.has(thing.getClass(), "name")) {
                if (Draft.value(thing, "name") instanceof String name) {
                    into.add(name);
                }
            }
            for (var property : Draft.properties(thing.getClass())) {
                if (Draft.value(thing, property.getName()) instanceof Listing<?> list) {
                    list.stream().filter(Record.class::isInstance).forEach(item -> collect((Record) item, into));
                }
            }
        }

        String in(String text) {
            return any.matcher(text).replaceAll(found -> Matcher.quoteReplacement(other.get(found.group())));
        }

        PlanDocument inPlan(Case one) throws IOException {
            var written = Moves.YAML.writeValueAsString(one.move().written());
            return Moves.plan(one.move().name(), Moves.YAML.readTree(in(written)));
        }

        <T extends Record> T inRecord(T record) {
            Draft<T> draft = Draft.of(record);
            for (var property : Draft.properties(record.getClass())) {
                draft.set(property.getName(), in(Draft.value(record, property.getName())));
            }
            return draft.build();
        }

        private Object in(Object value) {
            if (value instanceof String text) {
                return in(text);
            }
            if (value instanceof Listing<?> list) {
                return new Listing<>(list.stream().map(this::in).toList(), list.complete());
            }
            if (value instanceof List<?> list) {
                return list.stream().map(this::in).toList();
            }
            return value instanceof Record inner && !(value instanceof Ref) ? inRecord(inner) : value;
        }
    }
}
