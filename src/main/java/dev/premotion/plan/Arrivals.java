package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plan.NicTarget;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names and MAC addresses that a plan brings to other vCenters, in the order of the run. */
final class Arrivals {

    private final Tables tables;
    private final Map<String, List<Came>> names = new HashMap<>();
    private final Map<String, List<Came>> addresses = new HashMap<>();

    /** @param where path of the folder, or identity of the network; absent where unknown */
    private record Came(Booking by, String vm, @Nullable String where, Lacking open) {}

    /** Those that are surely at one place with a later one, and what is open of the others. */
    private record Met(Listing<String> others, List<Lacking> lacking) {}

    Arrivals(Tables tables) {
        this.tables = tables;
    }

    /** What meets another of the same name or address; empty where nothing does. */
    List<Subject> meet(Migration migration, Candidate candidate) {
        var destination = migration.destinationVCenter();
        if (migration.route() == null || destination == null) {
            return List.of();
        }
        var subjects = new ArrayList<Subject>();
        var vm = Objects.requireNonNull(migration.vm());
        var met = vm.name() == null
                ? null
                : met(names.getOrDefault(key(destination, vm.name()), List.of()), candidate.folderPath(), folder(vm));
        if (met != null) {
            subjects.add(new NameArrival(vm, destination, met.others, met.lacking));
        }
        for (var target : candidate.nics()) {
            var same = same(destination, target.nic().macAddress());
            var of = same.isEmpty() ? null : met(same, network(target), open(target, vm));
            if (of != null) {
                subjects.add(new MacArrival(vm, target.nic(), destination, of.others, of.lacking, tables));
            }
        }
        return subjects;
    }

    /** Those with the address, and those of which nobody knows the address. */
    private List<Came> same(VCenter destination, @Nullable String address) {
        return address == null
                ? List.of()
                : Stream.of(key(destination, address), key(destination, ""))
                        .flatMap(key -> addresses.getOrDefault(key, List.of()).stream())
                        .toList();
    }

    private static @Nullable Met met(List<Came> same, @Nullable String where, Lacking own) {
        var others = new ArrayList<String>();
        var lacking = new ArrayList<Lacking>();
        boolean open = false;
        for (var came : same) {
            if (where != null && came.where != null && !where.equals(came.where)) {
                continue;
            }
            if (where != null && where.equals(came.where) && came.by.sure()) {
                others.add(came.vm);
                continue;
            }
            open = true;
            var why = where == null ? own : came.where == null ? came.open : came.by.open();
            Stream.ofNullable(why).forEach(lacking::add);
        }
        return others.isEmpty() && !open ? null : new Met(new Listing<>(others, !open), lacking);
    }

    void book(Candidate candidate, Booking by) {
        var destination = by.migration().destinationVCenter();
        if (by.migration().route() == null || destination == null) {
            return;
        }
        var vm = Objects.requireNonNull(by.migration().vm());
        var from = Objects.requireNonNull(by.migration().sourceVCenter()).label();
        if (vm.name() != null) {
            names.computeIfAbsent(key(destination, vm.name()), key -> new ArrayList<>(1))
                    .add(new Came(by, from, candidate.folderPath(), folder(vm)));
        }
        for (var target : candidate.nics()) {
            var address = target.nic().macAddress();
            var where = address == null ? null : network(target);
            addresses
                    .computeIfAbsent(key(destination, address == null ? "" : address), key -> new ArrayList<>(1))
                    .add(new Came(by, vm.label(), where, open(target, vm)));
        }
    }

    void forget(Migration migration) {
        Stream.of(names, addresses)
                .flatMap(all -> all.values().stream())
                .forEach(list -> list.removeIf(came -> came.by.of(migration)));
    }

    private static String key(VCenter destination, String text) {
        return destination.ref().id() + " " + text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String network(NicTarget target) {
        return target.target() == null ? null : target.target().ref().id();
    }

    private static Lacking folder(Vm vm) {
        return new Lacking(vm.ref(), vm.label(), "folder");
    }

    private static Lacking open(NicTarget target, Vm vm) {
        Ref nic = target.nic().ref();
        return new Lacking(
                nic, Lacking.device(target.nic(), vm), target.nic().macAddress() == null ? "macAddress" : "network");
    }
}
