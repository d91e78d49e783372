package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a VM together, some of which move or may move: what depends on more than one disk.
 *
 * @param source the host it is on; absent where the inventory does not say
 * @param host the host it is on afterwards
 * @param disksComplete false where it may have disks that the inventory does not list
 * @param destination the vCenter of the host
 */
public record VmFiles(
        Vm vm,
        @Nullable Host source,
        Host host,
        DiskTarget home,
        List<DiskTarget> disks,
        boolean disksComplete,
        VCenter destination,
        Tables tables)
        implements Subject {

    @Override
    public String kind() {
        return "vm-files";
    }

    @Override
    public String name() {
        return "files of " + vm.label();
    }

    @Override
    public List<Ref> refs() {
        var refs = new ArrayList<Ref>(List.of(vm.ref(), host.ref()));
        all().map(DiskTarget::target)
                .filter(Objects::nonNull)
                .map(Datastore::ref)
                .forEach(refs::add);
        return List.copyOf(refs);
    }

    private Stream<DiskTarget> all() {
        return Stream.concat(Stream.of(home), disks.stream());
    }

    Stream<DiskTarget> moving() {
        return all().filter(DiskTarget::mayMove);
    }

    public @Nullable Boolean homeMoves() {
        return home.moves();
    }

    /** How many disks move. */
    public Sum movingDisks() {
        var count = Sum.NOTHING;
        for (var disk : disks) {
            count = disk.moves() == null ? count.plus(0, 1L) : count.plus(disk.surelyMoves() ? 1L : 0L);
        }
        return disksComplete ? count : count.plus((Long) null);
    }

    public @Nullable Integer maxNumDisksSVMotion() {
        return host.capability() == null ? null : host.capability().maxNumDisksSVMotion();
    }

    public @Nullable Boolean snapshotRelayoutSupported() {
        return host.capability() == null ? null : host.capability().snapshotRelayoutSupported();
    }

    public @Nullable Boolean deltaDiskBackingsSupported() {
        return host.capability() == null ? null : host.capability().deltaDiskBackingsSupported();
    }

    public @Nullable Boolean restrictedSnapshotRelocateSupported() {
        return restricted(host);
    }

    public @Nullable Boolean sourceRestrictedSnapshotRelocateSupported() {
        return source == null ? null : restricted(source);
    }

    private static @Nullable Boolean restricted(Host at) {
        return at.capability() == null ? null : at.capability().restrictedSnapshotRelocateSupported();
    }

    public @Nullable String sourceVersion() {
        return source == null ? null : source.version();
    }

    /** Whether all its files lie in the folder of its home now, and go to one datastore. */
    public @Nullable Boolean oneDirectory() {
        var here = Paths.folder(vm.vmPathName());
        var answers = new ArrayList<@Nullable Boolean>();
        for (var disk : disks) {
            var folder = Paths.folder(disk.disk() == null ? null : disk.disk().path());
            answers.add(here == null || folder == null ? null : here.equals(folder));
            answers.add(
                    home.target() == null || disk.target() == null
                            ? null
                            : home.target().ref().equals(disk.target().ref()));
        }
        if (answers.contains(Boolean.FALSE)) {
            return false;
        }
        return !disksComplete || answers.contains(null) ? null : Boolean.TRUE;
    }

    /** Whether a folder of its own for snapshots is set, beside the home. */
    public @Nullable Boolean ownSnapshotDirectory() {
        var home = Paths.folder(vm.vmPathName());
        var own = Paths.directory(vm.snapshotDirectory());
        return home == null || own == null ? null : !home.equals(own);
    }

    /** Whether some snapshot holds the VM's memory. */
    public @Nullable Boolean memorySnapshot() {
        return Snapshots.withMemory(vm);
    }

    /** Whether files go from another kind of storage to vVols. */
    public @Nullable Boolean toVVol() {
        return any(movingFiles().map(one -> between(isVVol(one.target()), isVVol(one.source()))));
    }

    /** Whether files go from vVols to another kind of storage. */
    public @Nullable Boolean fromVVol() {
        return any(movingFiles().map(one -> between(isVVol(one.source()), isVVol(one.target()))));
    }

    /** With those of disks that are not listed: they go where the home goes, and nobody knows from where. */
    private Stream<DiskTarget> movingFiles() {
        var unlisted = new DiskTarget(null, null, home.target(), null, null, null, null);
        return disksComplete || !home.mayMove() ? moving() : Stream.concat(moving(), Stream.of(unlisted));
    }

    private static @Nullable Boolean between(@Nullable Boolean wanted, @Nullable Boolean refused) {
        if (Boolean.FALSE.equals(wanted) || Boolean.TRUE.equals(refused)) {
            return false;
        }
        return wanted == null || refused == null ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean isVVol(@Nullable Datastore datastore) {
        return datastore == null || datastore.type() == null
                ? null
                : datastore.type().equals("VVOL");
    }

    /** Whether a disk that moves builds on another VM's disk. */
    public @Nullable Boolean linkedClone() {
        return any(
                Stream.concat(disks.stream().filter(DiskTarget::mayMove).map(one -> linked(one.disk())), unlisted()));
    }

    private static @Nullable Boolean linked(@Nullable Disk disk) {
        return disk == null ? null : disk.linkedClone();
    }

    /** One more answer, which is not known, for disks that are not listed. */
    private Stream<@Nullable Boolean> unlisted() {
        return disksComplete ? Stream.empty() : Stream.of((Boolean) null);
    }

    private static @Nullable Boolean any(Stream<@Nullable Boolean> answers) {
        var all = new ArrayList<@Nullable Boolean>();
        answers.forEach(all::add);
        return Kinds.any(all);
    }

    /** Memory of the VM in bytes: how large its swap or memory file may become. */
    public @Nullable Long memoryBytes() {
        return vm.memoryMiB() == null ? null : Long.valueOf(vm.memoryMiB() * 1024 * 1024);
    }

    public @Nullable Long homeMaxMemoryFileBytes() {
        return home.target() == null ? null : home.target().maxMemoryFileBytes();
    }

    /** Kind of the datastore that its home lies on afterwards. */
    public @Nullable String homeTargetType() {
        return home.target() == null ? null : home.target().type();
    }

    /** Name of the datastore its home goes to. */
    public String homeTarget() {
        return home.targetName() == null ? "a datastore not known" : home.targetName();
    }

    /** The storage policies that its home and its disks have afterwards and the destination does not list. */
    public List<String> missingPolicies() {
        var listed = destination.storagePolicies();
        return listed == null
                ? List.of()
                : policies()
                        .map(FilePolicy::name)
                        .filter(name -> name != null && !listed.items().contains(name))
                        .distinct()
                        .toList();
    }

    /** Whether the destination has each storage policy that its home and its disks have afterwards. */
    public @Nullable Boolean policiesThere() {
        Listing<String> listed = destination.storagePolicies();
        if (listed == null) {
            return null;
        }
        if (!missingPolicies().isEmpty()) {
            return listed.complete() ? Boolean.FALSE : null;
        }
        return disksComplete && policies().allMatch(FilePolicy::known) ? Boolean.TRUE : null;
    }

    private Stream<FilePolicy> policies() {
        return all().map(file -> FilePolicy.after(file, vm));
    }

    @Override
    public List<Lacking> lacking(String path) {
        return FilesLacking.of(this, path);
    }
}
