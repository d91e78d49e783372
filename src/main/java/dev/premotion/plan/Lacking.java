package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact that an answer waits for.
 *
 * @param thing what lacks it
 * @param thingName its name
 * @param property what it lacks; {@code .complete} at its end where a partial list is not known to be all
 */
public record Lacking(Ref thing, String thingName, String property) {

    /** Those of the properties that are absent or partial lists. */
    static List<Lacking> of(Record thing, String... properties) {
        return Arrays.stream(properties)
                .map(property -> one(thing, property))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Those of a device of a VM. */
    static List<Lacking> ofDevice(Record device, Vm vm, String... properties) {
        return of(device, properties).stream()
                .map(one -> new Lacking(one.thing, device(device, vm), one.property))
                .toList();
    }

    /**
     * What would tell to which network of the destination an adapter comes: the network it is connected to, the list of those
     * at the destination, else the plan.
     *
     * @param source the network it leaves; absent where unknown or not listed
     * @param name what the network there is called, by the plan or since the one that it leaves is; absent where unknown
     */
    static List<Lacking> ofTargetNetwork(
            Nic nic, Vm vm, @Nullable Network source, @Nullable String name, VCenter destination) {
        if (name == null) {
            return source == null ? ofSourceNetwork(nic, vm) : of(source, "name");
        }
        var lists = of(destination, "networks");
        return lists.isEmpty() ? List.of(new Lacking(nic.ref(), device(nic, vm), "targetNetwork")) : lists;
    }

    /** What would tell which network an adapter is connected to; one that is named and not listed is asked about itself. */
    static List<Lacking> ofSourceNetwork(Nic nic, Vm vm) {
        return List.of(new Lacking(nic.ref(), device(nic, vm), nic.network() == null ? "network" : "sourceNetwork"));
    }

    private static @Nullable Lacking one(Record thing, String property) {
        var ref = (Ref) Objects.requireNonNull(Draft.value(thing, "ref"));
        var value = Draft.value(thing, property);
        if (value == null) {
            return new Lacking(ref, name(thing), property);
        }
        return value instanceof Listing<?> listing && !listing.complete()
                ? new Lacking(ref, name(thing), property + ".complete")
                : null;
    }

    /** What people call a device of a VM. */
    static String device(Record device, Vm vm) {
        return name(device) + " of " + vm.label();
    }

    /** What people call a thing: its name or label, else its identity. */
    static String name(Record thing) {
        return Stream.of("name", "label")
                .map(property -> Draft.value(thing, property))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElseGet(() -> unnamed(thing));
    }

    private static String unnamed(Record thing) {
        if (Draft.value(thing, "between") instanceof List<?> ends) {
            return ends.get(0) + " and " + ends.get(1);
        }
        return Draft.value(thing, "ref") instanceof Ref ref ? ref.id() : thing.toString();
    }
}
