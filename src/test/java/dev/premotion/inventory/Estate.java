package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An inventory that tests change thing by thing; each change gives a new estate.
 *
 * <p>A thing is named by its {@link Ref} (VMs' disks, NICs and devices have their own), a property by a path from it, such
 * as {@code evcMode}, {@code capability.vmotionSupported} or {@code vmkernelAdapters[1].mtu}.
 */
public record Estate(Inventory inventory) {

    /** Sets a property. */
    public Estate change(Ref thing, String path, Object value) {
        return edit(thing, record -> (Record) set(record, path, value));
    }

    /** Takes a fact or a whole collection away: it is unknown then. */
    public Estate without(Ref thing, String path) {
        return edit(thing, record -> (Record) set(record, path, null));
    }

    /** Takes a fact away. */
    public Estate without(Fact fact) {
        return without(fact.thing(), fact.path());
    }

    /** Marks a collection as partial: there may be more than it lists. */
    public Estate partial(Ref thing, String path) {
        return edit(thing, record ->
                (Record) set(record, path, Listing.partial(listing(record, path).items())));
    }

    /** Takes one row out of a collection, which stays complete: the row does not exist. */
    public Estate drop(Ref thing, String path, int row) {
        return edit(thing, record -> (Record) set(record, path, dropped(listing(record, path), row, true)));
    }

    /** Takes one row out of a collection and marks it as partial: the row was not collected. */
    public Estate lose(Ref thing, String path, int row) {
        return edit(thing, record -> (Record) set(record, path, dropped(listing(record, path), row, false)));
    }

    /** Adds a row at the end of a collection. */
    public Estate add(Ref thing, String path, Object row) {
        return edit(thing, record -> {
            var all = new ArrayList<Object>(listing(record, path).items());
            all.add(row);
            return (Record)
                    set(record, path, new Listing<>(all, listing(record, path).complete()));
        });
    }

    /** Adds a vCenter. */
    public Estate add(VCenter vCenter) {
        var all = new ArrayList<>(inventory.vCenters());
        all.add(vCenter);
        return new Estate(new Inventory(List.copyOf(all), inventory.links()));
    }

    /** Replaces a thing. */
    public Estate edit(Ref thing, UnaryOperator<Record> change) {
        var walk = new Walk(thing, change);
        var vCenters = inventory.vCenters().stream().map(walk::into).toList();
        var links = Listing.complete(inventory.links().stream().map(walk::into).toList());
        if (!walk.found) {
            throw new IllegalArgumentException("the estate has no " + thing.kind() + " " + thing);
        }
        return new Estate(new Inventory(
                vCenters, new Listing<>(links.items(), inventory.links().complete())));
    }

    /** A thing as the estate has it. */
    public <T extends Record> T get(Class<T> type, Ref thing) {
        var found = new ArrayList<Record>();
        edit(thing, record -> {
            found.add(record);
            return record;
        });
        return type.cast(found.get(0));
    }

    /** Every fact and collection that is there and could be absent, in a stable order: what the law is tested on. */
    public List<Fact> facts() {
        var all = new ArrayList<Fact>();
        inventory.vCenters().forEach(vCenter -> Fact.collect(vCenter, vCenter.ref(), "", all));
        inventory.links().forEach(link -> Fact.collect(link, link.ref(), "", all));
        return all;
    }

    private static Listing<?> dropped(Listing<?> listing, int row, boolean complete) {
        var rest = new ArrayList<Object>(listing.items());
        rest.remove(row);
        return new Listing<>(rest, complete);
    }

    private static Listing<?> listing(Record record, String path) {
        var value = read(record, path);
        if (value instanceof Listing<?> listing) {
            return listing;
        }
        throw new IllegalArgumentException(path + " is no collection that was collected");
    }

    /** The value at a path; absent where it or anything before it is. */
    public static @Nullable Object read(Record record, String path) {
        var step = Step.first(path);
        var value = Draft.of(record).get(step.property());
        if (step.row() >= 0 && value instanceof Listing<?> listing) {
            value = listing.items().get(step.row());
        }
        return step.rest().isEmpty() || value == null ? value : read((Record) value, step.rest());
    }

    private static Object set(Object node, String path, @Nullable Object value) {
        var step = Step.first(path);
        var draft = Draft.of((Record) node);
        var old = draft.get(step.property());
        if (step.row() >= 0 && old instanceof Listing<?> listing) {
            var rows = new ArrayList<Object>(listing.items());
            rows.set(step.row(), set(rows.get(step.row()), step.rest(), value));
            return draft.set(step.property(), new Listing<>(rows, listing.complete()))
                    .build();
        }
        if (step.rest().isEmpty()) {
            return draft.set(step.property(), value).build();
        }
        if (old == null) {
            throw new IllegalArgumentException(step.property() + " is absent, so it has no " + step.rest());
        }
        return draft.set(step.property(), set(old, step.rest(), value)).build();
    }

    /** The first step of a path; {@code row} is -1 where it names no row. */
    private record Step(String property, int row, String rest) {

        static Step first(String path) {
            int dot = path.indexOf('.');
            var head = dot < 0 ? path : path.substring(0, dot);
            var rest = dot < 0 ? "" : path.substring(dot + 1);
            int bracket = head.indexOf('[');
            return bracket < 0
                    ? new Step(head, -1, rest)
                    : new Step(
                            head.substring(0, bracket),
                            Integer.parseInt(head.substring(bracket + 1, head.length() - 1)),
                            rest);
        }
    }

    /** A fact that could be taken away. */
    public record Fact(Ref thing, String path) {

        /** Reading annotations takes time, and laws are tried on many estates. */
        private static final Map<RecordComponent, Boolean> NULLABLE = new ConcurrentHashMap<>();

        private static void collect(Record record, Ref thing, String prefix, List<Fact> into) {
            for (var property : Draft.properties(record.getClass())) {
                var value = Draft.value(record, property.getName());
                var path = prefix + property.getName();
                if (value != null && nullable(property)) {
                    into.add(new Fact(thing, path));
                }
                if (value instanceof Record inner && !(value instanceof Ref) && !(value instanceof Listing<?>)) {
                    collect(inner, thing, path + ".", into);
                } else if (value instanceof Listing<?> listing) {
                    rows(listing, thing, path, into);
                }
            }
        }

        private static void rows(Listing<?> listing, Ref thing, String path, List<Fact> into) {
            for (int i = 0; i < listing.size(); i++) {
                if (listing.items().get(i) instanceof Record row) {
                    var own = (Ref) Draft.value(row, "ref");
                    collect(row, own == null ? thing : own, own == null ? path + "[" + i + "]." : "", into);
                }
            }
        }

        static boolean nullable(RecordComponent property) {
            return NULLABLE.computeIfAbsent(property, one -> !Draft.needed(one));
        }
    }

    /** Rebuilds what leads to one thing and leaves everything else as it is. */
    private static final class Walk {

        private final Ref thing;
        private final UnaryOperator<Record> change;
        private boolean found;

        Walk(Ref thing, UnaryOperator<Record> change) {
            this.thing = thing;
            this.change = change;
        }

        @SuppressWarnings("unchecked") // a change keeps the type
        <T extends Record> T into(T record) {
            var ref = ref(record);
            if (thing.equals(ref)) {
                found = true;
                return (T) change.apply(record);
            }
            if (ref == null || !mayHold(ref)) {
                return record;
            }
            var draft = Draft.of(record);
            for (var property : Draft.properties(record.getClass())) {
                if (draft.get(property.getName()) instanceof Listing<?> listing && !found) {
                    draft.set(property.getName(), rows(listing));
                }
            }
            return found ? draft.build() : record;
        }

        /** vCenters hold everything of theirs, VMs what has their id in its own. */
        private boolean mayHold(Ref ref) {
            return ref.vCenter().equals(thing.vCenter())
                    && (ref.kind().equals(Kind.VCENTER) || thing.id().startsWith(ref.id() + "/"));
        }

        private static @Nullable Ref ref(Record record) {
            return (Ref) Draft.value(record, "ref");
        }

        private Listing<?> rows(Listing<?> listing) {
            var rows = new ArrayList<Object>(listing.size());
            for (var row : listing) {
                rows.add(row instanceof Record record && !found ? into(record) : row);
            }
            return new Listing<>(rows, listing.complete());
        }
    }
}
