package dev.premotion.read.rvtools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.read.rvtools.Column.Use;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of columns name what there is. */
class RvToolsColumnsTest {

    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry(Kind.VCENTER, VCenter.class),
            Map.entry(Kind.DATACENTER, Datacenter.class),
            Map.entry(Kind.CLUSTER, Cluster.class),
            Map.entry(Kind.HOST, Host.class),
            Map.entry(Kind.POOL, ResourcePool.class),
            Map.entry(Kind.DATASTORE, Datastore.class),
            Map.entry(Kind.NETWORK, Network.class),
            Map.entry(Kind.SWITCH, DistributedSwitch.class),
            Map.entry(Kind.VM, Vm.class),
            Map.entry(Kind.DISK, Disk.class),
            Map.entry(Kind.NIC, Nic.class),
            Map.entry(Kind.DEVICE, Device.class),
            Map.entry("vCenter", VCenter.class));

    @Test
    void everyPropertyOfAColumnExists() {
        for (var source : RvToolsColumns.all()) {
            assertThat(source.properties())
                    .as(source.sheet() + " " + source.header())
                    .allMatch(property -> exists(RECORDS.get(source.kind()), List.of(property.split("\\.", -1))));
        }
    }

    /** A path starts at the thing itself, or at another kind of thing that its row says something of. */
    private static boolean exists(Class<?> type, List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        var name = path.get(0);
        var rest = path.subList(1, path.size());
        if (Draft.has(type, name)) {
            return rest.isEmpty() || exists(entry(type, name), rest);
        }
        return !rest.isEmpty() && RECORDS.containsKey(name) && exists(RECORDS.get(name), rest);
    }

    private static Class<?> entry(Class<?> type, String property) {
        if (!type.isRecord()) {
            return type;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(property)) {
                if (component.getType() == Listing.class) {
                    var item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                    return (Class<?>) item;
                }
                return component.getType() == String.class && RECORDS.containsKey(property)
                        ? RECORDS.get(property)
                        : component.getType();
            }
        }
        return type;
    }

    @Test
    void everyColumnThatFillsAPropertyByItselfFitsItsType() {
        for (var table : Tables.ALL) {
            for (var column : table.columns()) {
                if (column.use() == Use.FACT || column.use() == Use.AGAIN) {
                    var type = RECORDS.get(table.kind());
                    var owner = table.within().isEmpty() ? type : entry(type, table.within());
                    assertThat(Draft.has(owner, column.property()))
                            .as(table.sheet() + " " + column.header() + " fills " + column.property())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theListTellsWhatAPageOnSourcesNeeds() {
        var all = RvToolsColumns.all();
        assertThat(all)
                .contains(new RvToolsColumns.Source("vInfo", "Powerstate", List.of(), Kind.VM, List.of("powerState")))
                .contains(new RvToolsColumns.Source(
                        "vLicense", "Total", List.of(), Kind.VCENTER, List.of("licenses.total")));
        assertThat(all)
                .noneMatch(source ->
                        source.header().equals("Key") || source.header().equals("Annotation"));
        assertThat(all).noneMatch(source -> source.header().equals("Direct Path IO"));
        assertThat(all).noneMatch(source -> source.properties().contains("vmkernelAdapters.services"));
    }
}
