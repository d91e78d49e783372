package dev.premotion.read.vsphere;

import dev.premotion.inventory.VCenterCheck;
import dev.premotion.read.vsphere.RelocateChecks.Connection;
import dev.premotion.read.vsphere.RelocateChecks.Elsewhere;
import dev.premotion.read.vsphere.RelocateChecks.Question;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a {@code VirtualMachineRelocateSpec}, whose elements must stand in the order of the API's schema. */
final class RelocateSpec {

    private static final Map<String, String> CARDS = Map.of(
            "e1000", "VirtualE1000",
            "e1000e", "VirtualE1000e",
            "pcnet32", "VirtualPCNet32",
            "vmxnet", "VirtualVmxnet",
            "vmxnet2", "VirtualVmxnet2",
            "vmxnet3", "VirtualVmxnet3",
            "vmxnet3vrdma", "VirtualVmxnet3Vrdma",
            "sriov", "VirtualSriovEthernetCard");

    private RelocateSpec() {}

    static String of(Question question, @Nullable Elsewhere elsewhere) {
        var asked = question.asked();
        return "<spec>" + service(question, elsewhere)
                + reference("folder", "Folder", asked.folder())
                + reference("datastore", "Datastore", asked.datastore())
                + reference("pool", "ResourcePool", asked.pool())
                + reference("host", "HostSystem", asked.host())
                + disks(asked)
                + nics(question.nics())
                + "</spec>";
    }

    private static String service(Question question, @Nullable Elsewhere elsewhere) {
        var uuid = question.asked().destination();
        if (uuid == null || elsewhere == null) {
            return "";
        }
        var thumbprint = elsewhere.thumbprint();
        return "<service>" + Soap.element("instanceUuid", uuid)
                + Soap.element("url", "https://" + question.destination())
                + "<credential xsi:type=\"ServiceLocatorNamePassword\">"
                + Soap.element("username", elsewhere.user())
                + Soap.element("password", new String(elsewhere.password()))
                + "</credential>"
                + (thumbprint == null ? "" : Soap.element("sslThumbprint", thumbprint))
                + "</service>";
    }

    private static String reference(String name, String type, @Nullable String id) {
        return id == null ? "" : Soap.reference(name, type, id);
    }

    private static String disks(VCenterCheck asked) {
        var disks = new StringBuilder();
        if (asked.disks() != null) {
            asked.disks()
                    .forEach(disk -> disks.append("<disk>")
                            .append(Soap.element("diskId", Integer.toString(disk.key())))
                            .append(Soap.reference("datastore", "Datastore", disk.datastore()))
                            .append("</disk>"));
        }
        return disks.toString();
    }

    private static String nics(List<Connection> nics) {
        var changes = new StringBuilder();
        for (var nic : nics) {
            var type = nic.adapterType() == null ? "" : nic.adapterType().toLowerCase(Locale.ROOT);
            changes.append("<deviceChange><operation>edit</operation><device xsi:type=\"")
                    .append(CARDS.getOrDefault(type, "VirtualEthernetCard"))
                    .append("\">")
                    .append(Soap.element("key", Integer.toString(nic.key())))
                    .append(backing(nic))
                    .append("</device></deviceChange>");
        }
        return changes.toString();
    }

    private static String backing(Connection nic) {
        var network = nic.network();
        if (nic.switchUuid() != null) {
            return "<backing xsi:type=\"VirtualEthernetCardDistributedVirtualPortBackingInfo\"><port>"
                    + Soap.element("switchUuid", nic.switchUuid())
                    + Soap.element("portgroupKey", network.ref().id())
                    + "</port></backing>";
        }
        if ("opaque".equals(network.type()) && network.segmentId() != null) {
            return "<backing xsi:type=\"VirtualEthernetCardOpaqueNetworkBackingInfo\">"
                    + Soap.element("opaqueNetworkId", network.segmentId())
                    + Soap.element("opaqueNetworkType", "nsx.LogicalSwitch")
                    + "</backing>";
        }
        return "<backing xsi:type=\"VirtualEthernetCardNetworkBackingInfo\">"
                + Soap.element("deviceName", network.name() == null ? "" : network.name())
                + Soap.reference("network", "Network", network.ref().id())
                + "</backing>";
    }
}
