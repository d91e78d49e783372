package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An estate as RVTools would export it: every sheet and column that is read, written from the records. */
final class EstateBook {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<String, String> CONTROLLERS = Map.of(
            "ParaVirtualSCSIController", "VMware paravirtual SCSI",
            "VirtualLsiLogicController", "LSI Logic",
            "VirtualLsiLogicSASController", "LSI Logic SAS",
            "VirtualAHCIController", "AHCI",
            "VirtualNVMEController", "NVME controller");

    private final VCenter vCenter;
    private final Map<String, String> names = new HashMap<>();
    private final Book book = new Book();

    private EstateBook(VCenter vCenter) {
        this.vCenter = vCenter;
        Stream.of(
                        vCenter.datacenters(),
                        vCenter.clusters(),
                        vCenter.hosts(),
                        vCenter.datastores(),
                        vCenter.datastoreClusters(),
                        vCenter.networks(),
                        vCenter.distributedSwitches())
                .flatMap(Listing::stream)
                .forEach(thing -> names.put(
                        ((Ref) Objects.requireNonNull(Draft.value((Record) thing, "ref"))).id(),
                        String.valueOf(Draft.value((Record) thing, "name"))));
    }

    static Book of(VCenter vCenter) {
        var made = new EstateBook(vCenter);
        made.write();
        return made.book;
    }

    /** A row: the record whose properties it shows, and the cells that show no property as it stands. */
    private record Row(Record of, Map<String, @Nullable Object> cells) {}

    private void write() {
        sheet(Tables.SOURCE, List.of(row(vCenter, "Name", vCenter.name(), "Version", vCenter.version())));
        sheet(Tables.META_DATA, List.of(row(vCenter, "RVTools version", "4.7.1.4", "Server", vCenter.name())));
        sheet(
                Tables.LICENSE,
                vCenter.licenses().stream()
                        .map(each -> row(
                                each,
                                "Name",
                                each.name(),
                                "Expiration Date",
                                each.expires() == null ? "Never" : TIME.format(each.expires()),
                                "Features",
                                each.features() == null
                                        ? null
                                        : String.join(",", each.features().items())))
                        .toList());
        sheet(
                Tables.MULTI_PATH,
                vCenter.hosts().stream()
                        .flatMap(host ->
                                host.lunUuids().stream().map(lun -> row(host, "Host", host.name(), "UUID", lun)))
                        .toList());
        sheet(
                Tables.CLUSTER,
                vCenter.clusters().stream()
                        .map(each -> row(
                                each,
                                "Name",
                                each.name(),
                                "Object ID",
                                each.ref().id()))
                        .toList());
        sheet(Tables.HOST, vCenter.hosts().stream().map(this::host).toList());
        parts(Tables.NIC_CARD, "Network Device", "device", Host::physicalNics);
        parts(Tables.SWITCH, "Switch", "name", Host::standardSwitches);
        parts(Tables.VMKERNEL, "Device", "device", Host::vmkernelAdapters);
        ports();
        sheet(
                Tables.DV_SWITCH,
                vCenter.distributedSwitches().stream()
                        .map(this::distributedSwitch)
                        .toList());
        sheet(
                Tables.DV_PORT,
                vCenter.networks().stream()
                        .filter(each -> "distributed".equals(each.type()))
                        .map(each -> row(
                                each,
                                "Port",
                                each.name(),
                                "Switch",
                                name(each.distributedSwitch()),
                                "Object ID",
                                each.ref().id()))
                        .toList());
        sheet(
                Tables.DATASTORE,
                vCenter.datastores().stream().map(this::datastore).toList());
        sheet(Tables.POOL, vCenter.resourcePools().stream().map(this::pool).toList());
        vms();
    }

