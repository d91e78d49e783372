package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cdrom;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices and the filters on disks ask of a host, where the snapshot says it and where it leaves it open. */
class DeviceSubjectsTest {

    private static final Tables TABLES = Tables.load();
    private static final Ref DISK = disk(WEB_A, 1);
    private static final Ref HOST = host(A, 2);
    private static final Estate CLEAN = twoSites();

    @Test
    void aHostOffersWhatTheVmIsMadeOf() {
        assertThat(offered(CLEAN)).isTrue();
        var lacks = CLEAN.change(HOST, "deviceTypes", Listing.of("VirtualCdrom"));
        assertThat(offered(lacks)).isFalse();
        assertThat(DeviceOffer.missing(web(lacks), to(lacks))).containsExactly("ParaVirtualSCSIController");
        var noDrive = CLEAN.change(HOST, "deviceTypes", Listing.of("ParaVirtualSCSIController"));
        assertThat(DeviceOffer.missing(web(noDrive), to(noDrive))).containsExactly("VirtualCdrom");
        assertThat(offered(lacks.change(HOST, "devicesConfirmed", true)))
                .as("a list says more than a person")
                .isFalse();
    }

    @Test
    void whatIsNotListedOfHostOrVmLeavesItOpenUnlessAPersonConfirmedIt() {
        var partial = CLEAN.change(HOST, "deviceTypes", Listing.partial(List.of("VirtualCdrom")));
        assertThat(DeviceOffer.missing(web(partial), to(partial))).isEmpty();
        for (var open : List.of(
                partial,
                CLEAN.without(HOST, "deviceTypes"),
                CLEAN.without(WEB_A, "devices"),
                CLEAN.partial(WEB_A, "devices"),
                CLEAN.without(WEB_A, "disks"),
                CLEAN.partial(WEB_A, "disks"),
                CLEAN.without(DISK, "controller"))) {
            var asked = open.without(HOST, "devicesConfirmed");
            assertThat(offered(asked)).isNull();
            assertThat(offered(asked.change(HOST, "devicesConfirmed", false))).isNull();
            assertThat(offered(asked.change(HOST, "devicesConfirmed", true))).isTrue();
        }
        var all = CLEAN.partial(HOST, "deviceTypes");
        assertThat(offered(all)).as("what it has is among what is known").isTrue();
    }

    @Test
    void whatIsAskedForIsWhatIsMissing() {
        assertThat(lacking(CLEAN)).isEmpty();
        assertThat(lacking(CLEAN.without(HOST, "deviceTypes"))).containsExactly("host devicesConfirmed");
        assertThat(lacking(CLEAN.partial(HOST, "deviceTypes"))).containsExactly("host devicesConfirmed");
        assertThat(lacking(CLEAN.without(WEB_A, "devices"))).containsExactly("vm devices");
        assertThat(lacking(CLEAN.without(WEB_A, "disks"))).containsExactly("vm disks");
        assertThat(lacking(CLEAN.without(DISK, "controller"))).containsExactly("disk controller");
    }

