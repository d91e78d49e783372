package dev.premotion.plan;

import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.SharedFiles.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * VMs that share a disk (one file, or one LUN behind raw device mappings), a file that their disks build on, or a vApp, and
 * what the plan makes of that. A disk that is moved goes with the VM that moves, so that those who shared it do so no more.
 */
public final class VmGroups {

    private final Map<Ref, Going> plan;

    /**
     * What becomes of a VM that the plan wants to move.
     *
     * @param to where it goes; absent where it does not go, since it is blocked
     * @param vCenter name of the vCenter it goes to
     * @param sure whether it surely goes there
     */
    public record Going(@Nullable Candidate to, String vCenter, boolean sure) {}

    /** A group, and the VMs of it that move. */
    public record Moved(VmGroup group, List<Ref> vms) {}

    /** One VM of a group; the disk is absent where they do not share one. */
    private record Member(Here here, @Nullable Disk disk) {

        Vm vm() {
            return here.vm();
        }

        boolean mapped() {
            return disk != null && disk.rdm() != null;
        }
    }

    private VmGroups(Map<Ref, Going> plan) {
        this.plan = plan;
    }

    /** The groups of which any VM moves. */
    public static List<Moved> of(Inventory inventory, Map<Ref, Going> plan) {
        if (plan.values().stream().allMatch(going -> going.to == null)) {
            return List.of();
        }
        var disks = new LinkedHashMap<String, List<Member>>();
        var parents = new LinkedHashMap<File, List<Member>>();
        var vApps = new LinkedHashMap<String, List<Member>>();
        var buses = new SharedBus(inventory);
        var estate = inventory.vCenters().stream().map(VCenterIndex::of).toList();
        for (var at : estate) {
            for (var vm : at.vms().all()) {
                var here = Here.of(at, vm);
                if (vm.disks() != null) {
                    vm.disks().forEach(disk -> {
                        add(disks, identity(disk, buses), new Member(here, disk));
                        SharedFiles.parents(disk).forEach(file -> add(parents, file, new Member(here, disk)));
                    });
                }
                var vApp = vm.vApp();
                add(vApps, vApp == null ? null : at.vCenter().ref().id() + " " + vApp, new Member(here, null));
            }
        }
        addOwners(estate, parents);
        var groups = new VmGroups(plan);
        var moved = new ArrayList<Moved>();
        disks.values().forEach(members -> groups.add("disk", members, moved));
        groups.addClones(parents, moved);
        vApps.values().forEach(members -> groups.add("vApp", members, moved));
        return moved;
    }

    /** The VM whose disk is the file that others build on belongs to them: where it goes, they lose what they build on. */
    private static void addOwners(List<VCenterIndex> estate, Map<File, List<Member>> builders) {
        for (var at : builders.isEmpty() ? List.<VCenterIndex>of() : estate) {
            for (var vm : at.vms().all()) {
                for (var disk :
                        vm.disks() == null ? List.<Disk>of() : vm.disks().items()) {
                    var members = builders.get(SharedFiles.own(disk));
                    if (members != null) {
                        members.add(new Member(Here.of(at, vm), disk));
                    }
                }
            }
        }
    }

    /** Adds the VMs that build on one file; of the files that the same VMs build on, the nearest to their disks. */
    private void addClones(Map<File, List<Member>> builders, List<Moved> into) {
        var known = new HashSet<List<Ref>>();
        builders.forEach((file, members) -> {
            if (known.add(refs(members))) {
                var shared = new Ref("file", file.vCenter(), file.datastore() + " " + file.path());
                add("parent", file.path(), shared, members, into);
            }
        });
    }

    private static List<Ref> refs(List<Member> members) {
        return members.stream().map(member -> member.vm().ref()).distinct().toList();
    }

    private static <K> void add(Map<K, List<Member>> groups, @Nullable K key, Member member) {
        if (key != null) {
            groups.computeIfAbsent(key, own -> new ArrayList<>(1)).add(member);
        }
    }

