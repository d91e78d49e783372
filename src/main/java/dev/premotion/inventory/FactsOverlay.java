package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lays facts that a person gave over what was read. */
final class FactsOverlay {

    /** Each stands in a list of a VM that is called by the plural. */
    private static final List<String> DEVICES = List.of(Kind.DISK, Kind.NIC, Kind.DEVICE);

    private final Map<String, List<GivenFact>> byKind = new HashMap<>();
    private final Facts facts;
    private final Origins origins = new Origins();
    private final Agreement agreement = new Agreement();
    private final IdentityHashMap<GivenFact, Boolean> used = new IdentityHashMap<>();
    private final IdentityHashMap<GivenValue, Difference> differences = new IdentityHashMap<>();

    /** How often a value differs from what was there, and the first time in words. */
    private record Difference(String first, int count) {}

    FactsOverlay(Facts facts) {
        this.facts = facts;
        facts.given().stream()
                .sorted(Comparator.comparing(GivenFact::corrects)) // patterns first, whatever their place in the file
                .forEach(fact -> byKind.computeIfAbsent(fact.kind(), kind -> new ArrayList<>())
                        .add(fact));
    }

    Reading over(Reading reading) {
        origins.readAll(reading.origins());
        var vCenters =
                reading.inventory().vCenters().stream().map(this::vCenter).toList();
        var links = new LinkFacts(vCenters, reading.inventory().links());
        for (var fact : byKind.getOrDefault(Kind.LINK, List.of())) {
            if (links.add(fact, this::laid)) {
                used.put(fact, true);
            }
        }
        agreement.check();
        var quality = new ArrayList<>(reading.quality());
        var inventory = new Inventory(vCenters, links.listing());
        facts.given().forEach(fact -> note(fact, inventory, quality));
        return new Reading(inventory, origins, List.copyOf(quality), reading.files());
    }

    private VCenter vCenter(VCenter vCenter) {
        var at = new Whereabouts(vCenter);
        var draft = Draft.of(vCenter);
        for (var property : Draft.properties(VCenter.class)) {
            if (draft.get(property.getName()) instanceof Listing<?> list
                    && Kind.of(Draft.item(property.getGenericType())) != null) {
                draft.set(property.getName(), things(list, at));
            }
        }
        var laid = draft.build();
        return whole(vCenter, thing(laid, laid, at));
    }

    /** Who confirms that there are no other VMs speaks of the list as it is now, and not of what a later snapshot lists. */
    private static VCenter whole(VCenter before, VCenter laid) {
        var vms = laid.vms();
        return vms == null || Boolean.TRUE.equals(before.vmsConfirmed()) || !Boolean.TRUE.equals(laid.vmsConfirmed())
                ? laid
                : Draft.of(laid).set("vms", new Listing<>(vms.items(), true)).build();
    }

    private Listing<?> things(Listing<?> list, Whereabouts at) {
        var things =
                list.stream().map(thing -> (Object) devices((Record) thing, at)).toList();
        return new Listing<>(things, list.complete());
    }

    private Record devices(Record thing, Whereabouts at) {
        if (!(thing instanceof Vm vm) || DEVICES.stream().noneMatch(byKind::containsKey)) {
            return thing(thing, thing, at);
        }
        var draft = Draft.of(vm);
        for (var kind : DEVICES) {
            if (draft.get(kind + "s") instanceof Listing<?> list) {
                var laid = list.stream()
                        .map(device -> (Object) thing((Record) device, vm, at))
                        .toList();
                draft.set(kind + "s", new Listing<>(laid, list.complete()));
            }
        }
        return thing(draft.build(), thing, at);
    }

    private <T extends Record> T thing(T thing, Record vm, Whereabouts at) {
        var laid = thing;
        for (var fact : byKind.getOrDefault(Objects.requireNonNull(Kind.of(thing.getClass())), List.of())) {
            if (matches(fact, thing, vm, at)) {
                used.put(fact, true);
                laid = laid(fact, laid);
            }
        }
        return laid;
    }

    private static boolean matches(GivenFact fact, Record thing, Record vm, Whereabouts at) {
        return fact.where().entrySet().stream()
                .allMatch(pattern ->
                        at.names(pattern.getKey(), thing, vm).stream().anyMatch(pattern.getValue()::matches));
    }

    private <T extends Record> T laid(GivenFact fact, T thing) {
        var ref = (Ref) Objects.requireNonNull(Draft.value(thing, "ref"));
        agreement.says(fact, ref, label(thing));
        var laid = thing;
        var counted = new LinkedHashMap<>(fact.values());
        for (var entry : fact.values().entrySet()) {
            var value = entry.getValue();
            // a list that is not known to be complete is a gap, and saying that it is fills it
            var counts = fact.corrects() || entry.getKey().endsWith(".complete");
            laid = Layer.with(laid, entry.getKey(), value.value(), (record, property, before, after) -> {
                var words = before + " for " + ref.kind() + " " + label(thing) + said(ref, entry.getKey());
                differences.merge(
                        value, new Difference(words, 1), (first, more) -> new Difference(first.first, first.count + 1));
                if (!counts) {
                    counted.remove(entry.getKey());
                }
                return counts ? after : before;
            });
        }
        origins.read(ref, new GivenOrigin(fact.with(counted)));
        return laid;
    }

    private String said(Ref ref, String property) {
        var origin = origins.of(ref, property);
        return origin == null ? "" : " (" + origin + ")";
    }

    private static String label(Record thing) {
        for (var property : List.of("name", "label", "between")) {
            var name = Draft.value(thing, property);
            if (name != null) {
                return name.toString();
            }
        }
        return Objects.requireNonNull((Ref) Draft.value(thing, "ref")).id();
    }

    private void note(GivenFact fact, Inventory inventory, List<QualityNote> quality) {
        if (!used.containsKey(fact)) {
            quality.add(fact.place().note(Unmatched.words(fact, inventory)));
        }
        fact.values().forEach((property, value) -> {
            var difference = differences.get(value);
            if (difference != null) {
                var others = difference.count > 1 ? " and another value for " + (difference.count - 1) + " more" : "";
                quality.add(value.place()
                        .note(property + " is " + value.value() + " here, but was " + difference.first + others
                                + (fact.corrects()
                                        ? "; the fact is used\nMaybe one of the two is out of date"
                                        : "; the snapshot is believed, since a pattern only fills what is missing\n"
                                                + "Maybe an entry of its own, by its name, should correct it")));
            }
        });
    }
}
