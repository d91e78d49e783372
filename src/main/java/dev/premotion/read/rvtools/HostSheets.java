package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.HostCapability;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.read.EscapedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clusters, hosts and resource pools: vCluster, vHost and vRP. */
final class HostSheets {

    private static final Pattern ESXI = Pattern.compile("(?i).*\\bESXi? (\\d+(?:\\.\\d+)+)(?:.*?build-(\\d+))?.*");
    private static final Pattern LICENSE_KEY = Pattern.compile("[(\\[]?\\b[0-9A-Z*]{5}(?:-[0-9A-Z*]{5}){4}\\b[)\\]]?");

    private final Estate estate;

    /** How many hosts vCluster says each cluster has. */
    final Map<Thing<Cluster>, Integer> statedHosts = new HashMap<>();

    HostSheets(Estate estate) {
        this.estate = estate;
    }

    void read() {
        estate.workbook.read(Tables.CLUSTER, this::cluster);
        estate.sites().forEach(this::clusters);
        estate.workbook.read(Tables.HOST, this::host);
        estate.workbook.read(Tables.POOL, this::pool);
    }

    private void cluster(Line line) {
        var site = estate.site(line);
        var name = named(line, "Name");
        var id = estate.id(site.clusters, line, "cluster:" + name);
        if (id == null) {
            return;
        }
        var cluster = Thing.of(Kind.CLUSTER, id, Cluster.class);
        cluster.draft().set("name", name);
        line.fill(cluster.draft());
        var stated = line.count("NumHosts");
        if (stated != null) {
            statedHosts.put(cluster, stated);
        }
        cluster.origins().add(line.origin(estate.file));
        site.clusters.put(id, name, cluster);
    }

    /** vCluster tells no datacenter: of clusters with one name in several, it cannot be said which row is which. */
    private void clusters(Site site) {
        for (var name : site.clusters.dropRepeated()) {
            site.commonClusterNames.add(name);
            site.lacksSome("clusters");
            estate.notes.odd(
                    "vCluster",
                    "clusters of one name; they are told apart by their datacenters, and what vCluster says of them is"
                            + " left out",
                    name);
        }
    }

    private void host(Line line) {
        var site = estate.site(line);
        var name = named(line, "Host");
        var id = estate.id(site.hosts, line, "host:" + name);
        if (id == null) {
            return;
        }
        var host = new HostInMaking(Thing.of(Kind.HOST, id, Host.class), name);
        var draft = host.thing.draft().set("name", name);
        line.fill(draft);
        place(draft, site, line);
        processor(draft, line);
        software(draft, line);
        memory(draft, line);
        if (draft.get("evcMode") != null) {
            host.withEvc = line.place("Current EVC");
        } else if (draft.get("maxEvcMode") != null && line.empty("Current EVC")) {
            host.withoutEvc = line.place("Current EVC");
        }
        host.statedVms = line.count("# VMs total");
        host.statedRunning = line.count("# VMs");
        host.thing.origins().add(line.origin(estate.file));
        site.hosts.put(id, name, host);
    }

    private void place(Draft<Host> draft, Site site, Line line) {
        draft.set("datacenter", estate.datacenter(site, line));
        draft.set("cluster", estate.cluster(site, line));
        if (line.text("Cluster") != null) {
            draft.set("standalone", false);
        } else if (line.empty("Cluster") && line.text("Datacenter") != null) {
            draft.set("standalone", true);
            line.tookEmpty("Cluster");
        }
    }

    private static void processor(Draft<Host> draft, Line line) {
        var model = line.text("CPU Model");
        if (model == null) {
            return;
        }
        var lower = model.toLowerCase(Locale.ROOT);
        draft.set("cpuModel", model)
                .set("cpuVendor", lower.contains("intel") ? "intel" : lower.contains("amd") ? "amd" : null);
    }

    private static void software(Draft<Host> draft, Line line) {
        var product = line.text("ESX Version");
        var matcher = ESXI.matcher(product == null ? "" : product);
        if (matcher.matches()) {
            draft.set("version", matcher.group(1)).set("build", matcher.group(2));
        }
        var capability = new Draft<>(HostCapability.class)
                .set("vmotionSupported", line.truth("VMotion support"))
                .set("storageVMotionSupported", line.truth("Storage VMotion support"))
                .build();
        if (capability.vmotionSupported() != null || capability.storageVMotionSupported() != null) {
            draft.set("capability", capability);
        }
        draft.set("licenseName", withoutKey(line.text("Assigned License(s)")));
        var servers = list(line.text("NTP Server(s)"));
        draft.set("timeSources", servers.isEmpty() ? null : Listing.complete(servers));
    }

    private static @Nullable String withoutKey(@Nullable String license) {
        var name = license == null
                ? ""
                : LICENSE_KEY.matcher(license).replaceAll("").replaceAll("^[\\s,;:-]+|[\\s,;:-]+$", "");
        return name.isEmpty() ? null : name;
    }

    /** RVTools gives memory in use as a whole percentage of what is installed. */
    private static void memory(Draft<Host> draft, Line line) {
        if (line.get("Memory usage %") instanceof Double percent && draft.get("memoryMiB") instanceof Long installed) {
            draft.set("memoryUsedMiB", Math.round(installed * percent / 100));
        }
    }

    private void pool(Line line) {
        var site = estate.site(line);
        var path = line.text("Resource Pool path");
        var name = named(line, "Resource Pool name");
        var id = estate.id(site.pools, line, "pool:" + (path == null ? name : path));
        if (id == null) {
            return;
        }
        var pool = Thing.of(Kind.POOL, id, ResourcePool.class);
        pool.draft().set("name", name);
        line.fill(pool.draft());
        if (path != null) {
            pool.draft().set("path", path).set("owner", owner(site, path));
        }
        pool.origins().add(line.origin(estate.file));
        site.pools.put(id, path == null ? name : path, pool);
    }

    /** A path reads /datacenter/cluster or host/Resources/pool; slashes in names are escaped. */
    private static @Nullable String owner(Site site, String path) {
        var parts = List.of(path.split("/"));
        int resources = parts.indexOf("Resources");
        if (resources < 1) {
            return null;
        }
        var name = EscapedName.unescape(parts.get(resources - 1));
        var cluster = site.clusters.byName(name);
        var host = site.hosts.byName(name);
        return cluster != null ? cluster.id() : host != null ? host.id() : null;
    }

    /** Names in a cell. */
    static List<String> list(@Nullable String cell) {
        var names = new ArrayList<String>();
        for (var name : cell == null ? new String[0] : cell.split("[,;\\n]")) {
            if (!name.isBlank()) {
                names.add(EscapedName.unescape(name.strip()));
            }
        }
        return names;
    }

    private static String named(Line line, String header) {
        var name = line.text(header);
        return name == null ? "" : name; // a row without it never gets here
    }
}
