package dev.premotion.read.rvtools;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.PowerState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds what was read against the counts that the workbook states; a sheet that somebody filtered is found out here. */
final class Checks {

    private final Estate estate;
    private final HostSheets hostSheets;
    private final StorageSheets storage;
    private final NetworkSheets networks;
    private final List<StatedCount> counts = new ArrayList<>();

    Checks(Estate estate, HostSheets hostSheets, StorageSheets storage, NetworkSheets networks) {
        this.estate = estate;
        this.hostSheets = hostSheets;
        this.storage = storage;
        this.networks = networks;
    }

    List<StatedCount> all() {
        for (var site : estate.sites()) {
            devices(site);
            hosts(site);
            vmsOfHosts(site);
            vmsOfDatastores(site);
            vmsOfSwitches(site);
        }
        singles();
        return List.copyOf(counts);
    }

    private void devices(Site site) {
        var vms = site.vms.all();
        if (estate.workbook.has(Tables.DISK)) {
            var disks = new Tally<VmInMaking>(Tables.INFO, "Disks", "disks of VMs");
            vms.forEach(vm -> disks.add(vm, vm.name, vm.statedDisks, vm.disks.size()));
            disks.close(
                    "VMs have another number of rows in vDisk, so that their disks are not taken to be all", counts);
        }
        if (estate.workbook.has(Tables.NETWORK)) {
            var nics = new Tally<VmInMaking>(Tables.INFO, "NICs", "network adapters of VMs");
            vms.forEach(vm -> nics.add(vm, vm.name, vm.statedNics, vm.nics.size()));
            nics.close(
                    "VMs have another number of rows in vNetwork, so that their adapters are not taken to be all",
                    counts);
        }
    }

    private void hosts(Site site) {
        if (!estate.workbook.has(Tables.HOST) || !estate.workbook.has(Tables.CLUSTER)) {
            return;
        }
        var read = count(site.hosts.all(), host -> host.thing.draft().get("cluster"));
        var tally = new Tally<Thing<Cluster>>(Tables.CLUSTER, "NumHosts", "hosts of clusters");
        for (var cluster : site.clusters.all()) {
            tally.add(cluster, name(cluster), hostSheets.statedHosts.get(cluster), of(read, cluster.id()));
        }
        if (tally.close(
                "clusters have another number of rows in vHost; where it has fewer, it is not taken to list all hosts",
                counts)) {
            site.lacksSome("hosts");
        }
    }

    /** Templates stay out of the count in some exports: both ways of counting are right. */
    private void vmsOfHosts(Site site) {
        if (!estate.workbook.has(Tables.HOST) || !estate.workbook.has(Tables.INFO)) {
            return;
        }
        var vms = site.vms.all();
        var all = count(vms, vm -> vm.draft.get("host"));
        var templates = count(vms, vm -> Boolean.TRUE.equals(vm.draft.get("template")) ? vm.draft.get("host") : null);
        var running =
                count(vms, vm -> vm.draft.get("powerState") == PowerState.POWERED_ON ? vm.draft.get("host") : null);
        var total = new Tally<HostInMaking>(
                Tables.HOST,
                "# VMs total",
                "VMs on hosts",
                (stated, host) -> stated + of(templates, host.id()) == of(all, host.id()));
        var on = new Tally<HostInMaking>(Tables.HOST, "# VMs", "powered-on VMs on hosts");
        for (var host : site.hosts.all()) {
            total.add(host, host.name, host.statedVms, of(all, host.id()));
            on.add(host, host.name, host.statedRunning, of(running, host.id()));
        }
        boolean missing = total.close(
                "hosts have another number of VMs in vInfo; where it has fewer, it is not taken to list all VMs",
                counts);
        missing |= on.close(
                "hosts have another number of powered-on VMs in vInfo; where it has fewer, it is not taken to list all VMs",
                counts);
        if (missing) {
            site.lacksSome("vms");
        }
    }

    private void vmsOfDatastores(Site site) {
        if (!estate.workbook.has(Tables.DATASTORE) || !estate.workbook.has(Tables.DISK)) {
            return;
        }
        var read = new HashMap<String, Integer>();
        for (var vm : site.vms.all()) {
            datastores(vm).forEach(datastore -> read.merge(datastore, 1, Integer::sum));
        }
        if (read.isEmpty()) {
            return; // somebody took the paths out
        }
        var tally = new Tally<Thing<?>>(Tables.DATASTORE, "# VMs total", "VMs on datastores");
        for (var datastore : site.datastores.all()) {
            tally.add(datastore, name(datastore), storage.statedVms.get(datastore), of(read, datastore.id()));
        }
        tally.close("datastores hold files of another number of VMs than those read", counts);
    }

