package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Links;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The subjects of a move between vCenters: the pair, and the names and addresses that the VM brings. */
final class VCenterSubjects {

    private final Inventory inventory;
    private final Tables tables;
    private final Set<Ref> leaving;
    private final Map<String, MacTable> macs = new HashMap<>();
    private final Map<String, NameTable> names = new HashMap<>();

    /** @param leaving VMs that the plan takes away: these are in the way for a time only; see {@link Leavers} */
    VCenterSubjects(Inventory inventory, Tables tables, Set<Ref> leaving) {
        this.inventory = inventory;
        this.tables = tables;
        this.leaving = leaving;
    }

    List<Subject> of(CandidateMove move) {
        var source = move.migration().sourceVCenter();
        var destination = move.migration().destinationVCenter();
        var route = move.migration().route();
        var subjects = new ArrayList<Subject>();
        if (source == null) {
            return subjects;
        }
        if (route == null && Boolean.TRUE.equals(Encryption.of(move.vm()))) { // its host asks vCenter for the key
            subjects.add(
                    new VmTransfer(move.vm(), source, source, move.candidate().folder(), tables));
        }
        if (destination != null && route != null) {
            var link = Links.known(inventory, source, destination);
            subjects.add(new VCenterPair(source, destination, link, route, tables));
            addName(move, source, destination, subjects);
            addMacs(move, destination, subjects);
        }
        return subjects;
    }

    private void addName(CandidateMove move, VCenter source, VCenter destination, List<Subject> subjects) {
        var vm = move.vm();
        var folder = move.candidate().folder();
        var there = names.computeIfAbsent(destination.ref().id(), id -> NameTable.of(destination, this::stays));
        var taken = there.taken(move.candidate().folderPath(), vm.name());
        var uuidTaken = there.uuidTaken(vm.instanceUuid());
        subjects.add(new VmTransfer(vm, source, destination, folder, tables));
        subjects.add(new NameUse(vm, destination, folder, taken, uuidTaken, false, List.of()));
    }

    private void addMacs(CandidateMove move, VCenter destination, List<Subject> subjects) {
        var vm = move.vm();
        var nics = vm.nics();
        if (nics == null || !nics.complete()) {
            subjects.add(new MacUse(vm, null, destination, null, false, List.of(), tables)); // a NIC that is not listed
        }
        if (nics != null) {
            var table = macs.computeIfAbsent(destination.ref().id(), id -> MacTable.of(destination, this::stays));
            nics.forEach(nic -> subjects.add(
                    new MacUse(vm, nic, destination, table.others(nic.macAddress(), vm), false, List.of(), tables)));
        }
    }

    private boolean stays(Ref vm) {
        return !leaving.contains(vm);
    }
}
