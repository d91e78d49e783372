package dev.premotion.plan;

import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.folder;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.inventory.Estates.vm;
import static dev.premotion.plan.Nics.ACROSS;
import static dev.premotion.plan.Nics.TABLES;
import static dev.premotion.plan.Nics.lacking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether site B has the name, the instance UUID or an address of web-a, which comes to its folder Accounting. */
class NamesInUseTest {

    private static final Estate CLEAN = twoSites();
    private static final Ref WEB_B = vm(B, 1);
    private static final Ref DB_B = vm(B, 2);
    private static final String UUID = "50000000-000a-0000-0000-000000000001";
    private static final String MAC = "00:50:56:0a:00:01";
    private static final String ACCOUNTING = "/DC-B/vm/Accounting";

    private static final Estate NAMED = CLEAN.change(WEB_B, "name", "WEB-a").change(WEB_B, "folder", ACCOUNTING);
    private static final Estate IDENTIFIED = CLEAN.change(WEB_B, "instanceUuid", UUID);
    private static final Estate ADDRESSED = CLEAN.change(nic(WEB_B, 1), "macAddress", "00:50:56:0A:00:01");

    @Test
    void aNameIsTakenInItsFolderWhateverItsCase() {
        assertThat(name(NAMED).nameTaken()).isTrue();
        assertThat(name(CLEAN).nameTaken()).isFalse();
        assertThat(name(NAMED.change(WEB_B, "folder", "/DC-B/vm")).nameTaken())
                .as("in another folder")
                .isFalse();
        assertThat(name(CLEAN.without(DB_B, "folder")).nameTaken())
                .as("wherever one of another name is")
                .isFalse();
        assertThat(name(NAMED.partial(VC_B, "vms")).nameTaken()).isTrue();
        for (var open : List.of(
                CLEAN.partial(VC_B, "vms"),
                CLEAN.without(VC_B, "vms"),
                CLEAN.without(DB_B, "name"),
                NAMED.without(WEB_B, "folder"),
                NAMED.change(WEB_B, "folder", "Accounting"),
                NAMED.without(WEB_B, "name"),
                NAMED.without(WEB_A, "name"))) {
            assertThat(name(open).nameTaken()).isNull();
        }
    }

    @Test
    void anInstanceUuidIsTakenInTheWholeVCenter() {
        assertThat(name(IDENTIFIED).uuidTaken()).isTrue();
        assertThat(name(CLEAN).uuidTaken()).isFalse();
        assertThat(name(IDENTIFIED.without(DB_B, "instanceUuid")).uuidTaken()).isTrue();
        for (var open : List.of(
                CLEAN.partial(VC_B, "vms"),
                CLEAN.without(VC_B, "vms"),
                CLEAN.without(DB_B, "instanceUuid"),
                IDENTIFIED.without(WEB_A, "instanceUuid"))) {
            assertThat(name(open).uuidTaken()).isNull();
        }
        assertThat(name(CLEAN.without(DB_B, "name")).uuidTaken())
                .as("a name does not matter")
                .isFalse();
        assertThat(name(CLEAN.without(DB_B, "instanceUuid")).nameTaken()).isFalse();
    }

    @Test
    void whoLeavesWithinThePlanIsNotCountedHere() {
        var alike = NAMED.change(WEB_B, "instanceUuid", UUID).change(nic(WEB_B, 1), "macAddress", MAC);
        assertThat(use(alike, NameUse.class, WEB_B).nameTaken()).isFalse();
        assertThat(use(alike, NameUse.class, WEB_B).uuidTaken()).isFalse();
        assertThat(use(alike, MacUse.class, WEB_B).others()).isEqualTo(Listing.of());
        var unnamed = alike.without(WEB_B, "name").without(WEB_B, "instanceUuid");
        assertThat(use(unnamed, NameUse.class, WEB_B).nameTaken())
                .as("whether all is listed depends on every VM")
                .isNull();
        assertThat(use(unnamed, NameUse.class, WEB_B).uuidTaken()).isNull();
    }

