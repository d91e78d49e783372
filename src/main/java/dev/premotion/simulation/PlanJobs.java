package dev.premotion.simulation;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.MigrationType;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.reference.Tables;
import dev.premotion.simulation.Job.DiskCopy;
import dev.premotion.simulation.Job.Operation;
import dev.premotion.simulation.Job.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns judged migrations into jobs on an estate, with guesses for what the inventory does not say. */
final class PlanJobs {
    private static final double MB = 1e6;
    private static final double GIB = 1L << 30;
    /** The frame buffer in GB, as a vGPU profile's name says it: {@code grid_t4-16q}. */
    private static final Pattern PROFILE = Pattern.compile("-(\\d+)[a-z]\\w*$");
    /** Unified data transport: both hosts have to be of this release. */
    private static final int UDT_FROM = 8;

    private final Guesses guesses;
    private final PlanPlaces places;

    PlanJobs(Inventory inventory, Tables tables, Guesses guesses) {
        this.guesses = guesses;
        this.places = new PlanPlaces(inventory, tables, guesses);
    }

    Estate estate(List<Judged> migrations) {
        var ids = migrations.stream().map(judged -> judged.migration().id()).collect(Collectors.toSet());
        var jobs = migrations.stream().map(judged -> job(judged, ids)).toList();
        return places.estate(jobs);
    }

    /** What was taken for granted for hosts, datastores and links. */
    List<String> assumptions() {
        return places.assumptions();
    }

    private Job job(Judged judged, Set<String> running) {
        var migration = judged.migration();
        var candidate = Objects.requireNonNull(judged.destination());
        var vm = Objects.requireNonNull(migration.vm());
        var type = candidate.types().get(0);
        var source = Objects.requireNonNull(migration.source());
        var destination = Objects.requireNonNull(candidate.host());
        var sourceVCenter = Objects.requireNonNull(migration.sourceVCenter());
        var destinationVCenter =
                migration.destinationVCenter() == null ? sourceVCenter : migration.destinationVCenter();
        var live = type.power() == Power.LIVE;
        var guessed = new ArrayList<String>();
        var transport = transport(vm, live, source, destination);
        var copies = candidate.disks().stream()
                .filter(DiskTarget::mayMove)
                .map(target -> copy(target, transport, guessed))
                .toList();
        if (live && !copies.isEmpty()) {
            guessed.add(Input.DISK_WRITES.between("the guest writes to its disks at"));
            copies = written(copies, guesses.of(Input.DISK_WRITES, vm.ref().toString()) * MB);
        }
        boolean memory = live && type.change() != MigrationType.Change.STORAGE;
        return new Job(
                migration.id(),
                operation(type),
                places.host(source, sourceVCenter),
                places.host(destination, destinationVCenter),
                places.link(sourceVCenter, destinationVCenter),
                Stream.of(sourceVCenter, destinationVCenter)
                        .map(VCenter::label)
                        .distinct()
                        .toList(),
                candidate.home().target() == null
                        ? null
                        : places.datastore(candidate.home().target()),
                copies,
                memory ? new GuestGuess(vm, source, guesses, guessed).memory() : null,
                VmotionPolicy.of(release(source)).withDevices(memory ? frameBuffers(vm, guessed) : 0),
                migration.wave() == null ? 1 : migration.wave(),
                migration.after().stream().filter(running::contains).toList(),
                migration.highPriority(),
                0,
                Double.POSITIVE_INFINITY,
                guessed);
    }

    private static Operation operation(MigrationType type) {
        if (type.power() != Power.LIVE) {
            return Operation.PROVISIONING;
        }
        return switch (type.change()) {
            case COMPUTE -> Operation.VMOTION;
            case STORAGE -> Operation.STORAGE_VMOTION;
            case BOTH -> Operation.VMOTION_WITH_STORAGE;
        };
    }

    /** Live data goes over the vMotion network; cold data and the disks below snapshots by copy of files. */
    private static Transport transport(Vm vm, boolean live, Host from, Host to) {
        if (live && (vm.snapshots() == null || vm.snapshots().size() == 0)) {
            return Transport.VMOTION;
        }
        return unified(from) && unified(to) ? Transport.UDT : Transport.NFC;
    }

    private static boolean unified(Host host) {
        Matcher major = Pattern.compile("\\d+").matcher(release(host));
        boolean released = major.find() && Integer.parseInt(major.group()) >= UDT_FROM;
        return released
                && (Boolean.TRUE.equals(host.provisioningAdapter())
                        || HostNetworks.of(host, "vSphereProvisioning").known());
    }

    /** What a guest writes is guessed for the guest; its disks get of it as they have of its bytes. */
    private static List<DiskCopy> written(List<DiskCopy> copies, double bytesPerSecond) {
        double all = copies.stream().mapToDouble(DiskCopy::bytes).sum();
        return copies.stream()
                .map(copy -> copy.written(all > 0 ? bytesPerSecond * copy.bytes() / all : 0))
                .toList();
    }

    private DiskCopy copy(DiskTarget target, Transport transport, List<String> guessed) {
        var disk = Objects.requireNonNull(target.disk(), "only the home is no disk");
        var capacity = disk.capacityBytes();
        var used = disk.usedBytes();
        double bytes;
        if (used != null) {
            bytes = used;
        } else {
            bytes = capacity == null ? 0 : capacity;
            guessed.add(disk.shortLabel() + " is copied in full: what it uses is not known");
        }
        return new DiskCopy(bytes, places.datastore(target.source()), places.datastore(target.target()), 0, transport);
    }

    /** What of its vGPUs' memory has to go while the guest stands still, bytes. */
    private double frameBuffers(Vm vm, List<String> guessed) {
        if (vm.devices() == null) {
            return 0;
        }
        double bytes = vm.devices().stream()
                .filter(device -> device.type().equals("vgpu"))
                .mapToDouble(PlanJobs::frameBuffer)
                .sum();
        if (bytes > 0) {
            guessed.add(Input.FRAME_BUFFER.between("of its vGPU's " + Quantity.SIZE.print(bytes) + " are in use")
                    + "; they go while it stands still");
        }
        return bytes * guesses.of(Input.FRAME_BUFFER, vm.ref().toString());
    }

    private static double frameBuffer(Device device) {
        Matcher size = PROFILE.matcher(device.profile() == null ? "" : device.profile());
        return size.find() ? Integer.parseInt(size.group(1)) * GIB : 0;
    }

    private static String release(@Nullable Host host) {
        return host == null || host.version() == null ? "" : host.version();
    }
}
