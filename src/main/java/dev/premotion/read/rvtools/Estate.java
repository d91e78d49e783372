package dev.premotion.read.rvtools;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything read from a workbook so far: its vCenters, and how names in it are looked up. */
final class Estate {

    final Workbook workbook;
    final Notes notes;
    final String file;

    private final Map<String, Site> byId = new LinkedHashMap<>();
    private @Nullable String metaServer;

    Estate(Workbook workbook, Notes notes) {
        this.workbook = workbook;
        this.notes = notes;
        this.file = workbook.file;
        for (var sheet : workbook.sheets()) {
            if (sheet.table.positions().containsKey("VI SDK UUID")) {
                workbook.first(sheet, this::meet);
            }
        }
        for (var sheet : byId.isEmpty() ? workbook.sheets() : List.<Sheet>of()) {
            if (sheet.table.positions().containsKey("VI SDK Server")) {
                workbook.first(sheet, this::meetServer);
            }
        }
    }

    /** Nor do all sheets of a database export name the server. */
    private void meetServer(Line line) {
        if (line.text("VI SDK Server") != null) {
            site(line);
        }
    }

    /** A vCenter that some sheet names in its first row is known before rows that do not name it. */
    private void meet(Line line) {
        if (line.text("VI SDK UUID") != null) {
            site(line);
        }
    }

    /** What vMetaData calls the vCenter, for workbooks whose rows do not name one. */
    void metaServer(@Nullable String server) {
        metaServer = server;
    }

    /** The vCenters met so far. */
    Collection<Site> sites() {
        return byId.values();
    }

    /** All vCenters; a workbook without rows that would name one still is of one. */
    Collection<Site> allSites() {
        if (byId.isEmpty()) {
            standIn(metaServer);
        }
        return byId.values();
    }

    /** The vCenter of a row: the one it names, else the only one there is, else one that stands for it. */
    Site site(Line line) {
        var uuid = line.text("VI SDK UUID");
        var server = line.text("VI SDK Server");
        if (uuid != null) {
            var site = byId.computeIfAbsent(uuid, id -> new Site(id, server));
            site.server = site.server == null ? server : site.server;
            return site;
        }
        for (var site : byId.values()) {
            if (server != null && server.equals(site.server)) {
                return site;
            }
        }
        return byId.size() == 1 && server == null
                ? byId.values().iterator().next()
                : standIn(server == null ? metaServer : server);
    }

    private Site standIn(@Nullable String server) {
        var name = Path.of(file).getFileName();
        var id = server != null ? "server:" + server : "file:" + (name == null ? file : name.toString());
        return byId.computeIfAbsent(id, key -> new Site(key, server));
    }

    /** Id of what a row lists; absent, and noted, where it was listed before. */
    @Nullable
    String id(Names<?> known, Line line, String standIn) {
        var id = line.text("Object ID");
        if (id == null) {
            if (known.hasId(standIn)) {
                notes.odd(
                        line.place(),
                        "a name that stood here before, without an Object ID to tell the two apart",
                        standIn);
            }
            return known.unused(standIn);
        }
        if (known.hasId(id)) {
            notes.odd(line.place("Object ID"), "the same object a second time; the row was left out", id);
            return null;
        }
        return id;
    }

    /** A cell with its file. */
    String at(Line line, String header) {
        return file + " " + line.place(header);
    }

    /** Id of the datacenter a row names; absent where it names none. */
    @Nullable
    String datacenter(Site site, Line line) {
        var name = line.text("Datacenter");
        return name == null ? null : site.datacenter(name, () -> at(line, "Datacenter"));
    }