    private void vms() {
        sheet(Tables.INFO, all().map(this::info).toList());
        for (var table : List.of(Tables.CPU, Tables.MEMORY, Tables.TOOLS)) {
            sheet(table, all().map(vm -> of(vm, vm)).toList());
        }
        sheet(
                Tables.DISK,
                all().flatMap(vm -> vm.disks().stream().map(disk -> disk(vm, disk)))
                        .toList());
        sheet(
                Tables.NETWORK,
                all().flatMap(vm -> vm.nics().stream().map(nic -> nic(vm, nic))).toList());
        sheet(
                Tables.CD,
                all().flatMap(vm -> vm.devices().stream()
                                .filter(device -> device.type().equals("cdrom"))
                                .map(device -> drive(vm, device)))
                        .toList());
        sheet(
                Tables.SNAPSHOT,
                all().flatMap(vm -> vm.snapshots().stream().map(one -> of(vm, one)))
                        .toList());
    }

    private Stream<Vm> all() {
        return vCenter.vms().stream();
    }

    private Row of(Vm vm, Record record) {
        return row(record, "VM", vm.name(), "VM ID", vm.ref().id(), "VM UUID", vm.instanceUuid());
    }

    private Row info(Vm vm) {
        var row = of(vm, vm);
        row.cells.put("Path", vm.vmPathName());
        row.cells.put("Datacenter", name(vm.datacenter()));
        row.cells.put("Cluster", name(vm.cluster()));
        row.cells.put("Host", name(vm.host()));
        row.cells.put("NICs", vm.nics().size());
        row.cells.put("Disks", vm.disks().size());
        row.cells.put("VI SDK API Version", vCenter.apiVersion());
        row.cells.put("Resource pool", pool(vm.resourcePool()));
        var rules = rules(vm);
        if (!rules.isEmpty()) {
            row.cells.put(
                    "Cluster rule(s)",
                    rules.stream()
                            .map(rule -> "affinity".equals(rule.type()) ? "Affinity" : "Anti Affinity")
                            .collect(Collectors.joining(", ")));
            row.cells.put(
                    "Cluster rule name(s)",
                    rules.stream().map(ClusterRule::name).collect(Collectors.joining(", ")));
        }
        return row;
    }

    private List<ClusterRule> rules(Vm vm) {
        return vCenter.clusters().stream()
                .filter(cluster -> cluster.ref().id().equals(vm.cluster()))
                .flatMap(cluster -> cluster.rules().stream())
                .filter(rule -> rule.vms().items().contains(vm.ref().id()))
                .toList();
    }

    private Row drive(Vm vm, Device device) {
        var row = of(vm, device);
        row.cells.put("Device Node", device.label());
        row.cells.put("Device Type", device.file() == null ? "Remote device" : "ISO " + device.file());
        return row;
    }

    private Row disk(Vm vm, Disk disk) {
        var row = of(vm, disk);
        row.cells.put("Disk Key", disk.key());
        row.cells.put("Path", disk.path());
        return row;
    }

    private Row nic(Vm vm, Nic nic) {
        var row = of(vm, nic);
        row.cells.put("Network", name(nic.network()));
        row.cells.put("Datacenter", name(vm.datacenter()));
        return row;
    }

    private Row host(Host host) {
        return row(
                host,
                "Host",
                host.name(),
                "Datacenter",
                name(host.datacenter()),
                "Cluster",
                name(host.cluster()),
                "CPU Model",
                host.cpuModel(),
                "ESX Version",
                "VMware ESXi " + host.version() + " build-" + host.build(),
                "NTP Server(s)",
                String.join(", ", host.timeSources().items()),
                "Assigned License(s)",
                host.licenseName(),
                "VMotion support",
                host.capability().vmotionSupported(),
                "Storage VMotion support",
                host.capability().storageVMotionSupported(),
                "Memory usage %",
                host.memoryUsedMiB() == null ? null : 100.0 * host.memoryUsedMiB() / host.memoryMiB(),
                "Object ID",
                host.ref().id());
    }

