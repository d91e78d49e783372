package dev.premotion.rules;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.PlanDocument;
import dev.premotion.rules.Cases.Case;
import java.io.IOException;
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

/** Another name for each, wherever it stands: in paths of files and folders, in what refers to networks and switches. */
final class Names {

    final Map<String, String> other = new TreeMap<>();
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

    /** The plan of a case, written again. */
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
