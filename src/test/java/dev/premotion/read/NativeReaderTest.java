package dev.premotion.read;

import static dev.premotion.read.Texts.vCenter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NativeReaderTest {

    private static final String ESTATE = """
            {
              "format": "premotion/inventory/1",
              "capturedAt": "2026-11-20T09:00:00+01:00",
              "vCenters": [
                {
                  "name": "vcsa-01a",
                  "clusters": [ { "id": "domain-c8", "name": "CL-A" } ],
                  "hosts": { "complete": false, "items": [
                    { "id": "host-12", "name": "esx-01a", "cluster": "domain-c8",
                      "capability": { "vmotionSupported": true }, "networks": [] }
                  ] },
                  "instanceUuid": "uuid-a",
                  "settings": { "config.migrate.test/CpuCompatibility": "false" },
                  "vms": [
                    { "disks": [ { "key": 2000, "capacityBytes": 9007199254740993 } ],
                      "id": "vm-101", "name": "acct-web01", "powerState": "poweredOn", "host": "host-12",
                      "evcModeOfNobody": null, "snapshots": null }
                  ]
                }
              ],
              "links": [ { "between": ["site-b", "site-a"], "rttMillis": 12 } ]
            }
            """;

    private final dev.premotion.inventory.Reading reading = Texts.read(ESTATE);
    private final VCenter vCenter = reading.inventory().vCenters().get(0);

    @Test
    void identitiesAreMadeWhereverTheyStand() {
        assertThat(vCenter.ref()).isEqualTo(new Ref(Kind.VCENTER, "uuid-a", "uuid-a"));
        assertThat(one(vCenter.clusters()).ref()).isEqualTo(new Ref(Kind.CLUSTER, "uuid-a", "domain-c8"));
        assertThat(one(vCenter.hosts()).ref()).isEqualTo(new Ref(Kind.HOST, "uuid-a", "host-12"));
        assertThat(one(vCenter.vms()).ref()).isEqualTo(new Ref(Kind.VM, "uuid-a", "vm-101"));
        assertThat(one(one(vCenter.vms()).disks()).ref()).isEqualTo(new Ref(Kind.DISK, "uuid-a", "vm-101/2000"));
        assertThat(one(reading.inventory().links()).ref()).isEqualTo(new Ref(Kind.LINK, "", "site-a|site-b"));
    }

    @Test
    void valuesAreReadExactly() {
        assertThat(one(vCenter.vms()).powerState()).isEqualTo(PowerState.POWERED_ON);
        assertThat(one(one(vCenter.vms()).disks()).capacityBytes()).isEqualTo(9_007_199_254_740_993L);
        assertThat(one(reading.inventory().links()).rttMillis()).isEqualTo(12.0);
        assertThat(vCenter.settings()).containsEntry("config.migrate.test/CpuCompatibility", "false");
    }

    @Test
    void absentAndNullAndPartialAndEmptyAreToldApart() {
        assertThat(vCenter.datastores()).isNull();
        assertThat(one(vCenter.vms()).snapshots()).isNull();
        assertThat(Objects.requireNonNull(vCenter.hosts()).complete()).isFalse();
        assertThat(one(vCenter.hosts()).networks()).isEqualTo(Listing.of());
        assertThat(Texts.read(vCenter("\"name\": \"a\"")).inventory().links())
                .isEqualTo(Listing.partial(java.util.List.of()));
    }

    @Test
    void aVCenterWithoutATimeTakesThatOfTheSnapshot() {
        assertThat(vCenter.capturedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
    }

    @Test
    void everyFactHasItsPlace() {
        var origins = reading.origins();
        assertThat(origins.of(one(vCenter.hosts()).ref(), "capability.vmotionSupported"))
                .isEqualTo("estate.json#/vCenters/0/hosts/items/0/capability/vmotionSupported");
        assertThat(origins.of(one(vCenter.hosts()).ref(), "evcMode")).isNull();
        assertThat(origins.of(vCenter.ref(), "settings.config.migrate.test/CpuCompatibility"))
                .isEqualTo("estate.json#/vCenters/0/settings/config.migrate.test~1CpuCompatibility");
        assertThat(origins.of(one(one(vCenter.vms()).disks()).ref(), "capacityBytes"))
                .isEqualTo("estate.json#/vCenters/0/vms/0/disks/0/capacityBytes");
    }

    @Test
    void theFileIsKnownByItsDigest() {
        var file = reading.files().get(0);
        assertThat(file.path()).isEqualTo("estate.json");
        assertThat(file.sha256()).hasSize(64);
        assertThat(file.capturedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(Texts.read(ESTATE + " ").files().get(0).sha256()).isNotEqualTo(file.sha256());
    }

    private static <T> T one(@org.jspecify.annotations.Nullable Listing<T> listing) {
        assertThat(Objects.requireNonNull(listing).items()).hasSize(1);
        return listing.items().get(0);
    }
}