    /** Where neither its LUN nor its file is known it is itself, if others may use it. */
    private static @Nullable String identity(Disk disk, SharedBus buses) {
        var known = buses.identity(disk);
        return known == null && SharedBus.shares(disk) ? disk.ref().toString() : known;
    }

    private void add(String binding, List<Member> members, List<Moved> into) {
        var first = members.get(0);
        var name = first.disk == null ? "the vApp " + vApp(first) : Lacking.device(first.disk, first.vm());
        add(binding, name, shared(first), members, into);
    }

    private void add(String binding, String name, Ref shared, List<Member> members, List<Moved> into) {
        var refs = refs(members);
        var moving = refs.stream().filter(this::moves).toList();
        boolean unseen = refs.size() < 2 && binding.equals("disk") && SharedBus.shares(members.get(0).disk);
        if (moving.isEmpty() || refs.size() < 2 && !unseen) {
            return;
        }
        var places = members.stream().map(this::told).distinct().toList();
        var bound = unseen ? "unseen" : binding;
        into.add(new Moved(new VmGroup(bound, name, shared, refs, places, together(binding, members)), moving));
    }

    private static Ref shared(Member first) {
        return first.disk == null
                ? new Ref(
                        "vApp",
                        first.vm().ref().vCenter(),
                        String.valueOf(first.vm().vApp()))
                : first.disk.ref();
    }

    private static String vApp(Member member) {
        var id = String.valueOf(member.vm().vApp());
        var pool = member.here.at().pools().byId(id);
        return pool == null || pool.name() == null ? id : pool.name();
    }

    private boolean moves(Ref vm) {
        var going = plan.get(vm);
        return going != null && going.to != null;
    }

    /** Broken where one has a copy of the disk, or where they are at more places than before, which clones may be. */
    private @Nullable Boolean together(String binding, List<Member> members) {
        var before = new HashSet<@Nullable String>();
        var after = new HashSet<@Nullable String>();
        boolean open = false;
        for (var member : members) {
            var going = plan.get(member.vm().ref());
            var to = going == null ? null : going.to;
            before.add(place(member));
            if (to == null || going == null) {
                after.add(place(member));
            } else if (!going.sure) {
                open = true;
            } else {
                after.add(place(to));
                var moves = copied(member, to);
                open |= moves == null;
                if (Boolean.TRUE.equals(moves)) {
                    return false;
                }
            }
        }
        open |= !binding.equals("parent") && before.remove(null) | after.remove(null);
        boolean apart = !binding.equals("parent") && after.size() > Math.max(1, before.size());
        return apart ? Boolean.FALSE : open ? null : Boolean.TRUE;
    }

    /** Ids of clusters repeat from vCenter to vCenter. */
    private static @Nullable String place(Member member) {
        var cluster = member.here.clusterId();
        return cluster == null ? null : member.vm().ref().vCenter() + "/" + cluster;
    }

    private static @Nullable String place(Candidate to) {
        if (to.cluster() != null) {
            return to.cluster().ref().toString();
        }
        var host = to.host();
        return host == null || host.cluster() == null ? null : host.ref().vCenter() + "/" + host.cluster();
    }

    /** Whether the VM gets a copy of the disk; a LUN stays one, wherever the file lies that points to it. */
    private static @Nullable Boolean copied(Member member, Candidate to) {
        if (member.disk == null || member.mapped()) {
            return false;
        }
        for (var target : to.disks()) {
            if (target.disk() != null && target.disk().ref().equals(member.disk.ref())) {
                return target.moves();
            }
        }
        return null;
    }

    private String told(Member member) {
        var going = plan.get(member.vm().ref());
        var name = member.vm().label();
        var cluster = member.here.cluster();
        var stays = name + " stays" + (cluster == null ? "" : " in " + Lacking.name(cluster));
        if (going == null) {
            return stays;
        }
        var to = going.to;
        if (to == null) {
            return stays + ", since its migration is blocked";
        }
        boolean copy = Boolean.TRUE.equals(copied(member, to));
        return name + (going.sure ? " goes to " : " may go to ") + to.name() + " of " + going.vCenter
                + (copy ? " and takes the disk along" : "");
    }
}