    private void parts(
            Table table,
            String header,
            String key,
            java.util.function.Function<Host, Listing<? extends Record>> parts) {
        sheet(
                table,
                vCenter.hosts().stream()
                        .flatMap(host -> parts.apply(host).stream()
                                .map(part -> row(
                                        part, "Host", host.name(), header, Draft.value(part, key), "Duplex", "True")))
                        .toList());
    }

    /** A standard port group stands once for each host that has it. */
    private void ports() {
        var rows = new ArrayList<Row>();
        for (var host : vCenter.hosts()) {
            for (Network network : vCenter.networks()) {
                if ("standard".equals(network.type())
                        && host.networks().items().contains(network.ref().id())) {
                    rows.add(row(
                            network,
                            "Host",
                            host.name(),
                            "Datacenter",
                            name(network.datacenter()),
                            "Port Group",
                            network.name(),
                            "Switch",
                            "vSwitch0"));
                }
            }
        }
        sheet(Tables.PORT, rows);
    }

    private Row distributedSwitch(DistributedSwitch each) {
        var hosts = each.hosts().stream().map(this::name).collect(Collectors.joining(", "));
        return row(
                each,
                "Switch",
                each.name(),
                "Datacenter",
                name(each.datacenter()),
                "Host members",
                hosts,
                "Object ID",
                each.ref().id());
    }

    private Row datastore(Datastore each) {
        var hosts = vCenter.hosts().stream()
                .filter(host -> host.datastores().stream()
                        .map(DatastoreMount::datastore)
                        .anyMatch(each.ref().id()::equals))
                .map(Host::name)
                .toList();
        return row(
                each,
                "Name",
                each.name(),
                "# Hosts",
                hosts.size(),
                "Hosts",
                String.join(", ", hosts),
                "Cluster name",
                name(each.datastoreCluster()),
                "Major Version",
                each.vmfsMajorVersion(),
                "Object ID",
                each.ref().id());
    }

    private Row pool(ResourcePool each) {
        return row(
                each,
                "Resource Pool name",
                each.name(),
                "Resource Pool path",
                each.path(),
                "Object ID",
                each.ref().id());
    }

    private @Nullable String pool(@Nullable String id) {
        return vCenter.resourcePools().stream()
                .filter(pool -> pool.ref().id().equals(id))
                .map(ResourcePool::path)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String name(@Nullable String id) {
        return id == null ? null : names.get(id);
    }

    private Row row(Record of, @Nullable Object... cells) {
        var made = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < cells.length; i += 2) {
            made.put(String.valueOf(cells[i]), cells[i + 1]);
        }
        made.put("VI SDK Server", vCenter.name());
        made.put("VI SDK UUID", vCenter.ref().id());
        return new Row(of, made);
    }

    private void sheet(Table table, List<Row> rows) {
        var headers = new ArrayList<>(
                table.columns().stream().map(Column::header).distinct().toList());
        book.sheet(table.sheet(), String.join("|", headers));
        for (var row : rows) {
            var cells = new ArrayList<@Nullable Object>();
            for (var column : table.columns()) {
                if (cells.size() < headers.size() && headers.get(cells.size()).equals(column.header())) {
                    cells.add(
                            row.cells.containsKey(column.header())
                                    ? row.cells.get(column.header())
                                    : fact(column, row.of));
                }
            }
            book.row(cells.toArray());
        }
    }

    /** A property as its column writes it. */
    private static @Nullable Object fact(Column column, Record of) {
        boolean stands = column.use() == Column.Use.FACT || column.use() == Column.Use.AGAIN;
        var value = stands && Draft.has(of.getClass(), column.property()) ? Draft.value(of, column.property()) : null;
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return column.form() == Form.MIB ? number.longValue() >> 20 : number;
        }
        if (value instanceof Instant time) {
            return TIME.format(time);
        }
        return column.form() == Form.CONTROLLER ? CONTROLLERS.get(value.toString()) : value.toString();
    }
}
