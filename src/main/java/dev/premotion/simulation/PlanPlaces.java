package dev.premotion.simulation;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Links;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.InvolvedHost;
import dev.premotion.reference.Tables;
import dev.premotion.simulation.Estate.DatastorePorts;
import dev.premotion.simulation.Estate.HostPorts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hosts, datastores and links that a plan uses, with guesses for what the inventory does not say of them. */
final class PlanPlaces {
    private static final double MBPS = 1e6 / 8;
    /** vMotions that vCenter admits for one pair of hosts with 10 GbE. */
    private static final int AT_ONCE = 8;

    private final Inventory inventory;
    private final Tables tables;
    private final Guesses guesses;
    private final Map<String, HostPorts> hosts = new LinkedHashMap<>();
    private final Map<String, DatastorePorts> datastores = new LinkedHashMap<>();
    private final Map<String, Estate.SiteLink> links = new LinkedHashMap<>();
    private final Map<Ref, String> names = new LinkedHashMap<>();
    /** The names that are given, by kind of thing. */
    private final Map<String, Set<String>> taken = new HashMap<>();

    private final Set<String> assumptions = new TreeSet<>();

    PlanPlaces(Inventory inventory, Tables tables, Guesses guesses) {
        this.inventory = inventory;
        this.tables = tables;
        this.guesses = guesses;
    }

    Estate estate(List<Job> jobs) {
        return new Estate(
                List.copyOf(hosts.values()), List.copyOf(datastores.values()), List.copyOf(links.values()), jobs);
    }

    /** What was taken for granted for hosts, datastores and links. */
    List<String> assumptions() {
        return List.copyOf(assumptions);
    }

    /** A host's id, made known with its networks. */
    String host(Host host, VCenter vCenter) {
        var id = name(host.ref(), host.label(), vCenter);
        hosts.computeIfAbsent(id, key -> {
            var vmotion = HostNetworks.of(host, "vmotion");
            Integer fastest = new InvolvedHost(host, null, vCenter, tables).vmotionLinkMbps();
            double mbps;
            if (vmotion.known()) {
                mbps = vmotion.total();
            } else if (fastest != null && fastest > 0) {
                mbps = fastest;
            } else {
                mbps = guess(Input.VMOTION_NETWORK, id, "vMotion networks whose speed is not known carry");
            }
            double slowest = vmotion.known() ? vmotion.slowest() : mbps;
            return new HostPorts(id, mbps * MBPS, provisioning(host, id) * MBPS, slowest * 1e6);
        });
        return id;
    }

    /** Cold data goes over the provisioning network where there is one, else over the management network. */
    private double provisioning(Host host, String id) {
        for (String service : List.of("vSphereProvisioning", "management")) {
            var network = HostNetworks.of(host, service);
            if (network.known()) {
                return network.total();
            }
        }
        return guess(Input.PROVISIONING_NETWORK, id, "provisioning networks whose speed is not known carry");
    }

    private double guess(Input input, String thing, String what) {
        assumptions.add(input.between(what));
        return guesses.of(input, thing);
    }

    String datastore(@Nullable Datastore datastore) {
        if (datastore == null) {
            return "unknown";
        }
        var vCenter = inventory.vCenters().stream()
                .filter(v -> v.ref().id().equals(datastore.ref().vCenter()))
                .findFirst()
                .orElse(null);
        var id = name(datastore.ref(), datastore.label(), vCenter);
        datastores.computeIfAbsent(id, key -> {
            double bytes = guess(Input.DATASTORE, id, "datastores deliver to copies") * 1e6;
            return new DatastorePorts(id, bytes, bytes);
        });
        return id;
    }

    /**
     * Names are what people know; where two hosts or two datastores share one, the vCenter tells them apart, and where that
     * is not enough the managed object's id.
     */
    private String name(Ref thing, String label, @Nullable VCenter vCenter) {
        return names.computeIfAbsent(thing, ref -> {
            var taken = this.taken.computeIfAbsent(ref.kind(), kind -> new HashSet<>());
            var of = vCenter == null ? "" : " of " + vCenter.label();
            return Stream.of(label, label + of, label + of + " (" + ref.id() + ")", label + " (" + ref + ")")
                    .filter(taken::add)
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** What ESXi supports over a distance; the rules judge it, and vCenter does not hold back what is too much at once. */
    private void longDistance(String id, double mbps, double rtt) {
        var limits = MigrationConstants.of("network", "");
        long atOnce = (long) (mbps / limits.value("longDistanceShare"));
        if (atOnce < AT_ONCE) {
            assumptions.add(id + " has room for " + atOnce + " vMotions at once by the "
                    + Quantity.number(limits.value("longDistanceShare")) + " Mbit/s that ESXi asks for each");
        }
        if (rtt > limits.value("longDistanceRtt")) {
            assumptions.add(id + " is farther than the " + Quantity.number(limits.value("longDistanceRtt"))
                    + " ms of round trip that ESXi supports");
        }
    }

    /** The link between two vCenters, if there are two. */
    List<String> link(VCenter from, VCenter to) {
        if (from.ref().equals(to.ref())) {
            return List.of();
        }
        var id = from.label() + " → " + to.label();
        links.computeIfAbsent(id, key -> {
            var known = Links.known(inventory, from, to);
            double mbps = known.bandwidthMbps() == null
                    ? guess(Input.VMOTION_NETWORK, id, "links between vCenters whose bandwidth is not known carry")
                    : known.bandwidthMbps();
            double rtt = known.rttMillis() == null ? 0 : known.rttMillis();
            longDistance(id, mbps, rtt);
            return new Estate.SiteLink(id, mbps * MBPS, rtt / 1000);
        });
        return List.of(id);
    }
}
