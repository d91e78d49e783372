package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the records of vCenters from everything that was read. */
final class Assembly {

    /** What the sheets list of a vCenter. */
    private static final Map<String, Table> LISTINGS = Map.of(
            "vms", Tables.INFO,
            "hosts", Tables.HOST,
            "clusters", Tables.CLUSTER,
            "datastores", Tables.DATASTORE,
            "networks", Tables.PORT,
            "distributedSwitches", Tables.DV_SWITCH,
            "resourcePools", Tables.POOL,
            "licenses", Tables.LICENSE);

    private final Workbook workbook;
    private final Origins places;
    private final HostAssembly hosts;
    private final VmAssembly vms;

    Assembly(Estate estate, Origins places) {
        this.workbook = estate.workbook;
        this.places = places;
        this.hosts = new HostAssembly(workbook, estate.notes, places);
        this.vms = new VmAssembly(workbook, places);
    }

    VCenter vCenter(Site site, @Nullable Instant capturedAt) {
        var ref = new Ref(Kind.VCENTER, site.id, site.id);
        site.origins.forEach(origin -> places.read(ref, origin));
        places.read(ref, listings());
        return site.draft
                .set("ref", ref)
                .set("name", site.server)
                .set("capturedAt", capturedAt)
                .set("licenses", site.licenses.isEmpty() ? null : listing(Tables.LICENSE, site.licenses, true))
                .set("datacenters", named(build(site, site.datacenters.all())))
                .set("clusters", clusters(site))
                .set("hosts", hosts(site))
                .set("resourcePools", listing(Tables.POOL, build(site, site.pools.all()), true))
                .set(
                        "datastores",
                        listing(Tables.DATASTORE, build(site, site.datastores.all()), !site.lacks("datastores")))
                .set("datastoreClusters", named(build(site, site.datastoreClusters.all())))
                .set("networks", networks(site))
                .set(
                        "distributedSwitches",
                        listing(Tables.DV_SWITCH, build(site, site.switches.all()), !site.lacks("switches")))
                .set("vms", listing(Tables.INFO, vms(site), !site.lacks("vms")))
                .build();
    }

    private PlaceOrigin listings() {
        var sheets = new TreeMap<String, String>();
        LISTINGS.forEach((property, table) -> {
            var sheet = workbook.sheet(table);
            if (sheet != null) {
                sheets.put(property, workbook.file + " " + sheet.name());
            }
        });
        return new PlaceOrigin(sheets);
    }

    private List<Vm> vms(Site site) {
        var made = new ArrayList<Vm>(site.vms.size());
        site.vms.all().forEach(vm -> made.add(vms.build(vm)));
        return made;
    }

    private @Nullable Listing<?> clusters(Site site) {
        var made = hosts.clusters(site);
        return workbook.has(Tables.CLUSTER) ? listing(Tables.CLUSTER, made, !site.lacks("clusters")) : named(made);
    }

    private @Nullable Listing<?> hosts(Site site) {
        var made = hosts.hosts(site);
        return workbook.has(Tables.HOST) ? listing(Tables.HOST, made, !site.lacks("hosts")) : named(made);
    }

    private @Nullable Listing<?> networks(Site site) {
        var made = new ArrayList<dev.premotion.inventory.Network>();
        site.networks.all().forEach(network -> made.add(network.build(site.id, places)));
        return workbook.has(Tables.PORT) || workbook.has(Tables.DV_PORT)
                ? new Listing<>(made, hosts.networksAreAll(site))
                : null;
    }

    /** Things known only because rows of others name them: never all. */
    private static <T> @Nullable Listing<T> named(List<T> things) {
        return things.isEmpty() ? null : Listing.partial(things);
    }

    private <T> @Nullable Listing<T> listing(Table table, List<T> things, boolean all) {
        return workbook.has(table) ? new Listing<>(things, all && workbook.whole(table)) : null;
    }

    private <T extends Record> List<T> build(Site site, Collection<Thing<T>> things) {
        var made = new ArrayList<T>(things.size());
        things.forEach(thing -> made.add(thing.build(site.id, places)));
        return made;
    }
}
