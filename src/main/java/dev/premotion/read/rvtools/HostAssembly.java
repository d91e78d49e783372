package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the records of hosts and clusters, and says of each listing whether it is all there is. */
final class HostAssembly {

    private final Workbook workbook;
    private final Notes notes;
    private final Origins places;
    private final PlaceOrigin listings;
    private final PlaceOrigin rules;

    HostAssembly(Workbook workbook, Notes notes, Origins places) {
        this.workbook = workbook;
        this.notes = notes;
        this.places = places;
        var sheets = new TreeMap<String, String>();
        listing(sheets, "vmkernelAdapters", Tables.VMKERNEL, null);
        listing(sheets, "physicalNics", Tables.NIC_CARD, null);
        listing(sheets, "standardSwitches", Tables.SWITCH, null);
        listing(sheets, "datastores", Tables.DATASTORE, "Hosts");
        listing(sheets, "lunUuids", Tables.MULTI_PATH, "UUID");
        listing(sheets, "networks", Tables.PORT, null);
        this.listings = new PlaceOrigin(sheets);
        var info = workbook.sheet(Tables.INFO);
        this.rules = new PlaceOrigin(
                info == null ? Map.of() : Map.of("rules", workbook.file + " " + info.column("Cluster rule name(s)")));
    }

    private void listing(TreeMap<String, String> sheets, String property, Table table, @Nullable String header) {
        var sheet = workbook.sheet(table);
        if (sheet != null) {
            sheets.put(property, workbook.file + " " + (header == null ? sheet.name() : sheet.column(header)));
        }
    }

    Host host(Site site, HostInMaking host) {
        var datastores = workbook.sheet(Tables.DATASTORE);
        var draft = host.thing.draft();
        draft.set("vmkernelAdapters", seen(Tables.VMKERNEL, host.vmkernelAdapters, false))
                .set("physicalNics", seen(Tables.NIC_CARD, host.physicalNics, false))
                .set("standardSwitches", seen(Tables.SWITCH, host.standardSwitches, host.networkSeen()))
                .set("networks", networks(site, host))
                .set("lunUuids", host.luns.isEmpty() ? null : Listing.partial(List.copyOf(new TreeSet<>(host.luns))));
        if (datastores != null && datastores.has("Hosts")) {
            draft.set("datastores", new Listing<>(host.mounts, !datastores.broken && !site.lacks("mounts")));
        }
        host.thing.origins().add(listings);
        return host.thing.build(site.id, places);
    }

    /** What a sheet lists of a host: a host without a row was probably not connected, so that nothing is known of it. */
    private <T> @Nullable Listing<T> seen(Table table, List<T> read, boolean noneIsKnown) {
        return !workbook.has(table) || (read.isEmpty() && !noneIsKnown)
                ? null
                : new Listing<>(read, workbook.whole(table));
    }

    /** Opaque networks stand in no sheet; where a VM uses a network that is not listed, others may be missing too. */
    private @Nullable Listing<String> networks(Site site, HostInMaking host) {
        if (host.networks.isEmpty()) {
            return null;
        }
        var members = workbook.sheet(Tables.DV_SWITCH);
        boolean complete = networksAreAll(site)
                && members != null
                && !members.broken
                && members.has("Host members")
                && !site.lacks("members")
                && !site.lacks("switches");
        return new Listing<>(host.networks.stream().map(Thing::id).toList(), complete);
    }

    boolean networksAreAll(Site site) {
        return workbook.whole(Tables.PORT) && workbook.whole(Tables.DV_PORT) && !site.lacks("networks");
    }

    Cluster cluster(Site site, Thing<Cluster> cluster) {
        evc(site, cluster);
        cluster.draft().set("rules", site.rules.of(cluster.id()));
        cluster.origins().add(rules);
        return cluster.build(site.id, places);
    }

    /** RVTools tells the EVC mode of each host only; it is the cluster's. */
    private void evc(Site site, Thing<Cluster> cluster) {
        var hosts = site.hosts.all().stream()
                .filter(host -> cluster.id().equals(host.thing.draft().get("cluster")))
                .toList();
        var modes = new TreeSet<String>();
        for (var host : hosts) {
            if (host.thing.draft().get("evcMode") instanceof String mode) {
                modes.add(mode);
            }
        }
        if (!modes.isEmpty()) {
            var place = hosts.stream()
                    .map(host -> host.withEvc)
                    .filter(java.util.Objects::nonNull)
                    .findFirst();
            on(cluster, modes, place.orElse(""));
        } else if (!hosts.isEmpty() && hosts.stream().allMatch(host -> host.withoutEvc != null)) {
            cluster.draft().set("evcEnabled", false);
            cluster.origins().add(at("evcEnabled", "evcEnabled", hosts.get(0).withoutEvc));
        }
    }

    private void on(Thing<Cluster> cluster, TreeSet<String> modes, String place) {
        cluster.draft().set("evcEnabled", true);
        if (modes.size() == 1) {
            cluster.draft().set("evcMode", modes.first());
        } else {
            notes.odd(
                    place,
                    "hosts of one cluster have different EVC modes; the cluster's is taken as unknown",
                    cluster.draft().get("name") + ": " + String.join(", ", modes));
        }
        cluster.origins().add(at("evcEnabled", "evcMode", place));
    }

    private PlaceOrigin at(String one, String other, @Nullable String place) {
        var where = workbook.file + " " + place;
        return new PlaceOrigin(one.equals(other) ? Map.of(one, where) : Map.of(one, where, other, where));
    }

    List<Host> hosts(Site site) {
        var made = new ArrayList<Host>();
        site.hosts.all().forEach(host -> made.add(host(site, host)));
        return made;
    }

    List<Cluster> clusters(Site site) {
        var made = new ArrayList<Cluster>();
        site.clusters.all().forEach(cluster -> made.add(cluster(site, cluster)));
        return made;
    }
}
