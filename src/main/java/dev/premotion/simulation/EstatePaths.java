package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which pipes a job's bytes go through, and which of vCenter's resources it is charged to. */
final class EstatePaths {
    private static final boolean[] TRUE = {true};

    private final Map<String, Estate.HostPorts> hosts;
    private final Map<String, Estate.DatastorePorts> datastores;
    private final Map<String, Estate.SiteLink> links;
    private final AdmissionCosts costs;
    private final double goodput;
    private final double nfc;
    private final Map<String, Pipe> pipes = new LinkedHashMap<>();

    /**
     * @param goodput share of a line's rate that is payload
     * @param nfc what network file copy carries between two hosts at best, bytes per second
     */
    EstatePaths(Estate estate, AdmissionCosts costs, double goodput, double nfc) {
        this.hosts = byId(estate.hosts(), Estate.HostPorts::id);
        this.datastores = byId(estate.datastores(), Estate.DatastorePorts::id);
        this.links = byId(estate.links(), Estate.SiteLink::id);
        this.costs = costs;
        this.goodput = goodput;
        this.nfc = nfc;
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        var byId = new HashMap<String, T>();
        for (T thing : things) {
            if (byId.put(id.apply(thing), thing) != null) {
                throw new IllegalArgumentException("Two are named \"" + id.apply(thing) + "\".\nMaybe one is a copy.");
            }
        }
        return byId;
    }

    private static <T> T known(Map<String, T> things, String kind, String id, Job job) {
        T thing = things.get(id);
        if (thing == null) {
            throw new IllegalArgumentException("Migration " + job.id() + " names the " + kind + " \"" + id
                    + "\", which the estate does not have.\nMaybe "
                    + things.keySet().stream().sorted().findFirst().orElse("none is listed") + ".");
        }
        return thing;
    }

    /** The way of the memory. */
    List<Pipe> ofMemory(Job job) {
        var path = new ArrayList<Pipe>();
        across(job, path, true);
        return path;
    }

    /** The way of a disk. */
    List<Pipe> of(Job job, Job.DiskCopy disk) {
        var path = new ArrayList<Pipe>();
        Estate.DatastorePorts from = datastores.get(disk.fromDatastore());
        Estate.DatastorePorts to = datastores.get(disk.toDatastore());
        if (from != null) {
            path.add(pipe("datastore " + from.id() + " read", from.readBytesPerSecond()));
        }
        if (!job.fromHost().equals(job.toHost())) {
            across(job, path, disk.transport() == Job.Transport.VMOTION);
            if (disk.transport() == Job.Transport.NFC) {
                path.add(pipe("file copy " + job.fromHost() + " → " + job.toHost(), nfc));
            }
        }
        if (to != null) {
            path.add(pipe("datastore " + to.id() + " write", to.writeBytesPerSecond()));
        }
        return path;
    }

    private void across(Job job, List<Pipe> path, boolean vmotion) {
        Estate.HostPorts from = known(hosts, "host", job.fromHost(), job);
        Estate.HostPorts to = known(hosts, "host", job.toHost(), job);
        path.add(hostPipe(from, vmotion, " out"));
        for (String link : job.links()) {
            Estate.SiteLink each = known(links, "link", link, job);
            path.add(linkPipe(each));
        }
        path.add(hostPipe(to, vmotion, " in"));
    }

    private Pipe linkPipe(Estate.SiteLink link) {
        return pipe("link " + link.id(), goodput * link.bytesPerSecond());
    }

    private Pipe hostPipe(Estate.HostPorts host, boolean vmotion, String way) {
        String network = vmotion ? " vMotion" : " provisioning";
        return pipe("host " + host.id() + network + way, goodput * speed(host, vmotion));
    }

    private static double speed(Estate.HostPorts host, boolean vmotion) {
        return vmotion ? host.vmotionBytesPerSecond() : host.provisioningBytesPerSecond();
    }

    private Pipe pipe(String name, double capacity) {
        return pipes.computeIfAbsent(name, each -> new Pipe(each, capacity));
    }

