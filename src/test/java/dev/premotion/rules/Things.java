package dev.premotion.rules;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.ArrayList;
import java.util.List;

/** The things of an estate by kind and name, as cases write them. */
final class Things {

    private Things() {}

    /** The one thing of that kind and name, such as {@code disk web-a/Hard disk 1} or {@code network VM-Shared of vcsa-b}. */
    static Ref named(Estate estate, String written) {
        var all = all(estate);
        var found = all.stream()
                .filter(thing ->
                        written.equals(thing.written()) || written.equals(thing.written() + " of " + thing.vCenter()))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " things are called " + written);
        }
        return found.get(0).ref();
    }

    private record Thing(Ref ref, String written, String vCenter) {}

    private static List<Thing> all(Estate estate) {
        var all = new ArrayList<Thing>();
        estate.inventory()
                .links()
                .forEach(link ->
                        all.add(new Thing(link.ref(), Kind.LINK + " " + String.join(" and ", link.between()), "")));
        for (var vCenter : estate.inventory().vCenters()) {
            add(vCenter, "", vCenter, all);
        }
        return all;
    }

    private static void add(Record thing, String prefix, VCenter vCenter, List<Thing> all) {
        var ref = (Ref) Draft.value(thing, "ref");
        if (ref == null) {
            return;
        }
        boolean pool =
                Draft.has(thing.getClass(), "path") && Draft.has(thing.getClass(), "vApp"); // root pools share a name
        var name = Draft.value(thing, pool ? "path" : Draft.has(thing.getClass(), "name") ? "name" : "label");
        all.add(new Thing(ref, ref.kind() + " " + prefix + name, vCenter.label()));
        for (var property : Draft.properties(thing.getClass())) {
            if (Draft.value(thing, property.getName()) instanceof Listing<?> list) {
                list.stream()
                        .filter(Record.class::isInstance)
                        .forEach(item -> add((Record) item, thing == vCenter ? "" : name + "/", vCenter, all));
            }
        }
    }
}
