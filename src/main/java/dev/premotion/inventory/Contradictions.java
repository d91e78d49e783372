package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts away that contradict each other, whoever told them: nobody can tell which of them is wrong, so none may
 * approve anything. Where they were read then says so, and a note names them.
 *
 * <p>The law knows one exception by this: where only one of two such facts is told, nobody sees that it is wrong.
 */
public final class Contradictions {

    private static final int SHOWN = 3;

    private final Reading reading;
    private final Origins origins = new Origins();
    private final Map<List<Object>, Found> found = new LinkedHashMap<>();
    private List<Contradiction<?>> kinds = List.of();

    /** Things of one vCenter with the same contradiction, the first one in words. */
    private record Found(Contradiction<?> kind, @Nullable String place, String first, List<String> names) {}

    private Contradictions(Reading reading) {
        this.reading = reading;
    }

    /** The estate without them. */
    public static Reading without(Reading reading) {
        return new Contradictions(reading).without();
    }

    private Reading without() {
        var vCenters =
                reading.inventory().vCenters().stream().map(this::vCenter).toList();
        var ofPairs = SsoIdentity.contradictions(reading.inventory(), reading.origins(), reading.files());
        if (found.isEmpty() && ofPairs.isEmpty()) {
            return reading;
        }
        var all = new Origins();
        all.readAll(reading.origins());
        all.readAll(origins);
        var quality = new ArrayList<>(reading.quality());
        found.values().forEach(one -> quality.add(note(one)));
        quality.addAll(ofPairs);
        return new Reading(
                new Inventory(vCenters, reading.inventory().links()), all, List.copyOf(quality), reading.files());
    }

    private VCenter vCenter(VCenter vCenter) {
        kinds = Contradiction.of(vCenter);
        return Draft.of(vCenter)
                .set("clusters", things(vCenter.clusters(), ""))
                .set("hosts", things(vCenter.hosts(), ""))
                .set("datastores", things(vCenter.datastores(), ""))
                .set("networks", things(vCenter.networks(), ""))
                .set("vms", things(vCenter.vms(), ""))
                .build();
    }

    /** @param of what they belong to, with a comma; empty for nothing */
    private <T extends Record> @Nullable Listing<T> things(@Nullable Listing<T> things, String of) {
        if (things == null) {
            return null;
        }
        var all = new ArrayList<T>(things.size());
        boolean same = true;
        for (var thing : things) {
            var kept = thing(thing, of);
            same &= kept == thing;
            all.add(kept);
        }
        return same ? things : new Listing<>(all, things.complete());
    }

    private <T extends Record> T thing(T thing, String of) {
        var kept = thing;
        for (var kind : kinds) {
            if (kind.holdsOf(thing)) {
                kept = without(kept, thing, kind, of);
            }
        }
        if (!(thing instanceof Vm vm)) {
            return kept;
        }
        var disks = things(vm.disks(), vm.label() + ", ");
        var nics = things(vm.nics(), vm.label() + ", ");
        var devices = things(vm.devices(), vm.label() + ", ");
        return disks == vm.disks() && nics == vm.nics() && devices == vm.devices()
                ? kept
                : Draft.of(kept)
                        .set("disks", disks)
                        .set("nics", nics)
                        .set("devices", devices)
                        .build();
    }

    private <T extends Record> T without(T kept, T thing, Contradiction<?> kind, String of) {
        var ref = (Ref) Objects.requireNonNull(Draft.value(thing, "ref"));
        var name = of + name(thing, ref);
        var shown = kind.shown(thing);
        var draft = Draft.of(kept);
        for (var property : kind.properties()) {
            var place = reading.origins().of(ref, property);
            if (draft.get(property) != null && place != null) {
                var words = place + ", where " + shown;
                origins.read(ref, asked -> asked.equals(property) ? words : null);
            }
            draft.set(property, null);
        }
        found.computeIfAbsent(
                        List.of(kind.properties(), kind.expected(), ref.vCenter()),
                        key -> new Found(
                                kind,
                                place(thing, ref, kind),
                                ref.kind() + " " + name + ": " + shown,
                                new ArrayList<>()))
                .names
                .add(name);
        return draft.build();
    }

    private @Nullable String place(Record thing, Ref ref, Contradiction<?> kind) {
        return kind.properties().stream()
                .filter(property -> Draft.value(thing, property) != null)
                .map(property -> reading.origins().of(ref, property))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String name(Record thing, Ref ref) {
        var name = Draft.value(
                thing, thing instanceof Disk || thing instanceof Nic || thing instanceof Device ? "label" : "name");
        return name == null ? ref.id() : name.toString();
    }

    private QualityNote note(Found one) {
        var more = one.names.size() == 1
                ? ""
                : " (" + one.names.size() + " times, such as "
                        + String.join("; ", one.names.subList(0, Math.min(SHOWN, one.names.size()))) + ")";
        var message = one.first + ", expected " + one.kind.expected()
                + (one.kind.properties().size() == 1 ? "; it stays unknown" : "; these stay unknown") + more
                + "\nMaybe "
                + one.kind.maybe();
        return QualityNote.at(one.place, reading.files(), message);
    }
}
