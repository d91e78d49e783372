package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a fact that matches nothing may have meant. */
final class Unmatched {

    private Unmatched() {}

    static String words(GivenFact fact, Inventory inventory) {
        if (fact.kind().equals(Kind.LINK)) {
            return link(fact.between(), inventory.vCenters());
        }
        var patterns = fact.where().entrySet().stream()
                .map(pattern -> pattern.getKey() + " \"" + pattern.getValue() + "\"")
                .collect(Collectors.joining(" and "));
        var name = fact.where().get("name");
        var known = names(fact.kind(), inventory);
        var fallback = known.isEmpty() ? "the snapshots list no " + fact.kind() + " at all" : "a pattern lacks its *";
        return "no " + fact.kind() + " has " + patterns + ", so this changes nothing\nMaybe "
                + (name == null ? fallback : Nearest.maybe(name.text(), known, fallback));
    }

    private static String link(List<String> ends, List<VCenter> vCenters) {
        var known = new TreeSet<String>();
        for (var vCenter : vCenters) {
            Stream.of(vCenter.name(), vCenter.site(), vCenter.ref().id())
                    .filter(name -> name != null)
                    .forEach(known::add);
        }
        var missing = ends.stream()
                .filter(end -> vCenters.stream().noneMatch(vCenter -> Links.names(end, vCenter)))
                .toList();
        return "no vCenter or site is called \"" + String.join("\" or \"", missing)
                + "\", so this changes nothing\nMaybe "
                + Nearest.maybe(
                        missing.get(0),
                        known,
                        "its site has to be given first: kind: vcenter, site: " + missing.get(0));
    }

    private static List<String> names(String kind, Inventory inventory) {
        var names = new TreeSet<String>();
        inventory.vCenters().forEach(vCenter -> collect(vCenter, kind, names));
        return new ArrayList<>(names);
    }

    private static void collect(Record thing, String kind, Set<String> names) {
        if (kind.equals(Kind.of(thing.getClass()))) {
            for (var property : List.of("name", "label")) {
                if (Draft.value(thing, property) instanceof String name) {
                    names.add(name);
                }
            }
        }
        for (var property : Draft.properties(thing.getClass())) {
            if (Kind.of(Draft.item(property.getGenericType())) != null
                    && Draft.value(thing, property.getName()) instanceof Listing<?> list) {
                list.forEach(part -> collect((Record) part, kind, names));
            }
        }
    }
}
