package dev.premotion.read;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Lines;
import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.read.Problems.Loss;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds ids that lead nowhere: the value is dropped, since what it names is not known. */
final class References {

    private final VCenter vCenter;
    private final Map<Ref, Place> places;
    /** For each kind listed completely, its ids and what they are called; a partial list proves nothing. */
    private final Map<String, Map<String, String>> known = new HashMap<>();

    private final Map<Class<?>, List<Holder>> holders = new HashMap<>();
    private final List<Dangling> found = new ArrayList<>();

    /** @param places where each thing stands */
    References(VCenter vCenter, Map<Ref, Place> places) {
        this.vCenter = vCenter;
        this.places = places;
    }

    /** The vCenter without such ids. */
    VCenter checked(Path path, Problems problems) {
        Draft.properties(VCenter.class).forEach(this::know);
        var top = Objects.requireNonNull(places.get(vCenter.ref()));
        var checked = Objects.requireNonNull(pruned(vCenter, top));
        report(path, problems);
        return checked;
    }

    private void know(RecordComponent property) {
        var kind = Kind.of(item(property));
        if (kind != null && Draft.value(vCenter, property.getName()) instanceof Listing<?> list && list.complete()) {
            var names = new LinkedHashMap<String, String>();
            for (var thing : list) {
                var ref = (Ref) Objects.requireNonNull(Draft.value((Record) thing, "ref"));
                names.put(ref.id(), String.valueOf(Draft.value((Record) thing, "name")));
            }
            known.put(kind, names);
        }
    }

    private static Class<?> item(RecordComponent property) {
        return Draft.item(property.getGenericType());
    }

    /** The record without ids that lead nowhere; absent where it cannot be without one. */
    private <T extends Record> @Nullable T pruned(T record, Place around) {
        var place = Draft.value(record, "ref") instanceof Ref ref ? places.getOrDefault(ref, around) : around;
        Draft<T> draft = null;
        for (var holder : holders(record.getClass())) {
            var before = Draft.value(record, holder.name);
            var after = before == null ? null : pruned(before, holder, record, place);
            if (after == null && before != null && holder.needed) {
                return null;
            }
            if (after != before) {
                draft = draft == null ? Draft.of(record) : draft;
                draft.set(holder.name, after);
            }
        }
        return draft == null ? record : draft.build();
    }

    /** A value of a property; the same one where nothing had to go. */
    private @Nullable Object pruned(Object value, Holder holder, Record around, Place place) {
        if (value instanceof Listing<?> list) {
            var kept = new ArrayList<Object>();
            boolean same = true;
            for (var item : list) {
                var after = pruned(item, holder, around, place);
                same &= after == item;
                if (after != null) {
                    kept.add(after);
                }
            }
            return same ? list : new Listing<>(kept, list.complete() && kept.size() == list.size());
        }
        if (value instanceof Record record) {
            return pruned(record, place);
        }
        if (!leadsNowhere(value, holder.refersTo)) {
            return value;
        }
        found.add(new Dangling(place, holder, around, value.toString()));
        return null;
    }

    private boolean leadsNowhere(Object id, List<String> kinds) {
        for (var kind : kinds) {
            var ids = known.get(kind);
            if (ids == null || ids.containsKey(id.toString())) {
                return false;
            }
        }
        return true;
    }

    private void report(Path path, Problems problems) {
        if (found.isEmpty()) {
            return;
        }
        var pointers = found.stream().map(Dangling::pointer).distinct().toList();
        var lines = Lines.of(path, vCenterPlace().file(), pointers);
        for (var dangling : found) {
            var kinds = String.join(" or ", dangling.holder.refersTo);
            problems.found(
                    lines.getOrDefault(dangling.pointer(), dangling.place),
                    dangling.holder.what,
                    Loss.VALUE,
                    dangling.thing() + ": " + dangling.holder.name + " is \"" + dangling.id
                            + "\", expected the id of a " + kinds + " of this vCenter",
                    maybe(dangling));
        }
    }

    private Place vCenterPlace() {
        return Objects.requireNonNull(places.get(vCenter.ref()));
    }

    /** Names written for ids are the usual mistake. */
    private String maybe(Dangling dangling) {
        var ids = new ArrayList<String>();
        for (var kind : dangling.holder.refersTo) {
            for (var entry : known.getOrDefault(kind, Map.of()).entrySet()) {
                if (entry.getValue().equals(dangling.id)) {
                    return "\"" + entry.getKey() + "\", the id of the " + kind + " " + dangling.id;
                }
                ids.add(entry.getKey());
            }
        }
        return Nearest.maybe(dangling.id, ids, "it was removed, or belongs to another vCenter");
    }

    /** An id that leads nowhere. */
    private record Dangling(Place place, Holder holder, Record around, String id) {

        String thing() {
            for (var property : List.of("name", "label", "device", "datastore", "ref")) {
                var name = Draft.value(around, property);
                if (name != null) {
                    return Form.of(around.getClass()).word() + " " + (name instanceof Ref ref ? ref.id() : name);
                }
            }
            return Form.of(around.getClass()).word();
        }

        String pointer() {
            return place.pointer() + "/" + holder.name;
        }
    }

    private List<Holder> holders(Class<?> type) {
        var known = holders.get(type);
        if (known == null) {
            known = new ArrayList<>();
            for (var component : Draft.properties(type)) {
                var name = component.getName();
                var rules = Catalogue.bundled().of(type, name);
                var refersTo = rules == null ? List.<String>of() : rules.refersTo();
                var item = item(component);
                if (!refersTo.isEmpty()
                        || !name.equals("ref")
                                && item.isRecord()
                                && !holders(item).isEmpty()) {
                    known.add(new Holder(name, type.getSimpleName() + "." + name, refersTo, Draft.needed(component)));
                }
            }
            holders.put(type, known);
        }
        return known;
    }

    /** A property that holds ids, or records that may. */
    private record Holder(String name, String what, List<String> refersTo, boolean needed) {}
}
