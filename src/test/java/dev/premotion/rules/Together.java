package dev.premotion.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.PlanDocument;
import dev.premotion.rules.Cases.Case;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The estates of many cases as one, and their moves as one plan, to be judged at once. What a case changes says how much it
 * shares with the others ({@link Home}); its VMs have names, ids and addresses of their own.
 *
 * @param parts the cases in the order of the plan
 */
record Together(Estate estate, PlanDocument plan, List<Part> parts) {

    /** What a host has to provide for a VM, and what makes a group of VMs: it concerns those beside it, too. */
    private static final Set<String> CROWDS = Set.of(
            "cpuReservationMhz",
            "faultTolerance",
            "linkedClone",
            "memoryReservation",
            "numCpu",
            "parents",
            "powerState",
            "rdm",
            "reservationMbps",
            "sharedBus",
            "vApp");

    /** Where a VM of the vCenter lacks one of these, it may be that of any VM that comes. */
    private static final Set<String> UNIQUE = Set.of("instanceUuid", "macAddress", "name", "nics");

    /** What a case shares with others. */
    enum Home {
        /** It changes VMs alone: they are on the hosts, datastores and networks of all such cases. */
        SITE,
        /** It changes hosts, clusters, storage or networks: it has a datacenter of its own in vCenters that are shared. */
        VCENTER,
        /** It changes a vCenter or what lies between two: it has both for itself. */
        ESTATE
    }

    /**
     * A case and its entries in the plan.
     *
     * @param first index of the first of its entries
     */
    record Part(Case one, Home home, int first) {

        @Override
        public String toString() {
            return one + " in a " + home;
        }

        int end() {
            return first + one.move().plan().entries().size();
        }
    }

    static Together of(List<Case> cases) throws IOException {
        var vCenters = new LinkedHashMap<Ref, Joined>();
        var links = new LinkedHashMap<Ref, SiteLink>();
        ObjectNode plan = Moves.YAML.createObjectNode();
        var parts = new ArrayList<Part>();
        var sites = new HashSet<String>();
        int entries = 0;
        for (var one : cases) {
            var home = home(one);
            var own = "c%03d-".formatted(parts.size());
            var kind = one.move().written().get("estate").asText() + "-";
            var estate = one.estate();
            var names = Names.other(
                    List.of(one.move().clean(), estate),
                    home == Home.ESTATE ? own : kind,
                    home == Home.SITE ? "site-" + kind : own,
                    own);
            for (var vCenter : needed(one, estate, home, home == Home.SITE && !sites.add(kind))) {
                var named = names.inRecord(vCenter);
                vCenters.computeIfAbsent(named.ref(), ref -> new Joined(named)).add(named);
            }
            estate.inventory().links().stream().map(names::inRecord).forEach(link -> links.put(link.ref(), link));
            write(names.inWritten(written(one, own)), plan);
            parts.add(new Part(one, home, entries));
            entries += one.move().plan().entries().size();
        }
        var all = new Inventory(
                vCenters.values().stream().map(Joined::vCenter).toList(),
                Listing.complete(List.copyOf(links.values())));
        return new Together(new Estate(all), Moves.plan("together", plan), parts);
    }

    private static Home home(Case one) {
        var changed = new HashSet<String>();
        one.set().fieldNames().forEachRemaining(thing -> changed.add(thing.replaceFirst(" .*", "")));
        one.set()
                .forEach(thing -> thing.fieldNames().forEachRemaining(property -> {
                    if (CROWDS.stream().anyMatch(property::startsWith)) {
                        changed.add(property);
                    }
                }));
        boolean alone = one.set().properties().stream()
                .anyMatch(thing -> thing.getValue().properties().stream()
                        .anyMatch(property -> property.getValue().isNull() && UNIQUE.contains(property.getKey())));
        if (alone || changed.contains("vcenter") || changed.contains("link")) {
            return Home.ESTATE;
        }
        return Set.of("vm", "disk", "nic", "device").containsAll(changed) ? Home.SITE : Home.VCENTER;
    }