    /** Id of the cluster a row names; absent where there is none of the name, or several. */
    @Nullable
    String cluster(Site site, Line line) {
        var name = line.text("Cluster");
        if (name == null) {
            return null;
        }
        var datacenter = datacenter(site, line);
        if (!workbook.has(Tables.CLUSTER) || site.commonClusterNames.contains(name)) {
            return site.clusterByName(name, datacenter, () -> at(line, "Cluster"));
        }
        var cluster = site.clusters.byName(name);
        if (cluster == null) {
            unknown(site, "cluster", line.place("Cluster"), "vCluster", name, site.clusters.repeats(name));
            return null;
        }
        if (datacenter != null && cluster.draft().get("datacenter") == null) {
            cluster.draft().set("datacenter", datacenter);
            cluster.origins().add(new PlaceOrigin(Map.of("datacenter", at(line, "Datacenter"))));
        }
        return cluster.id();
    }

    /** The host a row names; absent where there is none of the name, or several. */
    @Nullable
    HostInMaking host(Site site, @Nullable String name, Line line, String header) {
        if (name == null) {
            return null;
        }
        if (!workbook.has(Tables.HOST)) {
            return site.hostByName(name, () -> at(line, header));
        }
        var host = site.hosts.byName(name);
        if (host == null) {
            unknown(site, "host", line.place(header), "vHost", name, site.hosts.repeats(name));
        }
        return host;
    }

    /** The VM a detail row belongs to; absent, and noted, where vInfo has none such or where it cannot be told apart. */
    @Nullable
    VmInMaking vm(Line line) {
        var name = line.text("VM");
        var id = line.text("VM ID");
        if (name == null) {
            return null;
        }
        boolean repeated = false;
        for (var site : line.text("VI SDK UUID") == null ? sites() : List.of(site(line))) {
            var vm = find(site, name, id);
            if (vm != null) {
                line.sheet.attributed++;
                if (!name.equals(vm.name)) {
                    notes.odd(
                            line.place(),
                            "not the name that vInfo gives to this VM ID; the id was trusted",
                            name + " instead of " + vm.name);
                }
                return vm;
            }
            repeated |= site.vms.repeats(name);
        }
        orphan(line, name, id == null && repeated);
        return null;
    }

    private static @Nullable VmInMaking find(Site site, String name, @Nullable String id) {
        var byId = site.vms.byId(id);
        if (byId != null) {
            return byId;
        }
        var byName = site.vms.byName(name);
        if (byName == null || id == null) {
            return byName;
        }
        if (byName.managedId() != null) {
            return null; // another VM of the same name
        }
        byName.adopt(id);
        site.vms.alias(id, byName);
        return byName;
    }

    private void orphan(Line line, String name, boolean ambiguous) {
        if (ambiguous) {
            line.sheet.unattributed.add(name);
            notes.odd(
                    line.place(),
                    "several VMs have this name and no VM ID tells which is meant; the row was left out",
                    name);
        } else {
            sites().forEach(site -> site.lacksSome("vms"));
            notes.odd(
                    line.place(),
                    "a row of a VM that vInfo does not list; it was left out, and vInfo is not taken to list all VMs",
                    name);
        }
    }

    /** Id of the datastore that a datastore path names; absent where it names none that is known. */
    @Nullable
    String datastore(Site site, @Nullable String path, Line line, String header) {
        if (path == null || !path.startsWith("[") || path.indexOf(']') < 2 || !workbook.has(Tables.DATASTORE)) {
            return null;
        }
        var name = path.substring(1, path.indexOf(']'));
        var datastore = site.datastores.byName(name);
        if (datastore == null) {
            unknown(site, "datastore", line.place(header), "vDatastore", name, site.datastores.repeats(name));
        }
        return datastore == null ? null : datastore.id();
    }

    private void unknown(Site site, String kind, String place, String sheet, String name, boolean repeated) {
        if (repeated) {
            notes.odd(
                    place, "a " + kind + " whose name stands more than once in " + sheet + "; taken as unknown", name);
        } else {
            site.lacksSome(kind + "s");
            notes.odd(place, "a " + kind + " that " + sheet + " does not list; taken as unknown", name);
        }
    }
}
