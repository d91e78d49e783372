package dev.premotion.plan;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.plan.Plan.NicTarget;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a fact rests on that is worked out and read nowhere: the properties without which it would be another. Each property
 * of each thing that the subject knows is taken away once, and the fact asked again. What several facts tell alike shows none.
 */
public final class Basis {

    private final Record subject;
    private final String fact;
    private final @Nullable Object value;

    private Basis(Subject subject, String fact) {
        this.subject = (Record) subject;
        this.fact = fact;
        this.value = FactPath.of(subject, fact).value();
    }

    /**
     * In the order in which the subject and its things have them.
     *
     * @param fact path from the subject; where that leads to a property nobody filled, the subject's own word of that name
     */
    public static List<FactPath> of(Subject subject, String fact) {
        return subject instanceof Record ? new Basis(subject, concluded(subject, fact)).all() : List.of();
    }

    private static String concluded(Subject subject, String fact) {
        var word = fact.substring(fact.lastIndexOf('.') + 1);
        return FactPath.problem(subject.getClass(), word).isEmpty() ? word : fact;
    }

    private List<FactPath> all() {
        var found = new LinkedHashSet<FactPath>();
        for (var part : subject.getClass().getRecordComponents()) {
            for (var thing : things(Draft.value(subject, part.getName()))) {
                Draft.properties(thing.getClass()).stream()
                        .map(RecordComponent::getName)
                        .filter(property -> restsOn(part.getName(), thing, property))
                        .forEach(property -> found.add(at(thing, property)));
            }
        }
        return List.copyOf(found);
    }

    /** A part may be a thing, several, or where a disk or adapter goes; tables and plain values are none. */
    private static List<Record> things(@Nullable Object part) {
        if (part instanceof Collection<?> several) {
            return several.stream().flatMap(one -> things(one).stream()).toList();
        }
        if (part instanceof DiskTarget || part instanceof NicTarget) {
            return Arrays.stream(part.getClass().getRecordComponents())
                    .flatMap(one -> things(Draft.value((Record) part, one.getName())).stream())
                    .toList();
        }
        return part instanceof Record thing && Draft.has(thing.getClass(), "ref") ? List.of(thing) : List.of();
    }

    private boolean restsOn(String part, Record thing, String property) {
        if (Draft.value(thing, property) == null || needed(thing, property)) {
            return false;
        }
        var without = Draft.of(thing).set(property, null).build();
        var changed = Draft.of(subject)
                .set(part, replaced(Draft.value(subject, part), thing, without))
                .build();
        return !Objects.equals(value, FactPath.of((Subject) changed, fact).value());
    }

    private static @Nullable Object replaced(@Nullable Object part, Record thing, Record without) {
        if (part instanceof Collection<?> several) {
            return several.stream().map(one -> replaced(one, thing, without)).toList();
        }
        if (part instanceof DiskTarget || part instanceof NicTarget) {
            var changed = Draft.of((Record) part);
            for (var one : part.getClass().getRecordComponents()) {
                changed.set(one.getName(), replaced(Draft.value((Record) part, one.getName()), thing, without));
            }
            return changed.build();
        }
        return part == thing ? without : part;
    }

    private static boolean needed(Record thing, String property) {
        return Draft.properties(thing.getClass()).stream()
                .anyMatch(one -> one.getName().equals(property) && Draft.needed(one));
    }

    private static FactPath at(Record thing, String property) {
        return new FactPath(
                (Ref) Objects.requireNonNull(Draft.value(thing, "ref")),
                Lacking.name(thing),
                property,
                Draft.value(thing, property));
    }
}