    @Test
    void aTableFindsWhoHasANameOrUuid() {
        var table = NameTable.of(CLEAN.get(VCenter.class, VC_B), vm -> true);
        assertThat(table.named("/DC-B/vm", "DB-B")).extracting(Vm::ref).containsExactly(DB_B);
        assertThat(table.named("/DC-B/vm", "db-a")).isEmpty();
        assertThat(table.named(null, "db-b")).isEmpty();
        assertThat(table.named("/DC-B/vm", null)).isEmpty();
        assertThat(table.identified("50000000-000b-0000-0000-000000000002"))
                .extracting(Vm::ref)
                .containsExactly(DB_B);
        assertThat(table.identified(null)).isEmpty();
        assertThat(table.taken(null, "db-b")).isNull();
        assertThat(table.taken("/DC-B/vm", null)).isNull();
        assertThat(table.uuidTaken(null)).isNull();
    }

    @Test
    void whatTellsOfNameAndUuidIsAskedFor() {
        assertThat(lacking(name(CLEAN.without(VC_B, "vms")), "nameTaken")).containsExactly("vcsa-b: vms");
        assertThat(lacking(name(CLEAN.without(VC_B, "vms")), "uuidTaken")).containsExactly("vcsa-b: vms");
        assertThat(lacking(name(CLEAN.without(WEB_A, "name")), "nameTaken")).containsExactly("vm-1: name");
        assertThat(lacking(name(CLEAN.without(WEB_A, "instanceUuid")), "uuidTaken"))
                .containsExactly("web-a: instanceUuid");
        assertThat(lacking(name(CLEAN.without(DB_B, "name")), "nameTaken")).containsExactly("vm-2: name");
        assertThat(lacking(name(NAMED.without(WEB_B, "folder").without(DB_B, "folder")), "nameTaken"))
                .containsExactly("WEB-a: folder");
        assertThat(lacking(name(CLEAN), "vm.name")).isEmpty();
        var pathless = CLEAN.without(folder(B, 2), "path");
        assertThat(name(pathless, "Accounting").nameTaken()).isNull();
        assertThat(lacking(name(pathless, "Accounting"), "nameTaken")).containsExactly("Accounting: path");
        assertThat(lacking(name(CLEAN.partial(VC_B, "folders"), "Hidden"), "nameTaken"))
                .containsExactly("vcsa-b: folders.complete");
        var leaving = new NameUse(
                CLEAN.get(Vm.class, WEB_A),
                CLEAN.get(VCenter.class, VC_B),
                ACCOUNTING,
                null,
                null,
                true,
                List.of(new Lacking(WEB_B, "web-b", "powerState")));
        assertThat(lacking(leaving, "nameTaken")).containsExactly("web-b: powerState");
        assertThat(List.of(leaving.kind(), name(CLEAN).kind())).containsExactly("name-leaving", "name");
        assertThat(leaving.name()).isEqualTo("web-a to vcsa-b");
        assertThat(leaving.refs()).containsExactly(WEB_A, VC_B);
    }

    @Test
    void anAddressIsUsedByAnyAdapterWhateverItsCase() {
        assertThat(mac(ADDRESSED).others()).isEqualTo(Listing.of("web-b"));
        assertThat(mac(CLEAN).others()).isEqualTo(Listing.of());
        assertThat(mac(ADDRESSED.without(DB_B, "nics")).others()).isEqualTo(Listing.partial(List.of("web-b")));
        for (var open : List.of(
                CLEAN.partial(VC_B, "vms"),
                CLEAN.without(VC_B, "vms"),
                CLEAN.without(DB_B, "nics"),
                CLEAN.partial(DB_B, "nics"),
                CLEAN.without(nic(DB_B, 1), "macAddress"))) {
            assertThat(mac(open).others()).isEqualTo(Listing.partial(List.of()));
        }
        assertThat(mac(CLEAN.without(nic(WEB_A, 1), "macAddress")).others()).isNull();
        assertThat(mac(CLEAN.without(WEB_A, "nics")).others()).isNull();
        var own = MacTable.of(CLEAN.get(VCenter.class, VC_B), vm -> true);
        assertThat(own.users("00:50:56:0B:00:02", CLEAN.get(Vm.class, DB_B)))
                .as("itself is no other")
                .isEmpty();
        assertThat(own.users("00:50:56:0B:00:02", CLEAN.get(Vm.class, WEB_B))).hasSize(1);
        assertThat(own.users(null, CLEAN.get(Vm.class, WEB_B))).isEmpty();
    }

