package dev.premotion.read;

import static java.util.stream.Collectors.joining;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Node;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.Property;
import dev.premotion.inventory.Ref;
import dev.premotion.read.Problems.Loss;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes records of objects: what fits is set, what does not is told and stays absent. */
final class Records {

    /** How people write that a list is empty. */
    private static final Set<String> NOTHING = Set.of("none", "empty", "no", "false", "-", "");

    private final Values values;
    private final Problems problems;
    private final Origins origins;
    private final Map<Ref, Place> places = new HashMap<>();

    Records(Values values, Problems problems, Origins origins) {
        this.values = values;
        this.problems = problems;
        this.origins = origins;
    }

    /** The record; absent where it is no object or lacks what it cannot be without. */
    <T extends Record> @Nullable T read(Class<T> type, Node node, Owner owner) {
        if (!(node instanceof Node.Fields fields)) {
            problems.found(
                    node.place(),
                    Form.of(type).word(),
                    Loss.ITEM,
                    Form.of(type).word() + " is " + node.shown() + ", expected an object",
                    "a bracket is missing or too many");
            return null;
        }
        var form = Form.of(type);
        var draft = new Draft<>(type);
        var ref = form.identity() == null ? null : Identity.of(type, fields, owner);
        if (ref != null) {
            draft.set("ref", ref);
        }
        var thing = new Label(form, fields);
        var inside = owner.of(ref);
        fields.members().forEach((name, value) -> set(draft, thing, name, value, inside));
        fields.repeated().forEach(again -> forget(draft, thing, again.place()));
        if (!whole(draft, thing)) {
            return null;
        }
        var made = draft.build();
        if (ref != null) {
            origins.read(ref, new NodeOrigin(fields.place(), made));
            places.putIfAbsent(ref, fields.place());
        }
        return made;
    }

    /** Where each thing read so far stands. */
    Map<Ref, Place> places() {
        return Collections.unmodifiableMap(places);
    }

    private void set(Draft<?> draft, Label thing, String name, Node value, Owner owner) {
        if (value.isNull()) {
            return;
        }
        var field = thing.form().fields().get(name);
        if (field != null) {
            draft.set(
                    name,
                    value(field.type(), value, new Naming(thing.form().type(), thing, name, field.rules()), owner));
        } else if (!name.equals(thing.form().identity())) {
            unknown(thing.form().type(), thing, name, value.place());
        }
    }

