package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.plan.MovedFiles.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the swap file of a VM lies before and after its move, and what that asks of the hosts. */
class SwapMoveTest {

    private static final Estate CLEAN = oneSite();
    private static final Ref HERE = host(A, 1);
    private static final Ref THERE = host(A, 2);
    private static final Ref CLUSTER = cluster(A, 1);
    private static final String ENTRY = "{ vm: web-a, to: { host: host-2 } }";

    /** The VM's own word, else that of the cluster. */
    @ParameterizedTest
    @CsvSource({
        "inherit,     vmDirectory, vmDirectory",
        "inherit,     hostLocal,   hostLocal",
        "inherit,     ,            ",
        "hostLocal,   vmDirectory, hostLocal",
        "vmDirectory, ,            vmDirectory",
        ",            hostLocal,   ",
    })
    void theVmSaysWhereItsSwapFileLiesOrItsClusterDoes(
            @Nullable String vm, @Nullable String cluster, @Nullable String placement) {
        var move = move(placed(vm, cluster));

        assertThat(move.placement()).isEqualTo(placement);
        assertThat(move.changesPlace()).isEqualTo(placement == null ? null : Boolean.FALSE);
    }

    /** What lies on datastores of the hosts (numbers), or with the VM; {@code none} where the host has none set. */
    @ParameterizedTest
    @CsvSource({
        "2,    2,    false",
        "2,    3,    true",
        "none, 3,    true",
        "2,    none, true",
        "none, none, false",
        ",     2,    ",
        "2,    ,     ",
        "none, ,     ",
    })
    void aFileOnADatastoreOfTheHostChangesPlaceWithTheHost(
            @Nullable String here, @Nullable String there, @Nullable Boolean changes) {
        var estate = local(local(placed("inherit", "hostLocal"), HERE, here), THERE, there);

        assertThat(move(estate).changesPlace()).isEqualTo(changes);
        assertThat(move(estate.change(WEB_A, "swapPlacement", "vmDirectory")).changesPlace())
                .isFalse();
    }

    @Test
    void aDatastoreOfAnotherVCenterIsAnotherPlace() {
        var site = linkedSites().change(WEB_A, "swapPlacement", "hostLocal");
        var other = host(B, 1);
        var estate = local(local(site, HERE, "2"), other, "2");
        var entry = "{ vm: web-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-b1, networks: { VM-A: VM-B } } }";

        assertThat(move(estate, entry).changesPlace()).isTrue();
        assertThat(move(estate, entry).refs()).containsExactly(WEB_A, other);
    }

    @Test
    void theHostItIsOnCountsOnlyWhereTheFileMayLieThere() {
        var unknown = placed("inherit", "vmDirectory").without(WEB_A, "host");
        assertThat(move(unknown).changesPlace()).as("with the VM").isFalse();
        assertThat(asks(move(unknown), "changesPlace")).isEmpty();
        var local = local(placed("inherit", "hostLocal").without(WEB_A, "host"), THERE, "2");
        assertThat(move(local).changesPlace()).isNull();
        assertThat(asks(move(local), "changesPlace")).containsExactly("vm host");
        var open = placed("inherit", null).without(WEB_A, "host");
        assertThat(asks(move(open), "changesPlace")).containsExactly("cluster swapPlacement");
        var silent = placed(null, "hostLocal").without(WEB_A, "host");
        assertThat(asks(move(silent), "changesPlace")).containsExactly("vm swapPlacement");
        var nowhere = silent.without(WEB_A, "cluster");
        assertThat(asks(move(nowhere), "changesPlace")).containsExactly("vm host", "vm swapPlacement");
    }

    @Test
    void whatDecidesTheCurrentPlaceAndTheNextIsAskedOnce() {
        assertThat(asks(move(CLEAN), "changesPlace")).isEmpty();
        assertThat(asks(move(placed(null, "vmDirectory")), "changesPlace")).containsExactly("vm swapPlacement");
        assertThat(asks(move(placed(null, null)), "changesPlace"))
                .containsExactly("vm swapPlacement", "cluster swapPlacement");
        assertThat(asks(move(placed("inherit", null)), "changesPlace")).containsExactly("cluster swapPlacement");
        var local = placed("inherit", "hostLocal");
        assertThat(move(local.without(HERE, "localSwap").without(THERE, "localSwap"))
                        .lacking("changesPlace"))
                .containsExactly(
                        new Lacking(HERE, "esx-01.site-a.example", "localSwap"),
                        new Lacking(THERE, "esx-02.site-a.example", "localSwap"));
        var set = local(local(local, HERE, "2"), THERE, "3");
        assertThat(move(set.without(HERE, "localSwapDatastore")).lacking("changesPlace"))
                .containsExactly(new Lacking(HERE, "esx-01.site-a.example", "localSwapDatastore"));
        assertThat(move(set.without(THERE, "localSwapDatastore")).lacking("changesPlace"))
                .containsExactly(new Lacking(THERE, "esx-02.site-a.example", "localSwapDatastore"));
    }