    @Test
    void whatTellsOfAnAddressIsAskedFor() {
        assertThat(lacking(mac(CLEAN.without(VC_B, "vms")), "others")).containsExactly("vcsa-b: vms");
        assertThat(lacking(mac(CLEAN.without(nic(WEB_A, 1), "macAddress")), "others"))
                .containsExactly("Network adapter 1 of web-a: macAddress");
        assertThat(lacking(mac(CLEAN.without(WEB_A, "nics")), "others")).containsExactly("web-a: nics");
        assertThat(lacking(mac(CLEAN.without(VC_B, "vms")), "destination.version"))
                .isEmpty();
        var use = mac(CLEAN);
        var leaving = new MacUse(
                use.vm(),
                use.nic(),
                use.destination(),
                null,
                true,
                List.of(new Lacking(WEB_B, "web-b", "powerState")),
                TABLES);
        assertThat(lacking(leaving, "others")).containsExactly("web-b: powerState");
        assertThat(lacking(leaving, "destination.version")).isEmpty();
        assertThat(List.of(leaving.kind(), use.kind())).containsExactly("mac-leaving", "mac");
        assertThat(use.name()).isEqualTo("web-a, " + MAC);
        assertThat(use.refs()).containsExactly(WEB_A, new Ref("mac", B, MAC));
        assertThat(mac(CLEAN.without(WEB_A, "nics")).refs()).containsExactly(WEB_A, new Ref("mac", B, "?"));
        assertThat(mac(CLEAN.without(WEB_A, "nics")).name()).isEqualTo("web-a");
        assertThat(use.destinationRelease()).isEqualTo(TABLES.vCenter("7.0.3.01700", "22357613"));
    }

    @Test
    void aWorldWideNameIsSharedWhereAnotherVmHasIt() {
        var one = CLEAN.change(WEB_A, "npivWwns", Listing.of("20:01", "20:02"));
        assertThat(shared(CLEAN)).isFalse();
        assertThat(shared(one)).isFalse();
        assertThat(shared(one.change(WEB_A, "npivWwns", Listing.of("20:01", "20:01"))))
                .as("it has it itself")
                .isFalse();
        var two = one.change(WEB_B, "npivWwns", Listing.of("20:02"));
        assertThat(shared(two)).isTrue();
        assertThat(shared(two.without(DB_A, "npivWwns").partial(WEB_A, "npivWwns")))
                .isTrue();
        for (var open : List.of(
                one.without(DB_A, "npivWwns"),
                one.partial(DB_A, "npivWwns"),
                one.partial(VC_B, "vms"),
                one.without(VC_B, "vms"),
                one.partial(WEB_A, "npivWwns"),
                CLEAN.partial(WEB_A, "npivWwns"),
                CLEAN.without(WEB_A, "npivWwns"))) {
            assertThat(shared(open)).isNull();
        }
        assertThat(shared(CLEAN.without(VC_B, "vms")))
                .as("who has none shares none")
                .isFalse();
    }

    private static @Nullable Boolean shared(Estate estate) {
        return WwnTable.of(estate.inventory()).shared(estate.get(Vm.class, WEB_A));
    }

    private static NameUse name(Estate estate) {
        return use(estate, NameUse.class);
    }

    private static NameUse name(Estate estate, String folder) {
        return use(estate, ACROSS.replace("group-v2", folder), NameUse.class, Set.of());
    }

    private static MacUse mac(Estate estate) {
        return use(estate, MacUse.class);
    }

    private static <T extends Subject> T use(Estate estate, Class<T> type, Ref... leaving) {
        return use(estate, ACROSS, type, Set.of(leaving));
    }

    private static <T extends Subject> T use(Estate estate, String entry, Class<T> type, Set<Ref> leaving) {
        var migration = Plans.one(estate, entry);
        var move = CandidateMove.of(migration, migration.candidates().get(0));
        var all = new VCenterSubjects(estate.inventory(), TABLES, leaving).of(move);
        return type.cast(all.stream().filter(type::isInstance).findFirst().orElseThrow());
    }
}
