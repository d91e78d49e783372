package dev.premotion.read.rvtools;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheets with one row for each VM: vInfo, vCPU, vMemory and vTools. */
final class VmSheets {

    /** Columns that came with RVTools 4.4.1: since 4.3.1, VM UUID is vCenter's own UUID. */
    private static final List<String> NEW_COLUMNS = List.of("SMBIOS UUID", "Suspended To Memory", "Active Memory");

    private final Estate estate;
    private final CentreSheets centres;

    VmSheets(Estate estate, CentreSheets centres) {
        this.estate = estate;
        this.centres = centres;
    }

    void read() {
        var info = estate.workbook.sheet(Tables.INFO);
        if (info == null) {
            estate.notes.add("vInfo", "there is no vInfo that can be read, so that nothing is known of any VM");
            return;
        }
        var uuid = uuidProperty(info);
        estate.workbook.read(Tables.INFO, line -> vm(line, uuid));
        estate.workbook.read(Tables.CPU, this::more);
        estate.workbook.read(Tables.MEMORY, this::more);
        estate.workbook.read(Tables.TOOLS, this::more);
    }

    private void vm(Line line, @Nullable String uuid) {
        var site = estate.site(line);
        var name = line.text("VM");
        var id = line.text("VM ID");
        if (name == null) {
            return;
        }
        if (id != null && site.vms.hasId(id)) {
            estate.notes.odd(line.place("VM ID"), "the same VM a second time; the row was left out", name);
            return;
        }
        var vm = new VmInMaking(site, name, id, site.vms.unused("vm:" + name));
        vm.draft.set("name", name);
        line.fill(vm.draft);
        place(vm, line);
        home(vm, line);
        if (uuid != null && vm.draft.get(uuid) == null) {
            vm.draft.set(uuid, line.text("VM UUID"));
        }
        vm.statedDisks = line.count("Disks");
        vm.statedNics = line.count("NICs");
        rules(vm, line);
        centres.ofVm(site, line);
        vm.origins.add(line.origin(estate.file));
        site.vms.put(vm.id(), name, vm);
    }

    private void place(VmInMaking vm, Line line) {
        var site = vm.site;
        var datacenter = estate.datacenter(site, line);
        var cluster = estate.cluster(site, line);
        var host = estate.host(site, line.text("Host"), line, "Host");
        vm.draft.set("datacenter", datacenter).set("cluster", cluster);
        if (host != null) {
            vm.draft.set("host", host.id());
            if (!estate.workbook.has(Tables.HOST)) {
                var known = host.thing.draft();
                known.set("datacenter", known.get("datacenter") == null ? datacenter : known.get("datacenter"));
                known.set("cluster", known.get("cluster") == null ? cluster : known.get("cluster"));
            }
        }
    }

    private void home(VmInMaking vm, Line line) {
        var path = line.text("Path");
        vm.draft.set("vmPathName", path).set("homeDatastore", estate.datastore(vm.site, path, line, "Path"));
        var pool = line.text("Resource pool");
        if (pool != null && estate.workbook.has(Tables.POOL)) {
            var known = vm.site.pools.byName(pool);
            if (known == null) {
                estate.notes.odd(
                        line.place("Resource pool"),
                        "a resource pool that vRP does not list once; taken as unknown",
                        pool);
            } else {
                vm.draft.set("resourcePool", known.id());
            }
        }
    }

    private static void rules(VmInMaking vm, Line line) {
        var names = line.text("Cluster rule name(s)");
        if (names != null && vm.draft.get("cluster") instanceof String cluster) {
            vm.site.rules.add(cluster, line.text("Cluster rule(s)"), names, vm);
        }
    }

    /** A row that says more of a VM. */
    private void more(Line line) {
        var vm = estate.vm(line);
        if (vm != null) {
            line.fill(vm.draft);
            vm.origins.add(line.origin(estate.file));
        }
    }

    /** Which UUID the column VM UUID holds: the SMBIOS one until RVTools 4.3; absent where the version cannot be told. */
    private @Nullable String uuidProperty(Sheet info) {
        var version = centres.rvToolsVersion();
        if (NEW_COLUMNS.stream().anyMatch(info::has) || estate.workbook.has(Tables.SOURCE)) {
            return "instanceUuid";
        }
        return version == null ? null : atLeast(version, List.of(4, 3, 1)) ? "instanceUuid" : "biosUuid";
    }

    private static boolean atLeast(String version, List<Integer> least) {
        var parts = version.replaceAll("[^0-9.]", "").split("\\.");
        for (int i = 0; i < least.size(); i++) {
            int part = i < parts.length && parts[i].matches("\\d{1,6}") ? Integer.parseInt(parts[i]) : 0;
            if (part != least.get(i)) {
                return part > least.get(i);
            }
        }
        return true;
    }
}