    @Test
    void filtersOnDisksHaveToBeOnTheHost() {
        var filtered = CLEAN.change(DISK, "ioFilters", Listing.of("cache"));
        assertThat(filters(CLEAN)).isTrue();
        assertThat(filters(CLEAN.without(HOST, "ioFilters")))
                .as("there is none")
                .isTrue();
        assertThat(filters(filtered)).isFalse();
        assertThat(DeviceOffer.missingFilters(web(filtered), to(filtered))).containsExactly("cache");
        assertThat(filters(filtered.change(HOST, "ioFilters", Listing.of("cache", "replication"))))
                .isTrue();
        assertThat(filters(filtered.change(HOST, "ioFilters", Listing.partial(List.of("cache")))))
                .isTrue();
        for (var open : List.of(
                filtered.without(HOST, "ioFilters"),
                filtered.change(HOST, "ioFilters", Listing.partial(List.of("other"))),
                CLEAN.without(WEB_A, "disks"),
                CLEAN.partial(WEB_A, "disks"),
                CLEAN.without(DISK, "ioFilters"),
                CLEAN.partial(DISK, "ioFilters"))) {
            assertThat(filters(open)).isNull();
            assertThat(DeviceOffer.missingFilters(web(open), to(open))).isEmpty();
        }
        assertThat(lackingFilters(CLEAN.without(HOST, "ioFilters"))).isEmpty();
        assertThat(lackingFilters(filtered.without(HOST, "ioFilters"))).containsExactly("host ioFilters");
        assertThat(lackingFilters(CLEAN.without(DISK, "ioFilters"))).containsExactly("disk ioFilters");
        assertThat(lackingFilters(CLEAN.without(WEB_A, "disks"))).containsExactly("vm disks");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", ", false"})
    void aSettingThatIsNotNamedIsOff(@Nullable String written, boolean on) {
        var settings = written == null ? Map.<String, String>of() : Map.of("vgpu.hotmigrate.enabled", written);
        var move = across(CLEAN.change(VC_A, "settings", settings), null);

        assertThat(move.sourceHotMigrate()).isEqualTo(on);
        assertThat(move.destinationHotMigrate()).isTrue();
        assertThat(move.withoutHotMigrate()).isEqualTo(on ? "" : "vcsa-a");
        assertThat(move.lacking("sourceHotMigrate")).isEmpty();
    }

    @Test
    void theVCenterWhoseSettingsAreNotThereIsAsked() {
        var move = across(CLEAN.without(VC_B, "settings"), null);

        assertThat(move.destinationHotMigrate()).isNull();
        assertThat(move.withoutHotMigrate()).isEmpty();
        assertThat(move.lacking("destinationHotMigrate"))
                .extracting(Lacking::thing, Lacking::property)
                .containsExactly(tuple(VC_B, "settings"));
        assertThat(move.lacking("sourceHotMigrate")).isEmpty();
    }

    @Test
    void aHostFollowsATimeSourceOrNoneAtAll() {
        assertThat(across(CLEAN, null).followsTime()).isTrue();
        var there = host(B, 1);
        assertThat(across(CLEAN.change(there, "timeSources", Listing.of()), null)
                        .followsTime())
                .isFalse();
        for (var open : List.of(
                CLEAN.without(there, "timeSources"), CLEAN.change(there, "timeSources", Listing.partial(List.of())))) {
            var move = across(open, null);
            assertThat(move.followsTime()).isNull();
            assertThat(move.lacking("followsTime"))
                    .extracting(lacks -> lacks.property().replace(".complete", ""))
                    .containsExactly("timeSources");
        }
        assertThat(across(CLEAN, null).lacking("followsTime")).isEmpty();
    }

    @Test
    void anImageIsAskedOfTheDeviceOrOfItsDatastore() {
        var own = CLEAN.get(Datastore.class, datastore(A, 1));
        assertThat(across(CLEAN, null).lacking("host.datastores"))
                .extracting(Lacking::property)
                .containsExactly("datastore");
        assertThat(across(CLEAN, own).lacking("host.datastores")).isEmpty();
        var noUrl = CLEAN.without(datastore(A, 1), "url");
        assertThat(across(noUrl, noUrl.get(Datastore.class, datastore(A, 1))).lacking("host.datastores"))
                .extracting(Lacking::property)
                .containsExactly("url");
        var there = noUrl.without(datastore(B, 1), "url");
        assertThat(across(there, there.get(Datastore.class, datastore(B, 1))).lacking("host.datastores"))
                .as("a datastore of the destination is its own")
                .isEmpty();
        assertThat(across(CLEAN, own).lacking("type")).isEmpty();
    }

    @Test
    void anImageIsReachedWhereTheHostMountsItsDatastore() {
        var metro = CLEAN.get(Datastore.class, datastore(A, 3));
        assertThat(across(CLEAN, metro).mounted()).isTrue();
        assertThat(across(CLEAN, metro).listed()).isTrue();
        var own = CLEAN.get(Datastore.class, datastore(A, 1));
        assertThat(across(CLEAN, own).mounted()).isFalse();
        assertThat(across(CLEAN, own).listed()).isFalse();
        assertThat(across(CLEAN, null).mounted()).isNull();
        assertThat(across(CLEAN, null).listed()).isNull();
        assertThat(across(CLEAN, null).hostMounts())
                .isEqualTo(CLEAN.get(Host.class, host(B, 1)).datastores());
    }

    @Test
    void devicesThatAreNotListedAreOneThatIsNotKnown() {
        var move = new DeviceMove(web(CLEAN), null, null, null, to(CLEAN), null, null, TABLES);

        assertThat(move.kind()).isEqualTo("device");
        assertThat(move.name()).isEqualTo("web-a, other devices");
        assertThat(move.refs()).containsExactly(new Ref("device", A, "vm-1/?"), HOST);
        assertThat(move.type()).isNull();
        assertThat(move.backing()).isNull();
        assertThat(move.connected()).isNull();
        assertThat(move.profile()).isNull();
        assertThat(move.lacking("anything")).extracting(Lacking::property).containsExactly("devicesConfirmed");
        assertThat(across(CLEAN, null).name()).isEqualTo("web-a, CD/DVD drive 1");
        assertThat(across(CLEAN, null).refs()).containsExactly(cdrom(WEB_A), host(B, 1));
    }

    private static @Nullable Boolean offered(Estate estate) {
        return DeviceOffer.offered(web(estate), to(estate));
    }

    private static @Nullable Boolean filters(Estate estate) {
        return DeviceOffer.filtersOffered(web(estate), to(estate));
    }

    private static List<String> lacking(Estate estate) {
        return told(DeviceOffer.lacking(web(estate), to(estate)));
    }

    private static List<String> lackingFilters(Estate estate) {
        return told(DeviceOffer.lackingFilters(web(estate), to(estate)));
    }

    private static List<String> told(List<Lacking> lacking) {
        return lacking.stream()
                .map(lacks -> lacks.thing().kind() + " " + lacks.property())
                .toList();
    }

    private static Vm web(Estate estate) {
        return estate.get(Vm.class, WEB_A);
    }

    private static Host to(Estate estate) {
        return estate.get(Host.class, HOST);
    }

    /** The drive of web-a on its way to the first host of site B. */
    private static DeviceMove across(Estate estate, @Nullable Datastore image) {
        return new DeviceMove(
                web(estate),
                estate.get(Device.class, cdrom(WEB_A)),
                image,
                estate.get(Host.class, host(A, 1)),
                estate.get(Host.class, host(B, 1)),
                estate.get(VCenter.class, VC_A),
                estate.get(VCenter.class, VC_B),
                TABLES);
    }
}