    /** A value of a property; absent where it does not fit. */
    @Nullable
    Object value(Type type, Node node, Naming naming, Owner owner) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Map.class) {
                return map(node, naming);
            }
            var listing = listing(Draft.item(type), node, naming, owner);
            return generic.getRawType() == Listing.class || listing == null
                    ? listing
                    : listing.complete() ? listing.items() : null;
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return read(record.asSubclass(Record.class), node, owner);
        }
        return single((Class<?>) type, node, naming, Loss.VALUE);
    }

    private @Nullable Object single(Class<?> type, Node node, Naming naming, Loss loss) {
        try {
            return values.read(type, node, naming.rules());
        } catch (Values.Unfit e) {
            problems.found(
                    node.place(),
                    naming.what(),
                    loss,
                    naming + " is " + node.shown() + ", expected " + e.getMessage(),
                    e.maybe());
            return null;
        }
    }

    private @Nullable Listing<?> listing(Class<?> item, Node node, Naming naming, Owner owner) {
        if (node instanceof Node.Items items) {
            return items(item, items, naming, owner).listing();
        }
        if (node instanceof Node.Fields fields && fields.get("items") instanceof Node.Items items) {
            var gathered = items(item, items, naming, owner);
            if (!complete(fields.get("complete"), naming, fields.place())) {
                gathered.partial();
            }
            fields.members().keySet().stream()
                    .filter(name -> !name.equals("items") && !name.equals("complete"))
                    .forEach(name -> unknown(Listing.class, naming, name, fields.place()));
            return gathered.listing();
        }
        noList(node, naming);
        return null;
    }

    void noList(Node node, Naming naming) {
        problems.found(
                node.place(),
                naming.what(),
                Loss.VALUE,
                naming + " is " + node.shown() + ", expected an array, or {\"complete\": false, \"items\": [...]}",
                node instanceof Node.Scalar scalar ? list(scalar) : "\"items\" is missing");
    }

    /** What was meant by a value where a list is expected: people write the empty list as a word. */
    private static String list(Node.Scalar scalar) {
        return NOTHING.contains(scalar.text().strip().toLowerCase(Locale.ROOT)) ? "[]" : "[" + scalar.shown() + "]";
    }

    private Gathered<Object> items(Class<?> type, Node.Items items, Naming naming, Owner owner) {
        var gathered = new Gathered<Object>(problems);
        for (var node : items.items()) {
            gathered.add(
                    type.isRecord()
                            ? read(type.asSubclass(Record.class), node, owner)
                            : single(type, node, naming, Loss.ITEM),
                    node.place());
        }
        return gathered;
    }

    /** Whether a list says that it is complete; one that does not say is not. */
    boolean complete(@Nullable Node node, Naming naming, Place list) {
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.BOOLEAN) {
            return scalar.text().equals("true");
        }
        problems.found(
                node == null ? list : node.place(),
                naming.what(),
                Loss.NOTHING,
                naming + " does not say whether it is complete, so it counts as partial",
                "\"complete\": false, or a plain array where nothing is left out");
        return false;
    }

    private @Nullable Map<String, String> map(Node node, Naming naming) {
        var map = new LinkedHashMap<String, String>();
        boolean whole = node instanceof Node.Fields fields && fields.repeated().isEmpty();
        for (var entry : node instanceof Node.Fields fields
                ? fields.members().entrySet()
                : Map.<String, Node>of().entrySet()) {
            var value = single(String.class, entry.getValue(), naming.of(entry.getKey()), Loss.VALUE);
            map.put(entry.getKey(), String.valueOf(value));
            whole &= value != null;
        }
        if (!whole) {
            // With one setting lost, another reader would take the default for it.
            problems.found(
                    node.place(),
                    naming.what(),
                    Loss.VALUE,
                    naming + " is " + node.shown() + " that cannot be read whole, expected names with texts",
                    "a value has no quotes, or a name stands twice");
        }
        return whole ? map : null;
    }

    private boolean whole(Draft<?> draft, Label thing) {
        for (var name : thing.form().needed()) {
            if (draft.get(name) == null) {
                lacks(draft, thing);
                return false;
            }
        }
        return true;
    }

    private void lacks(Draft<?> draft, Label thing) {
        var missing = thing.form().needed().stream()
                .filter(name -> draft.get(name) == null)
                .map(name -> name.equals("ref") ? String.valueOf(thing.form().identity()) : name)
                .distinct()
                .collect(joining(" and no "));
        problems.found(
                thing.fields().place(),
                thing.form().word(),
                Loss.ITEM,
                thing + " has no usable " + missing,
                "it was forgotten, or stands under another name");
    }

    private void forget(Draft<?> draft, Label thing, Place again) {
        var name = again.step();
        var type = thing.form().type();
        problems.found(
                again,
                type.getSimpleName() + "." + name,
                Loss.VALUE,
                thing + ": " + name + " stands twice, and which one holds cannot be told",
                "one of them belongs elsewhere");
        if (name.equals(thing.form().identity())) {
            draft.set("ref", null);
        }
        if (thing.form().fields().containsKey(name)) {
            draft.set(name, null);
        }
    }

    void unknown(Class<?> type, Object thing, String name, Place place) {
        var known = type == Listing.class
                ? List.of("complete", "items")
                : Catalogue.bundled().of(type).stream().map(Property::name).toList();
        problems.found(
                place,
                type.getSimpleName() + "." + name,
                Loss.NAME,
                thing + " has no property \"" + name + "\"",
                Nearest.maybe(name, known, "it belongs to another object; inventory.schema.json lists what each has"));
    }
}
