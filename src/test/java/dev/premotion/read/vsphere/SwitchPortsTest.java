package dev.premotion.read.vsphere;

import static dev.premotion.read.vsphere.RecordedVCenter.fault;
import static dev.premotion.read.vsphere.RecordedVCenter.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether adapters are on ports that resolve a conflict, which the switch tells of single ports. */
class SwitchPortsTest {

    private RecordedVCenter vCenter;

    @BeforeEach
    void start() throws IOException {
        vCenter = new RecordedVCenter();
    }

    @AfterEach
    void stop() {
        vCenter.close();
    }

    @Test
    void aPortWithANumberIsNone() {
        assertThat(conflict("17")).isFalse();
        assertThat(asked()).isEmpty();
    }

    @Test
    void anyOtherPortIsAskedForOnce() {
        vCenter.on("FetchDVPorts", port("c-7", "true"));

        assertThat(conflict("c-7", "c-7")).isTrue();
        assertThat(asked())
                .hasSize(1)
                .allMatch(body -> body.contains("<criteria><portKey>c-7</portKey></criteria>")
                        && body.contains("<_this type=\"VmwareDistributedVirtualSwitch\">dvs-1</_this>"));
    }

    @Test
    void theSwitchMaySayThatItIsNone() {
        vCenter.on("FetchDVPorts", port("other", "true") + port("h-3", "false"));

        assertThat(conflict("h-3")).isFalse();
    }

    @Test
    void whatTheSwitchDoesNotSayIsUnknown() {
        vCenter.on("FetchDVPorts", "");
        assertThat(conflict("c-7")).isNull();

        vCenter.on("FetchDVPorts", fault("NoPermission", "no"));
        var reading = read("c-7");
        assertThat(first(reading)).isNull();
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(note -> note.startsWith("whether ports resolve a conflict could not be read")
                        && note.contains("System.Read"));
    }

    private @Nullable Boolean conflict(String... keys) {
        return first(read(keys));
    }

    private static @Nullable Boolean first(Reading reading) {
        return reading.inventory()
                .vCenters()
                .get(0)
                .vms()
                .items()
                .get(0)
                .nics()
                .items()
                .get(0)
                .conflictPort();
    }

    private Reading read(String... keys) {
        var nics = new StringBuilder();
        for (int i = 0; i < keys.length; i++) {
            nics.append("<device xsi:type=\"VirtualVmxnet3\"><key>" + (4000 + i) + "</key><backing"
                    + " xsi:type=\"VirtualEthernetCardDistributedVirtualPortBackingInfo\"><port><switchUuid>50 1</switchUuid>"
                    + "<portKey>" + keys[i] + "</portKey></port></backing><macAddress>00:50:56:00:00:01</macAddress>"
                    + "</device>");
        }
        vCenter.on(
                "RetrievePropertiesEx",
                "",
                object(
                        "VmwareDistributedVirtualSwitch",
                        "dvs-1",
                        "<propSet><name>uuid</name><val xsi:type=\"xsd:string\">50 1</val></propSet>"),
                object(
                        "VirtualMachine",
                        "vm-1",
                        "<propSet><name>config.hardware</name><val xsi:type=\"VirtualHardware\">" + nics
                                + "</val></propSet>"));
        return vCenter.read();
    }

    private List<String> asked() {
        return vCenter.asked().stream()
                .filter(body -> body.contains("<FetchDVPorts "))
                .toList();
    }

    private static String port(String key, String conflict) {
        return "<returnval><key>" + key + "</key><conflict>" + conflict + "</conflict></returnval>";
    }
}
