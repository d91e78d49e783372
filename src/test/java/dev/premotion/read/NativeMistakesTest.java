package dev.premotion.read;

import static dev.premotion.read.Texts.vCenter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.VCenter;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What people get wrong when they write or edit an inventory, and what they are told. */
class NativeMistakesTest {

    @Test
    void aWordThatIsNoValueStaysUnknown() {
        var reading =
                Texts.read(vCenter("\"vms\": [ { \"id\": \"vm-1\", \"name\": \"web\", \"powerState\": \"on\" } ]"));

        told(
                reading,
                "/vCenters/0/vms/0/powerState (line 5, column 59)",
                "vm web: powerState is \"on\", expected poweredOn, poweredOff or suspended; it stays unknown",
                "Maybe poweredOn");
        assertThat(vm(reading).powerState()).isNull();
        assertThat(vm(reading).name()).isEqualTo("web");
    }

    @Test
    void aTypeThatDoesNotFitStaysUnknown() {
        var reading = Texts.read(vCenter("\"hosts\": [ { \"id\": \"host-1\", \"inMaintenanceMode\": \"false\" } ]"));

        told(
                reading,
                "/vCenters/0/hosts/0/inMaintenanceMode (line 5, column 55)",
                "host host-1: inMaintenanceMode is \"false\", expected true or false; it stays unknown",
                "Maybe false, without quotes");
        assertThat(first(first(reading).hosts()).inMaintenanceMode()).isNull();
    }

    @Test
    void aNumberWithItsUnitStaysUnknown() {
        var reading = Texts.read(vCenter("\"vms\": [ { \"id\": \"vm-1\", \"memoryMiB\": \"4 GiB\" } ]"));

        told(
                reading,
                "/vCenters/0/vms/0/memoryMiB (line 5, column 43)",
                "vm vm-1: memoryMiB is \"4 GiB\", expected a number; it stays unknown",
                "Maybe the unit belongs to the name and not to the value");
    }

    @Test
    void aNegativeSizeStaysUnknown() {
        var reading = Texts.read(vCenter("\"datastores\": [ { \"id\": \"ds-1\", \"freeSpaceBytes\": -1 } ]"));

        told(
                reading,
                "/vCenters/0/datastores/0/freeSpaceBytes (line 5, column 55)",
                "datastore ds-1: freeSpaceBytes is -1, expected at least 0; it stays unknown",
                "Maybe leave it out where it is not known");
        assertThat(first(first(reading).datastores()).freeSpaceBytes()).isNull();
    }

    @Test
    void anObjectWithoutItsIdIsLeftOutAndTheListIsPartial() {
        var reading = Texts.read(vCenter("\"clusters\": [ { \"name\": \"CL-A\" }, { \"id\": \"domain-c8\" } ]"));

        told(
                reading,
                "/vCenters/0/clusters/0 (line 5, column 19)",
                "cluster CL-A has no usable id; it is left out, and the list around it counts as partial",
                "Maybe it was forgotten, or stands under another name");
        assertThat(first(reading).clusters().complete()).isFalse();
        assertThat(first(reading).clusters().size()).isEqualTo(1);
    }

    @Test
    void anIdThatStandsTwiceKeepsWhatBothSay() {
        var reading =
                Texts.read(vCenter("\"hosts\": [ { \"id\": \"host-1\", \"build\": \"1\", \"version\": \"7.0.3\" },"
                        + " { \"id\": \"host-1\", \"build\": \"2\", \"version\": \"7.0.3\", \"vendor\": \"Dell\" } ]"));

        told(
                reading,
                "/vCenters/0/hosts/1 (line 5, column 70)",
                "host host-1 stands twice; what both say alike or only one says is kept, the rest stays unknown, and the list"
                        + " counts as partial",
                "Maybe one of the two has the id of another host");
        var host = first(first(reading).hosts());
        assertThat(host.build()).isNull();
        assertThat(host.version()).isEqualTo("7.0.3");
        assertThat(host.vendor()).isEqualTo("Dell");
        assertThat(first(reading).hosts().complete()).isFalse();
    }