    @Test
    void whereItWillLieIsAskedOfTheVmAndItsCluster() {
        assertThat(asks(move(placed(null, "hostLocal")), "placement")).containsExactly("vm swapPlacement");
        assertThat(asks(move(placed(null, null)), "placement"))
                .containsExactly("vm swapPlacement", "cluster swapPlacement");
        assertThat(asks(move(placed("inherit", null)), "placement")).containsExactly("cluster swapPlacement");
        var nobody = CLEAN.without(THERE, "cluster");
        assertThat(move(nobody).placement()).isNull();
        assertThat(asks(move(nobody), "placement")).containsExactly("host cluster");
        var alone = nobody.change(THERE, "standalone", true);
        assertThat(asks(move(alone), "placement")).as("a host in no cluster").containsExactly("vm swapPlacement");
        assertThat(asks(move(alone.without(WEB_A, "swapPlacement")), "placement"))
                .containsExactly("vm swapPlacement");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true",
        "false, true,  false",
        "true,  false, false",
        "false, ,      false",
        ",      false, false",
        ",      true,  ",
        "true,  ,      "
    })
    void bothHostsHaveToMoveTheFile(@Nullable Boolean here, @Nullable Boolean there, @Nullable Boolean expected) {
        var estate = capable(capable(CLEAN, HERE, here), THERE, there);

        assertThat(move(estate).unsharedSwapVMotionSupported()).isEqualTo(expected);
        assertThat(move(estate).lacking("unsharedSwapVMotionSupported"))
                .extracting(Lacking::thing)
                .containsExactlyElementsOf(here == null ? List.of(HERE) : there == null ? List.of(THERE) : List.of());
    }

    @Test
    void aHostThatSaysNothingOfItselfIsAsked() {
        var silent = CLEAN.without(THERE, "capability");
        assertThat(move(silent).unsharedSwapVMotionSupported()).isNull();
        assertThat(move(silent).localSwapDatastoreSupported()).isNull();
        assertThat(move(CLEAN).localSwapDatastoreSupported()).isTrue();
        assertThat(asks(move(silent), "unsharedSwapVMotionSupported"))
                .containsExactly("host capability.unsharedSwapVMotionSupported");
        var unknown = CLEAN.without(WEB_A, "host");
        assertThat(move(unknown).unsharedSwapVMotionSupported()).isNull();
        assertThat(asks(move(unknown), "unsharedSwapVMotionSupported")).isEmpty();
        assertThat(move(capable(unknown, THERE, false)).unsharedSwapVMotionSupported())
                .isFalse();
        assertThat(asks(move(capable(unknown, THERE, null)), "unsharedSwapVMotionSupported"))
                .containsExactly("host capability.unsharedSwapVMotionSupported");
    }

    @Test
    void theMountOfTheDatastoreForSwapFilesSaysWhetherItTakesThem() {
        var set = local(placed("inherit", "hostLocal"), THERE, "2");
        assertThat(move(set).swapAccessMode()).isEqualTo("readWrite");
        assertThat(move(mounts(set, "readOnly")).swapAccessMode()).isEqualTo("readOnly");
        assertThat(move(mounts(set, null)).swapAccessMode()).isNull();
        assertThat(move(mounts(set, null).change(THERE, "mountsConfirmed", true))
                        .swapAccessMode())
                .isEqualTo("readWrite");
        assertThat(move(local(set, THERE, "7")).swapAccessMode()).isNull();
    }

    /** That the host may write to whatever it mounts says nothing of a datastore that nobody knows. */
    @Test
    void whatIsAskedOfThatMountDecidesIt() {
        var set = local(placed("inherit", "hostLocal"), THERE, "2");
        assertThat(asks(move(mounts(set, null)), "swapAccessMode")).containsExactly("host mountsConfirmed");
        var unnamed = set.without(THERE, "localSwapDatastore");
        assertThat(move(unnamed).swapAccessMode()).isNull();
        assertThat(asks(move(unnamed), "swapAccessMode")).containsExactly("host localSwapDatastore");
        var unlisted = set.without(THERE, "datastores");
        assertThat(move(unlisted).swapAccessMode()).isNull();
        assertThat(asks(move(unlisted), "swapAccessMode")).containsExactly("host datastores");
        assertThat(asks(move(local(set, THERE, "7").partial(THERE, "datastores")), "swapAccessMode"))
                .containsExactly("host datastores.complete");
    }

    @Test
    void hostsThatDifferInNothingThatIsAskedAreOneDestination() {
        var move = MovedFiles.swap(CLEAN, Plans.survey(CLEAN));

        assertThat(move.hosts()).isEqualTo("esx-02.site-a.example and esx-03.site-a.example");
        assertThat(move.name()).isEqualTo("swap file of web-a at esx-02.site-a.example and esx-03.site-a.example");
        assertThat(move.kind()).isEqualTo("swap-file");
        assertThat(move.refs()).containsExactly(WEB_A, THERE);
        assertThat(asks(move, "anything")).isEmpty();
    }

    private static Estate placed(@Nullable String vm, @Nullable String cluster) {
        return set(set(CLEAN, WEB_A, "swapPlacement", vm), CLUSTER, "swapPlacement", cluster);
    }

    /** A datastore for swap files: its number, {@code none}, or nothing known. */
    private static Estate local(Estate estate, Ref host, @Nullable String number) {
        boolean none = "none".equals(number);
        var datastore = number == null || none ? null : "datastore-" + number;
        return set(
                set(estate, host, "localSwap", number == null ? null : Boolean.valueOf(!none)),
                host,
                "localSwapDatastore",
                datastore);
    }

    private static Estate mounts(Estate estate, @Nullable String accessMode) {
        return estate.change(
                THERE,
                "datastores",
                Listing.of(
                        new DatastoreMount("datastore-1", "readWrite", true),
                        new DatastoreMount("datastore-2", accessMode, true)));
    }

    private static Estate capable(Estate estate, Ref host, @Nullable Boolean value) {
        return set(estate, host, "capability.unsharedSwapVMotionSupported", value);
    }

    private static Estate set(Estate estate, Ref thing, String property, @Nullable Object value) {
        return value == null ? estate.without(thing, property) : estate.change(thing, property, value);
    }

    private static SwapMove move(Estate estate) {
        return move(estate, ENTRY);
    }

    private static SwapMove move(Estate estate, String entry) {
        return MovedFiles.swap(estate, entry);
    }
}