    /**
     * The vCenters that a case is about: not the other one where nothing goes there and nothing is changed there. Of a site
     * that is shared only the VMs that the case names or changes, and once the site is there nothing else.
     */
    private static List<VCenter> needed(Case one, Estate estate, Home home, boolean there) {
        var needed = new ArrayList<VCenter>();
        for (int i = 0; i < estate.inventory().vCenters().size(); i++) {
            var vCenter = estate.inventory().vCenters().get(i);
            var clean = one.move().clean().inventory().vCenters().get(i);
            if (home == Home.SITE) {
                var vms = Listing.complete(vms(vCenter).stream()
                        .filter(vm -> names(one, vm) || !vms(clean).items().contains(vm))
                        .toList());
                needed.add(Draft.of(there ? Joined.hollow(vCenter) : vCenter)
                        .set("vms", vms)
                        .build());
            } else if (home == Home.ESTATE
                    || i == 0
                    || !vCenter.equals(clean)
                    || one.move().written().toString().contains(vCenter.label())) {
                needed.add(vCenter);
            }
        }
        return needed;
    }

    private static Listing<Vm> vms(VCenter vCenter) {
        return vCenter.vms() == null ? Listing.of() : vCenter.vms();
    }

    private static boolean names(Case one, Vm vm) {
        return one.set().toString().contains(String.valueOf(vm.instanceUuid()))
                || one.move().plan().entries().stream()
                        .anyMatch(entry -> entry.vm() != null
                                && (vm.ref().id().equals(entry.vm().id())
                                        || String.valueOf(vm.name())
                                                .equals(entry.vm().name())));
    }

    /** The move of a case, with ids of entries and patterns of its own. */
    private static JsonNode written(Case one, String own) {
        ObjectNode written = one.move().written().deepCopy();
        for (var entry : written.get("migrations")) {
            if (entry.has("wave")) {
                throw new IllegalStateException("waves would order the cases anew: write after in " + one);
            }
            if (entry.has("id")) {
                ((ObjectNode) entry).put("id", own + entry.get("id").asText());
            }
            for (var order : List.of("after", "together")) {
                if (entry.has(order)) {
                    var before = Moves.texts(entry.get(order));
                    var ids = ((ObjectNode) entry).putArray(order);
                    before.forEach(id -> ids.add(own + id));
                }
            }
        }
        written.path("waivers")
                .forEach(waiver -> ((ObjectNode) waiver)
                        .put("subject", own + waiver.get("subject").asText()));
        return written;
    }

    private static void write(JsonNode move, ObjectNode plan) {
        for (var part : List.of("migrations", "waivers", "assumptions", "will-fix")) {
            if (move.has(part)) {
                plan.withArray(part).addAll((ArrayNode) move.get(part));
            }
        }
    }

    /** One vCenter of several, which say the same of it and of what they all list. */
    private static final class Joined {

        private final VCenter first;
        private final Map<String, Map<Ref, Record>> things = new LinkedHashMap<>();

        Joined(VCenter first) {
            this.first = first;
        }

        void add(VCenter more) {
            if (!hollow(more).equals(hollow(first))) {
                throw new IllegalStateException("this is another " + first.label() + ": " + hollow(more));
            }
            for (var property : lists()) {
                if (Draft.value(more, property) instanceof Listing<?> list && list.complete()) {
                    var known = things.computeIfAbsent(property, none -> new LinkedHashMap<>());
                    list.forEach(thing -> {
                        var before = known.put((Ref) Draft.value((Record) thing, "ref"), (Record) thing);
                        if (before != null && !before.equals(thing)) {
                            throw new IllegalStateException("this is another " + before + ": " + thing);
                        }
                    });
                }
            }
        }

        VCenter vCenter() {
            var draft = Draft.of(first);
            things.forEach((property, all) -> draft.set(property, Listing.complete(List.copyOf(all.values()))));
            return draft.build();
        }

        /** What a vCenter says without the things that it lists; a list that is not known whole has no place here. */
        static VCenter hollow(VCenter vCenter) {
            var draft = Draft.of(vCenter);
            for (var property : lists()) {
                if (Draft.value(vCenter, property) instanceof Listing<?> list && list.complete()) {
                    draft.set(property, Listing.of());
                }
            }
            return draft.build();
        }

        private static List<String> lists() {
            return Draft.properties(VCenter.class).stream()
                    .filter(property -> Kind.of(Draft.item(property.getGenericType())) != null)
                    .map(property -> property.getName())
                    .toList();
        }
    }
}
