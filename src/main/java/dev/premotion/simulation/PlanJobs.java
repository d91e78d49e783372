package dev.premotion.simulation;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.InvolvedHost;
import dev.premotion.plan.MigrationType;
import dev.premotion.plan.MigrationType.Power;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.plan.Subjects;
import dev.premotion.reference.Tables;
import dev.premotion.simulation.Estate.DatastorePorts;
import dev.premotion.simulation.Estate.HostPorts;
import dev.premotion.simulation.Job.DiskCopy;
import dev.premotion.simulation.Job.Operation;
import dev.premotion.simulation.Job.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns judged migrations into jobs on an estate, with one set of guesses for what the inventory does not say. */
final class PlanJobs {

    private static final double MBPS = 1e6 / 8;

    private final Inventory inventory;
    private final Tables tables;
    private final Guess guess;
    private final Map<String, HostPorts> hosts = new LinkedHashMap<>();
    private final Map<String, DatastorePorts> datastores = new LinkedHashMap<>();
    private final Map<String, Estate.SiteLink> links = new LinkedHashMap<>();
    private final Map<Ref, String> names = new LinkedHashMap<>();
    private final Set<String> assumptions = new TreeSet<>();

    PlanJobs(Inventory inventory, Tables tables, Guess guess) {
        this.inventory = inventory;
        this.tables = tables;
        this.guess = guess;
    }

    Estate estate(List<Judged> migrations) {
        var ids = migrations.stream().map(judged -> judged.migration().id()).collect(Collectors.toSet());
        var jobs = migrations.stream().map(judged -> job(judged, ids)).toList();
        return new Estate(
                List.copyOf(hosts.values()), List.copyOf(datastores.values()), List.copyOf(links.values()), jobs);
    }

    /** What was taken for granted for hosts, datastores and links. */
    List<String> assumptions() {
        return List.copyOf(assumptions);
    }

    private Job job(Judged judged, Set<String> running) {
        var migration = judged.migration();
        var candidate = Objects.requireNonNull(judged.destination());
        var vm = Objects.requireNonNull(migration.vm());
        var type = candidate.types().get(0);
        var sourceVCenter = Objects.requireNonNull(migration.sourceVCenter());
        var destinationVCenter =
                migration.destinationVCenter() == null ? sourceVCenter : migration.destinationVCenter();
        var from = host(Objects.requireNonNull(migration.source()), sourceVCenter);
        var to = host(Objects.requireNonNull(candidate.host()), destinationVCenter);
        var live = type.power() == Power.LIVE;
        var guessed = new ArrayList<String>();
        var copies = candidate.disks().stream()
                .filter(DiskTarget::mayMove)
                .map(target -> copy(target, live, transport(type, to), guessed))
                .toList();
        var memory =
                live && type.change() != MigrationType.Change.STORAGE ? GuestGuess.memory(vm, guess, guessed) : null;
        return new Job(
                migration.id(),
                operation(type),
                from,
                to,
                link(sourceVCenter, destinationVCenter),
                candidate.home().target() == null
                        ? null
                        : datastore(candidate.home().target()),
                copies,
                memory,
                VmotionPolicy.of(release(migration.source())),
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
            case BOTH -> Operation.VMOTION_WITHOUT_SHARED_STORAGE;
        };
    }

    /** Live data goes over the vMotion network; cold data over NFC. */
    private static Transport transport(MigrationType type, String host) {
        return type.power() == Power.LIVE ? Transport.VMOTION : Transport.NFC;
    }

    private DiskCopy copy(DiskTarget target, boolean live, Transport transport, List<String> guessed) {
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
        if (live) {
            guessed.add(Guess.between(
                    "the guest writes to its disks at",
                    Guess.LOW.diskWriteBytesPerSecond() / 1e6,
                    Guess.LIKELY.diskWriteBytesPerSecond() / 1e6,
                    Guess.HIGH.diskWriteBytesPerSecond() / 1e6,
                    "MB/s"));
        }
        return new DiskCopy(
                bytes,
                target.source() == null ? "unknown" : datastore(target.source()),
                target.target() == null ? "unknown" : datastore(target.target()),
                live ? guess.diskWriteBytesPerSecond() : 0,
                transport);
    }

    private String host(Host host, VCenter vCenter) {
        var id = name(host.ref(), host.label(), vCenter);
        hosts.computeIfAbsent(id, key -> {
            var known = new InvolvedHost(host, null, vCenter, tables).vmotionLinkMbps();
            if (known == null || known == 0) {
                assumptions.add(Guess.between(
                        "vMotion networks whose speed is not known carry",
                        Guess.LOW.linkMbps(),
                        Guess.LIKELY.linkMbps(),
                        Guess.HIGH.linkMbps(),
                        "Mbit/s"));
            }
            assumptions.add(Guess.between(
                    "provisioning networks carry",
                    Guess.LOW.provisioningMbps(),
                    Guess.LIKELY.provisioningMbps(),
                    Guess.HIGH.provisioningMbps(),
                    "Mbit/s"));
            double mbps = known == null || known == 0 ? guess.linkMbps() : known;
            return new HostPorts(id, mbps * MBPS, guess.provisioningMbps() * MBPS, mbps * 1e6);
        });
        return id;
    }

    private String datastore(Datastore datastore) {
        var vCenter = inventory.vCenters().stream()
                .filter(v -> v.ref().id().equals(datastore.ref().vCenter()))
                .findFirst()
                .orElse(null);
        var id = name(datastore.ref(), datastore.label(), vCenter);
        datastores.computeIfAbsent(id, key -> {
            assumptions.add(Guess.between(
                    "datastores deliver",
                    Guess.LOW.datastoreBytesPerSecond() / 1e6,
                    Guess.LIKELY.datastoreBytesPerSecond() / 1e6,
                    Guess.HIGH.datastoreBytesPerSecond() / 1e6,
                    "MB/s to copies"));
            return new DatastorePorts(id, guess.datastoreBytesPerSecond(), guess.datastoreBytesPerSecond());
        });
        return id;
    }

    /** Names are what people know; where two things share one, the vCenter tells them apart. */
    private String name(Ref thing, String label, @Nullable VCenter vCenter) {
        return names.computeIfAbsent(thing, ref -> {
            var taken = names.containsValue(label);
            return taken && vCenter != null ? label + " of " + vCenter.label() : taken ? label + " " + ref : label;
        });
    }

    private List<String> link(VCenter from, VCenter to) {
        if (from.ref().equals(to.ref())) {
            return List.of();
        }
        var known = new Subjects(inventory, tables).link(from, to);
        var id = from.label() + " → " + to.label();
        links.computeIfAbsent(id, key -> {
            double mbps = known.bandwidthMbps() == null ? guess.linkMbps() : known.bandwidthMbps();
            double rtt = known.rttMillis() == null ? 0 : known.rttMillis();
            if (known.bandwidthMbps() == null) {
                assumptions.add("the bandwidth between " + from.label() + " and " + to.label()
                        + " is not known and taken as that of a vMotion network");
            }
            return new Estate.SiteLink(id, mbps * MBPS, rtt / 1000);
        });
        return List.of(id);
    }

    private static String release(@Nullable Host host) {
        return host == null || host.version() == null ? "" : host.version();
    }
}