    private static Set<String> datastores(VmInMaking vm) {
        var ids = new HashSet<String>();
        if (vm.draft.get("homeDatastore") instanceof String home) {
            ids.add(home);
        }
        vm.disks.forEach(disk -> {
            if (disk.draft().get("datastore") instanceof String id) {
                ids.add(id);
            }
        });
        vm.devices.forEach(device -> {
            if (device.draft().get("datastore") instanceof String id) {
                ids.add(id);
            }
        });
        return ids;
    }

    private void vmsOfSwitches(Site site) {
        if (!estate.workbook.has(Tables.DV_SWITCH) || !estate.workbook.has(Tables.NETWORK)) {
            return;
        }
        var read = new HashMap<String, Integer>();
        for (var vm : site.vms.all()) {
            var names = new HashSet<Object>();
            vm.nics.forEach(nic -> names.add(String.valueOf(nic.draft().get("switchName"))));
            names.forEach(name -> read.merge((String) name, 1, Integer::sum));
        }
        var tally = new Tally<Thing<?>>(Tables.DV_SWITCH, "# VMs", "VMs on distributed switches");
        for (var made : site.switches.all()) {
            tally.add(made, name(made), networks.statedVms.get(made), of(read, name(made)));
        }
        tally.close("distributed switches serve another number of VMs than those read", counts);
    }

    /** Sheets with one row for each VM. */
    private void singles() {
        int vms = estate.sites().stream().mapToInt(site -> site.vms.size()).sum();
        for (var table : List.of(Tables.CPU, Tables.MEMORY, Tables.TOOLS)) {
            var sheet = estate.workbook.sheet(table);
            if (sheet != null && sheet.attributed < vms) {
                estate.notes.add(
                        sheet.name(),
                        "the sheet has rows of " + sheet.attributed + " VMs, vInfo of " + vms
                                + "; what it would tell of the others is unknown");
            }
        }
    }

    private static <T> Map<String, Integer> count(Collection<T> things, Function<T, @Nullable Object> of) {
        var counts = new HashMap<String, Integer>();
        for (var thing : things) {
            if (of.apply(thing) instanceof String id) {
                counts.merge(id, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int of(Map<String, Integer> counts, String id) {
        return counts.getOrDefault(id, 0);
    }

    private static String name(Thing<?> thing) {
        return thing.draft().get("name") instanceof String name ? name : thing.id();
    }

    /** Compares one column with what was read, thing by thing. */
    private final class Tally<T> {

        private final Table table;
        private final String header;
        private final String of;
        private final BiPredicate<Integer, T> alsoRight;
        private final List<String> examples = new ArrayList<>();
        private long stated;
        private long read;
        private int compared;
        private int differing;
        private boolean fewer;

        private Tally(Table table, String header, String of) {
            this(table, header, of, (stated, thing) -> false);
        }

        private Tally(Table table, String header, String of, BiPredicate<Integer, T> alsoRight) {
            this.table = table;
            this.header = header;
            this.of = of;
            this.alsoRight = alsoRight;
        }

        private void add(T thing, String name, @Nullable Integer says, int found) {
            if (says == null) {
                return;
            }
            compared++;
            stated += says;
            read += found;
            if (says != found && !alsoRight.test(says, thing)) {
                differing++;
                fewer |= found < says;
                if (examples.size() < 3) {
                    examples.add(name + ": " + says + " stated, " + found + " read");
                }
            }
        }

        /** Keeps the comparison, notes what differs, and tells whether something is missing. */
        private boolean close(String message, List<StatedCount> into) {
            var sheet = estate.workbook.sheet(table);
            if (compared == 0 || sheet == null) {
                return false;
            }
            into.add(new StatedCount(sheet.column(header), of, stated, read, differing));
            if (differing > 0) {
                estate.notes.add(
                        sheet.column(header),
                        header + " says " + stated + " in all and " + read + " were read; " + differing + " of "
                                + compared + " " + message + " (" + String.join("; ", examples)
                                + (differing > examples.size() ? "; ..." : "") + ")");
            }
            return fewer;
        }
    }
}