    /** The pipes that break with something; made if nothing has gone through them yet. */
    List<Pipe> hitBy(Failure failure) {
        var hit = new ArrayList<Pipe>();
        if (failure.kind() == Failure.Kind.LINK) {
            links.values().stream()
                    .filter(link -> failure.means(link.id()))
                    .sorted(Comparator.comparing(Estate.SiteLink::id))
                    .forEach(link -> hit.add(linkPipe(link)));
        }
        Estate.HostPorts host = hosts.get(failure.name());
        if (host != null && failure.kind() != Failure.Kind.DATASTORE) {
            for (boolean vmotion : failure.kind() == Failure.Kind.HOST ? new boolean[] {true, false} : TRUE) {
                hit.add(hostPipe(host, vmotion, " out"));
                hit.add(hostPipe(host, vmotion, " in"));
            }
        }
        return hit;
    }

    /**
     * Checks that what is to break is there.
     *
     * @throws IllegalArgumentException if it is not, naming what is
     */
    void check(Failure failure) {
        var known = switch (failure.kind()) {
            case LINK -> links.keySet();
            case HOST, ADAPTER -> hosts.keySet();
            case DATASTORE -> datastores.keySet();
        };
        if (known.stream().noneMatch(failure::means)) {
            throw new IllegalArgumentException("Nothing of this plan is the "
                    + failure.kind().name().toLowerCase(Locale.ROOT) + " \"" + failure.name() + "\".\nMaybe "
                    + nearest(failure.name(), known) + ".");
        }
    }

    /** The name with the fewest letters to change, add or leave out. */
    private static String nearest(String name, Set<String> known) {
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(each -> changes(plain(name), plain(each))))
                .orElse("it takes no part in any approved migration");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("→", "->").replace(" ", "");
    }

    /** Levenshtein's distance. */
    private static int changes(String a, String b) {
        int[] before = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[b.length()];
    }

    /** How many vMotion adapters both ends have, counting each as fast as the slowest. */
    int adapters(Job job) {
        return Math.min(
                hosts(job.fromHost(), job).adapters(), hosts(job.toHost(), job).adapters());
    }

    private Estate.HostPorts hosts(String id, Job job) {
        return known(hosts, "host", id, job);
    }

    /** Round-trip time of a job's site links together. */
    double rttSeconds(Job job) {
        return job.links().stream()
                .mapToDouble(link -> known(links, "link", link, job).rttSeconds())
                .sum();
    }

    /** All pipes, in the order of first use. */
    List<Pipe> pipes() {
        return List.copyOf(pipes.values());
    }

    /** Makes hosts known to the admission. */
    void announce(Admission admission) {
        hosts.values()
                .forEach(host -> admission.host(
                        host.id(), costs.hostBudget(), costs.adapterBudget(host.slowestVmotionBitsPerSecond())));
    }

    /** What a job is charged to; makes its datastores known to the admission. */
    WaitingLine.Needs needs(Job job, Admission admission) {
        known(hosts, "host", job.fromHost(), job);
        known(hosts, "host", job.toHost(), job);
        var datastores = new LinkedHashMap<String, Integer>();
        int points = costs.cost(job.operation(), "datastore");
        if (points > 0) {
            charged(job).forEach(id -> {
                admission.datastore(id, costs.datastoreBudget());
                datastores.merge(id, points, Integer::sum);
            });
        }
        if (costs.vCenterBudget() < Integer.MAX_VALUE) {
            job.vCenters().stream().map(id -> "vCenter " + id).forEach(id -> {
                admission.datastore(id, costs.vCenterBudget());
                datastores.put(id, 1);
            });
        }
        boolean within = job.fromHost().equals(job.toHost());
        return new WaitingLine.Needs(
                within ? List.of(job.fromHost()) : List.of(job.fromHost(), job.toHost()),
                costs.cost(job.operation(), "host"),
                costs.cost(job.operation(), "vmotion-network"),
                datastores,
                job.high());
    }

    /** Each datastore that is left and each that is reached; the VM's own where its storage stays. */
    private static List<String> charged(Job job) {
        if (job.disks().isEmpty()) {
            return job.datastore() == null ? List.of() : List.of(job.datastore());
        }
        var from = job.disks().stream().map(Job.DiskCopy::fromDatastore).distinct();
        var to = job.disks().stream().map(Job.DiskCopy::toDatastore).distinct();
        return Stream.concat(from, to).toList();
    }
}