    @Test
    void aPartOfAHostThatStandsTwiceKeepsWhatBothSayWhicheverComesFirst() {
        var writes = "{ \"datastore\": \"ds-1\", \"accessMode\": \"readWrite\", \"accessible\": true }";
        var reads = "{ \"datastore\": \"ds-1\", \"accessMode\": \"readOnly\" }";
        for (var both : java.util.List.of(writes + ", " + reads, reads + ", " + writes)) {
            var reading = Texts.read(vCenter("\"datastores\": [ { \"id\": \"ds-1\" } ],\n"
                    + "\"hosts\": [ { \"id\": \"host-1\", \"datastores\": [ " + both + " ] } ]"));

            assertThat(reading.quality()).singleElement().satisfies(note -> {
                assertThat(note.place()).startsWith("/vCenters/0/hosts/0/datastores/1 (line 6");
                assertThat(note.message())
                        .isEqualTo("datastoreMount ds-1 stands twice; what both say alike or only one says is kept, the"
                                + " rest stays unknown, and the list counts as partial\n"
                                + "Maybe one of the two has the datastore of another datastoreMount");
            });
            var mounts = first(first(reading).hosts()).datastores();
            assertThat(mounts.complete()).isFalse();
            assertThat(mounts).containsExactly(new DatastoreMount("ds-1", null, true));
        }
    }

    @Test
    void aPartOfAHostThatIsRepeatedToTheLetterIsOne() {
        var vmk = "{ \"device\": \"vmk1\", \"services\": [ \"vmotion\" ], \"mtu\": 9000 }";
        var nic = "{ \"device\": \"vmnic0\", \"linkSpeedMbps\": 10000 }";
        var reading = Texts.read(vCenter("\"hosts\": [ { \"id\": \"host-1\", \"vmkernelAdapters\": [ " + vmk + ", "
                + vmk + " ], \"physicalNics\": [ " + nic + ", " + nic + " ] } ]"));

        assertThat(reading.quality()).isEmpty();
        var host = first(first(reading).hosts());
        assertThat(host.vmkernelAdapters().items()).hasSize(1);
        assertThat(host.physicalNics().items()).hasSize(1);
        assertThat(host.physicalNics().complete()).isTrue();
    }

    @Test
    void aMisspeltPropertyIsNotReadAndTheNearestIsNamed() {
        var reading = Texts.read(vCenter("\"vms\": [ { \"id\": \"vm-1\", \"memoryMB\": 4096 } ]"));

        told(
                reading,
                "/vCenters/0/vms/0/memoryMB (line 5, column 42)",
                "vm vm-1 has no property \"memoryMB\"; it is not read",
                "Maybe memoryMiB");
    }

    @Test
    void aNameInThePlaceOfAnIdIsFoundOut() {
        var reading = Texts.read(vCenter("\"clusters\": [ { \"id\": \"domain-c8\", \"name\": \"CL-A\" } ],\n"
                + "\"hosts\": [ { \"id\": \"host-1\", \"cluster\": \"CL-A\" } ]"));

        told(
                reading,
                "/vCenters/0/hosts/0/cluster (line 6, column 41)",
                "host host-1: cluster is \"CL-A\", expected the id of a cluster of this vCenter; it stays unknown",
                "Maybe \"domain-c8\", the id of the cluster CL-A");
        assertThat(first(first(reading).hosts()).cluster()).isNull();
    }

    @Test
    void aTimeWithoutAZoneStaysUnknown() {
        var reading = Texts.read(vCenter("\"capturedAt\": \"2026-11-20T08:00:00\""));

        told(
                reading,
                "/vCenters/0/capturedAt (line 5, column 19)",
                "vcenter uuid-a: capturedAt is \"2026-11-20T08:00:00\", expected a time with zone such as 2026-11-20T08:00:00Z;"
                        + " it stays unknown",
                "Maybe 2026-11-20T08:00:00Z, if that is UTC");
    }

    @Test
    void aNumberThatIsNoneStaysUnknown() {
        var reading = Texts.read(
                vCenter("\"name\": \"a\" } ], \"links\": [ { \"between\": [\"a\", \"b\"], \"rttMillis\": NaN"));

        told(
                reading,
                "/links/0/rttMillis (line 5, column 71)",
                "link: rttMillis is NaN, expected a number; it stays unknown",
                "Maybe leave it out where it is not known");
        assertThat(first(reading.inventory().links()).rttMillis()).isNull();
    }

    @Test
    void aPropertyThatStandsTwiceStaysUnknown() {
        var reading = Texts.read(vCenter("\"vms\": [ { \"id\": \"vm-1\", \"template\": false, \"template\": true } ]"));

        told(
                reading,
                "/vCenters/0/vms/0/template (line 5, column 61)",
                "vm vm-1: template stands twice, and which one holds cannot be told; it stays unknown",
                "Maybe one of them belongs elsewhere");
        assertThat(vm(reading).template()).isNull();
    }

