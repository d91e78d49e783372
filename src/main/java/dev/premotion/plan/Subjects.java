package dev.premotion.plan;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Links;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType.Change;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plan.NicTarget;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The subjects of a plan, each made once: migrations that share a host pair share the very same subject, so that it is
 * judged once and told once.
 */
public final class Subjects {

    private final Inventory inventory;
    private final Tables tables;
    private final Map<Key, Subject> known = new LinkedHashMap<>();
    private final Map<String, MacTable> macs = new HashMap<>();
    private final Map<Ref, List<Host>> members = new HashMap<>();
    private final Map<String, NameTable> names = new HashMap<>();
    private @Nullable Together last;

    /** What depends on the VM and its destination but not on its files: candidates that differ by files alone follow one another. */
    private record Together(Migration migration, @Nullable Host host, List<NicTarget> nics, List<Subject> subjects) {

        boolean fits(Migration other, Candidate candidate) {
            return migration == other && host == candidate.host() && nics == candidate.nics();
        }
    }

    /** Kind and identities, to find a subject that is there already without writing them out. */
    private record Key(String kind, List<Ref> refs, String within) {}

    private final WwnTable wwns;
    private final LikeHosts likeHosts = new LikeHosts();

    private final Set<Ref> leaving;

    /** @param plan whose subjects are made */
    public Subjects(Plan plan, Inventory inventory, Tables tables) {
        this.leaving = Leavers.of(plan);
        this.inventory = inventory;
        this.tables = tables;
        this.wwns = WwnTable.of(inventory);
    }

    /** Every subject made so far, in the order in which the plan first needed it. */
    public Collection<Subject> all() {
        return known.values();
    }

    /** What a candidate of a migration depends on. */
    public List<Subject> of(Migration migration, Candidate candidate) {
        var vm = Objects.requireNonNull(migration.vm(), "a migration with a problem has no subjects");
        var files = new ArrayList<Subject>();
        candidate.doubts().forEach(doubt -> files.add(new OpenQuestion(doubt)));
        addDisks(candidate, migration, vm, files);
        addFiles(candidate, migration, vm, files);
        var own = Collections.<Subject>newSetFromMap(new IdentityHashMap<>()); // records would compare whole estates
        var subjects = new ArrayList<Subject>();
        Stream.concat(
                        apartFromFiles(migration, candidate, vm).stream(),
                        files.stream().map(this::once))
                .filter(own::add)
                .forEach(subjects::add);
        return subjects;
    }

    private List<Subject> apartFromFiles(Migration migration, Candidate candidate, Vm vm) {
        if (last == null || !last.fits(migration, candidate)) {
            var subjects = new ArrayList<Subject>();
            subjects.add(new MovingVm(vm, migration.source(), migration.sourceVCenter(), wwns.shared(vm), tables));
            addHosts(migration, candidate, subjects);
            addVCenters(migration, candidate, vm, subjects);
            addNics(candidate, migration, vm, subjects);
            addDevices(candidate, migration, vm, subjects);
            var known = subjects.stream().map(this::once).toList();
            last = new Together(migration, candidate.host(), candidate.nics(), known);
        }
        return last.subjects;
    }

    /** The one subject of its identity. */
    public Subject once(Subject subject) {
        return known.computeIfAbsent(new Key(subject.kind(), subject.refs(), subject.within()), key -> subject);
    }

    private void addHosts(Migration migration, Candidate candidate, List<Subject> subjects) {
        var source = migration.source();
        var sourceVCenter = migration.sourceVCenter();
        var host = candidate.host();
        var vCenter = destination(migration);
        var sources = sources(migration);
        if (sourceVCenter != null) {
            for (var one : sources) {
                subjects.add(new InvolvedHost(one, migration.sourceCluster(), sourceVCenter, tables));
                subjects.add(new SourceHost(one, migration.sourceCluster(), sourceVCenter, tables));
            }
        }
        if (host == null || vCenter == null) {
            return;
        }
        var cluster = candidate.cluster() != null ? candidate.cluster() : cluster(host, vCenter);
        subjects.add(new InvolvedHost(host, cluster, vCenter, tables));
        subjects.add(new DestinationHost(host, cluster, vCenter, tables));
        var vm = Objects.requireNonNull(migration.vm());
        subjects.add(new VmArrival(vm, source, sources, host, cluster, tables));
        var like = likeHosts.of(host, migration);
        subjects.add(new HardwareArrival(vm, like));
        subjects.add(new SwapMove(vm, source, migration.sourceCluster(), like, cluster));
        if (!"notConfigured".equals(vm.faultToleranceState())) {
            subjects.add(new FtArrival(vm, source, host, vCenter, tables));
        }
        if (cluster != null && !Boolean.TRUE.equals(comesFromElsewhere(migration, cluster))) {
            subjects.addAll(HostRules.of(vm, host, cluster));
        }
        var link = link(inventory, sourceVCenter, vCenter);
        for (var one : sources) {
            if (!one.ref().equals(host.ref())) {
                subjects.add(new HostPair(one, Objects.requireNonNull(sourceVCenter), host, vCenter, link, tables));
            }
        }
    }

    /** The hosts that the VM may be on: its own, or those of its cluster where somebody confirmed that it is on one of them. */
    private List<Host> sources(Migration migration) {
        var source = migration.source();
        var vCenter = migration.sourceVCenter();
        var cluster = migration.sourceCluster();
        if (source != null || vCenter == null) {
            return source == null ? List.of() : List.of(source);
        }
        var vm = Objects.requireNonNull(migration.vm());
        var hosts = vCenter.hosts();
        return !mayBeOnAny(migration, vm) || cluster == null || hosts == null
                ? List.of()
                : members.computeIfAbsent(
                        cluster.ref(),
                        ref -> hosts.stream()
                                .filter(host -> ref.id().equals(host.cluster()))
                                .toList());
    }

    /** In a survey this is asked, and what would follow from a yes is looked at beforehand. */
    private static boolean mayBeOnAny(Migration migration, Vm vm) {
        return Boolean.TRUE.equals(vm.onListedHost())
                || migration.candidates().stream()
                        .flatMap(candidate -> candidate.doubts().stream())
                        .anyMatch(doubt -> doubt.property().equals("onListedHost"));
    }

    /** The cluster that a VM stays in; absent where it leaves it, or where that is unknown. */
    private static @Nullable Cluster own(Migration migration, Candidate candidate) {
        var cluster = migration.sourceCluster();
        return cluster != null
                        && candidate.cluster() != null
                        && candidate.cluster().ref().equals(cluster.ref())
                ? cluster
                : null;
    }

    private static @Nullable Boolean comesFromElsewhere(Migration migration, Cluster cluster) {
        var vm = Objects.requireNonNull(migration.vm());
        if (!vm.ref().vCenter().equals(cluster.ref().vCenter())) {
            return true;
        }
        var own = migration.sourceCluster() != null
                ? migration.sourceCluster().ref().id()
                : vm.cluster();
        return own == null ? null : !own.equals(cluster.ref().id());
    }