    @Test
    void aListThatStandsTwiceStaysUnknown() {
        var reading = Texts.read(vCenter("\"vms\": [ { \"id\": \"vm-1\" } ], \"vms\": []"));

        assertThat(first(reading).vms()).isNull();
        assertThat(reading.quality()).hasSize(1);
    }

    @Test
    void anItemOfTheWrongTypeLeavesItsListPartial() {
        var reading = Texts.read(
                vCenter("\"vms\": [ { \"id\": \"vm-1\", \"snapshots\": [ 3 ], \"cpuAffinity\": [0, \"1\"] } ]"));

        assertThat(vm(reading).snapshots()).isEqualTo(Listing.partial(java.util.List.of()));
        assertThat(vm(reading).cpuAffinity()).isEqualTo(Listing.partial(java.util.List.of(0)));
        assertThat(reading.quality()).hasSize(2);
    }

    @Test
    void aListThatDoesNotSayWhetherItIsCompleteIsPartial() {
        var reading = Texts.read(vCenter("\"vms\": { \"items\": [] }"));

        assertThat(first(reading).vms()).isEqualTo(Listing.partial(java.util.List.of()));
        assertThat(reading.quality()).hasSize(1);
    }

    @Test
    void settingsThatLoseOneAreLostTogether() {
        var reading = Texts.read(vCenter("\"settings\": { \"config.a\": \"1\", \"config.b\": true }"));

        assertThat(first(reading).settings()).isNull();
        assertThat(reading.quality()).hasSize(2);
    }

    @Test
    void anEmptyTextIsNotAValue() {
        var reading = Texts.read(vCenter("\"hosts\": [ { \"id\": \"host-1\", \"evcMode\": \"\" } ]"));

        assertThat(first(first(reading).hosts()).evcMode()).isNull();
        assertThat(reading.quality()).hasSize(1);
    }

    @Test
    void anIdThatLeadsNowhereIsBelievedWhereTheListIsPartial() {
        var reading = Texts.read(vCenter("\"clusters\": { \"complete\": false, \"items\": [] },"
                + "\"hosts\": [ { \"id\": \"host-1\", \"cluster\": \"domain-c8\" } ]"));

        assertThat(first(first(reading).hosts()).cluster()).isEqualTo("domain-c8");
        assertThat(reading.quality()).isEmpty();
    }

    @Test
    void manyAlikeAreToldOnceTheyAreClear() {
        var vms = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            vms.append(i == 0 ? "" : ",\n").append("{ \"id\": \"vm-").append(i).append("\", \"cpus\": 2 }");
        }
        var reading = Texts.read(vCenter("\"vms\": [" + vms + "]"));

        assertThat(reading.quality()).hasSize(11);
        assertThat(reading.quality().get(10).message())
                .isEqualTo("490 more like the 10 shown of Vm.cpus; this is the last of them");
    }

    @Test
    void twoVCentersOfOneIdentityAreAnError() {
        assertThatThrownBy(() -> Texts.read(vCenter("\"name\": \"a\" }, { \"instanceUuid\": \"uuid-a\"")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "estate.json at /vCenters/1 (line 5, column 20): two vCenters have the instance UUID uuid-a\n"
                                + "Maybe one of them was copied and not changed");
    }

    @Test
    void aVCenterThatCannotBeNamedIsAnError() {
        assertThatThrownBy(() -> Texts.read(vCenter("\"name\": \"a\"").replace("instanceUuid", "uuid")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "estate.json at /vCenters/0 (line 3, column 17): the vCenter has no usable instanceUuid, which"
                                + " everything in it is named by\nMaybe it stands there as \"uuid\"");
    }

    @Test
    void aFileWithoutVCentersIsAnError() {
        assertThatThrownBy(() -> Texts.read(vCenter("\"name\": \"a\"").replace("vCenters", "vcenters")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "estate.json at line 1, column 1: it has no \"vCenters\", expected one object for each vCenter\n"
                                + "Maybe they stand there as \"vcenters\"");
    }

    private static void told(Reading reading, String place, String... message) {
        assertThat(reading.quality())
                .containsExactly(new QualityNote("estate.json", place, String.join("\n", Arrays.asList(message))));
    }

    private static VCenter first(Reading reading) {
        return reading.inventory().vCenters().get(0);
    }

    private static dev.premotion.inventory.Vm vm(Reading reading) {
        return first(first(reading).vms());
    }

    private static <T> T first(Listing<T> listing) {
        return Objects.requireNonNull(listing).items().get(0);
    }
}