    private void addVCenters(Migration migration, Candidate candidate, Vm vm, List<Subject> subjects) {
        var source = migration.sourceVCenter();
        var destination = migration.destinationVCenter();
        var route = migration.route();
        if (source != null
                && route == null
                && Boolean.TRUE.equals(Encryption.of(vm))) { // its host asks vCenter for the key
            subjects.add(new VmTransfer(vm, source, source, candidate.folder(), tables));
        }
        if (source == null || destination == null || route == null) {
            return;
        }
        subjects.add(new VCenterPair(source, destination, link(inventory, source, destination), route, tables));
        var there = names.computeIfAbsent(destination.ref().id(), id -> NameTable.of(destination, this::stays));
        var taken = there.taken(candidate.folder(), vm.name());
        var uuidTaken = there.uuidTaken(vm.instanceUuid());
        subjects.add(new VmTransfer(vm, source, destination, candidate.folder(), tables));
        subjects.add(new NameUse(vm, destination, candidate.folder(), taken, uuidTaken, false, List.of()));
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

    /** Who leaves within the plan is in the way for a time only; see {@link Leavers}. */
    private boolean stays(Ref vm) {
        return !leaving.contains(vm);
    }

    private void addDisks(Candidate candidate, Migration migration, Vm vm, List<Subject> subjects) {
        var movesStorage = movesStorage(candidate);
        var targets = new ArrayList<DiskTarget>(candidate.disks());
        if (!candidate.disksComplete()) {
            subjects.add(new DiskMove(vm, null, null, movesStorage, null, candidate.host(), tables));
        }
        for (var target : targets) {
            var disk = Objects.requireNonNull(target.disk(), "only the home is no disk");
            var plain = Boolean.FALSE.equals(disk.raw()) && disk.rdm() == null;
            subjects.add(new DiskMove(
                    vm,
                    disk,
                    target.target(),
                    target.moves(),
                    target.format(),
                    plain ? null : candidate.host(),
                    tables));
        }
        targets.add(0, candidate.home());
        var vCenter = destination(migration);
        if (candidate.host() == null || vCenter == null) {
            return;
        }
        var own = own(migration, candidate);
        for (var target : targets) {
            addDatastore(target, candidate.host(), vCenter, vm, own, subjects);
        }
        if (!candidate.disksComplete() && !candidate.home().surelyMoves()) {
            var lacking = Lacking.of(vm, "disks").get(0);
            subjects.add(new StayingDatastore(null, candidate.host(), vCenter, lacking, own));
        }
        subjects.addAll(new FurtherFiles(vm, candidate.host(), source(migration, vCenter), vCenter, own).of(candidate));
    }

    /** What depends on the files together, and on where they come from. */
    private void addFiles(Candidate candidate, Migration migration, Vm vm, List<Subject> subjects) {
        var host = candidate.host();
        var vCenter = destination(migration);
        if (host == null || vCenter == null || !movesStorage(candidate)) {
            return;
        }
        subjects.add(new VmFiles(
                vm,
                migration.source(),
                host,
                candidate.home(),
                candidate.disks(),
                candidate.disksComplete(),
                vCenter,
                tables));
        var source = migration.source();
        var from = migration.sourceVCenter();
        if (source == null || from == null) {
            return;
        }
        Stream.concat(Stream.of(candidate.home()), candidate.disks().stream())
                .filter(DiskTarget::mayMove)
                .forEach(file -> subjects.add(new SourceDatastore(
                        file.source(), source, from, file.source() == null ? lacking(file, from, vm) : null)));
        if (!candidate.disksComplete()) {
            subjects.add(new SourceDatastore(
                    null, source, from, Lacking.of(vm, "disks").get(0)));
        }
    }

    static boolean movesStorage(Candidate candidate) {
        return candidate.types().stream().anyMatch(type -> type.change() != Change.COMPUTE);
    }

    private static void addDatastore(
            DiskTarget target, Host host, VCenter vCenter, Vm vm, @Nullable Cluster own, List<Subject> subjects) {
        var lacking = target.target() == null ? lacking(target, vCenter, vm) : null;
        if (target.mayMove()) {
            subjects.add(new TargetDatastore(target.target(), host, vCenter, lacking));
        }
        if (!target.surelyMoves()) {
            subjects.add(new StayingDatastore(target.target(), host, vCenter, lacking, own));
        }
    }

    /** Where files lie that have no known place: the disk or VM does not say, or the vCenter does not list it. */
    private static Lacking lacking(DiskTarget target, VCenter vCenter, Vm vm) {
        var disk = target.disk();
        if (disk != null && disk.datastore() == null) {
            return new Lacking(disk.ref(), Lacking.device(disk, vm), "datastore");
        }
        if (disk == null && vm.homeDatastore() == null) {
            return new Lacking(vm.ref(), vm.label(), "homeDatastore");
        }
        return Lacking.of(vCenter, "datastores").stream()
                .findFirst()
                .orElseGet(() -> new Lacking(vCenter.ref(), vCenter.label(), "datastores.complete"));
    }

    private void addNics(Candidate candidate, Migration migration, Vm vm, List<Subject> subjects) {
        var vCenter = destination(migration);
        if (vCenter == null) {
            return;
        }
        var own = own(migration, candidate);
        if (!candidate.nicsComplete()) {
            addOtherNics(candidate, migration, vm, own, vCenter, subjects);
        }
        for (var target : candidate.nics()) {
            subjects.add(new NicMove(
                    vm,
                    target.nic(),
                    source(migration, vCenter),
                    target.source(),
                    distributedSwitch(target.source(), migration.sourceVCenter()),
                    target.target(),
                    distributedSwitch(target.target(), vCenter),
                    vCenter,
                    own != null && !target.mapped(),
                    tables));
            if (candidate.host() != null) {
                subjects.add(networkAt(candidate.host(), vCenter, vm, target, target.mapped() ? null : own));
                subjects.add(new NetworkChange(
                        vm,
                        target.nic(),
                        target.source(),
                        target.target(),
                        migration.source(),
                        source(migration, vCenter),
                        candidate.host(),
                        vCenter,
                        tables));
            }
        }
    }

    /** NICs that are not listed, unless somebody confirmed that inside the cluster none matters. */
    private void addOtherNics(
            Candidate candidate,
            Migration migration,
            Vm vm,
            @Nullable Cluster own,
            VCenter vCenter,
            List<Subject> subjects) {
        if (own == null || !Boolean.TRUE.equals(vm.nicsConfirmed())) {
            subjects.add(new NicMove(
                    vm, null, source(migration, vCenter), null, null, null, null, vCenter, own != null, tables));
        }
        if (candidate.host() != null && (own == null || !Boolean.TRUE.equals(own.networksConfirmed()))) {
            subjects.add(new NetworkAtHost(vm, null, null, null, null, candidate.host(), vCenter, null, own, tables));
        }
    }

    private static VCenter source(Migration migration, VCenter otherwise) {
        return migration.sourceVCenter() != null ? migration.sourceVCenter() : otherwise;
    }

    private NetworkAtHost networkAt(Host host, VCenter vCenter, Vm vm, NicTarget target, @Nullable Cluster own) {
        return new NetworkAtHost(
                vm,
                target.nic(),
                target.source(),
                target.targetName(),
                target.target(),
                host,
                vCenter,
                needed(target.nic(), target.source()),
                own,
                tables);
    }

    /** vCenter refuses a missing network to distributed NICs and to connected ones; else it only warns. */
    private static @Nullable Boolean needed(Nic nic, @Nullable Network source) {
        if (Boolean.TRUE.equals(nic.connected()) || (source != null && "distributed".equals(source.type()))) {
            return true;
        }
        return nic.connected() == null || source == null || source.type() == null ? null : Boolean.FALSE;
    }

    private void addDevices(Candidate candidate, Migration migration, Vm vm, List<Subject> subjects) {
        var devices = vm.devices();
        var destination = destination(migration);
        var all = devices != null && devices.complete() || Boolean.TRUE.equals(vm.devicesConfirmed());
        if (!all) {
            subjects.add(new DeviceMove(
                    vm,
                    null,
                    null,
                    migration.source(),
                    candidate.host(),
                    migration.sourceVCenter(),
                    destination,
                    tables));
        }
        if (devices != null) {
            for (var device : devices) {
                var datastore = datastore(device.datastore(), migration.sourceVCenter());
                var asks = dependsOnHost(device);
                subjects.add(new DeviceMove(
                        vm,
                        device,
                        datastore,
                        asks ? migration.source() : null,
                        asks ? candidate.host() : null,
                        migration.sourceVCenter(),
                        destination,
                        tables));
            }
        }
    }

    static @Nullable Datastore datastore(@Nullable String id, @Nullable VCenter vCenter) {
        var datastores = id == null || vCenter == null ? null : vCenter.datastores();
        return datastores == null
                ? null
                : datastores.stream()
                        .filter(d -> d.ref().id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** An image on a datastore, a client's device, a virtual GPU and a clock ask something of the destination host. */
    private static boolean dependsOnHost(Device device) {
        return device.backing() == null
                || List.of("iso", "client", "file").contains(device.backing())
                || List.of("vgpu", "precisionClock").contains(device.type());
    }

    private static @Nullable VCenter destination(Migration migration) {
        return migration.destinationVCenter() != null ? migration.destinationVCenter() : migration.sourceVCenter();
    }

    /** The cluster that a host says it is in. */
    static @Nullable Cluster cluster(Host host, VCenter vCenter) {
        var clusters = vCenter.clusters();
        return clusters == null || host.cluster() == null
                ? null
                : clusters.stream()
                        .filter(c -> c.ref().id().equals(host.cluster()))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable DistributedSwitch distributedSwitch(@Nullable Network network, @Nullable VCenter vCenter) {
        if (network == null || network.distributedSwitch() == null || vCenter == null) {
            return null;
        }
        var switches = vCenter.distributedSwitches();
        return switches == null
                ? null
                : switches.stream()
                        .filter(s -> s.ref().id().equals(network.distributedSwitch()))
                        .findFirst()
                        .orElse(null);
    }

    /** The link between two vCenters, in either direction, by name, identity or site; an empty one where nobody gave any. */
    public static SiteLink link(Inventory inventory, @Nullable VCenter one, VCenter other) {
        if (one == null || one.ref().equals(other.ref())) {
            return emptyLink(other, other);
        }
        var link = Links.between(inventory, one, other);
        return link == null ? emptyLink(one, other) : link;
    }

    private static SiteLink emptyLink(VCenter one, VCenter other) {
        var ref = new Ref(Kind.LINK, one.ref().id(), one.label() + " and " + other.label());
        return new SiteLink(ref, List.of(one.label(), other.label()), null, null, null, null, null, null, null, null);
    }
}
