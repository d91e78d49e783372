package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which datastores are one storage, surely or perhaps: what fills one fills the other. */
class SameStorageTest {

    private static final Ref METRO_A = datastore(A, 3);
    private static final Ref METRO_B = datastore(B, 3);

    @Test
    void oneUrlIsOneStorageListedInTheOrderOfTheInventory() {
        assertThat(as(twoSites(), METRO_A)).containsExactly(METRO_A, METRO_B);
        assertThat(as(twoSites(), METRO_B)).containsExactly(METRO_A, METRO_B);
        assertThat(as(twoSites(), datastore(A, 1))).containsExactly(datastore(A, 1));
    }

    @Test
    void urlAndExportThatBothAgreeCountOnce() {
        var both = twoSites();
        for (var one : List.of(METRO_A, METRO_B)) {
            both = both.change(one, "remoteHost", "nas.example").change(one, "remotePath", "/metro");
        }
        assertThat(as(both, METRO_A)).containsExactly(METRO_A, METRO_B);
    }

    @Test
    void oneThatIsLikeTwoJoinsThem() {
        var third = datastore(B, 2);
        var estate = twoSites()
                .change(METRO_B, "remoteHost", "nas.example")
                .change(METRO_B, "remotePath", "/metro")
                .change(third, "remoteHost", "NAS.example")
                .change(third, "remotePath", "/metro");

        assertThat(as(estate, METRO_A)).containsExactly(METRO_A, third, METRO_B);
        assertThat(as(estate, third)).containsExactly(METRO_A, third, METRO_B);
    }

    @Test
    void anExportIsServerAndPath() {
        var server = twoSites().without(METRO_B, "url").change(METRO_A, "remoteHost", "nas.example");
        var other = server.change(METRO_A, "remotePath", "/metro")
                .change(METRO_B, "remoteHost", "nas.example")
                .change(METRO_B, "remotePath", "/other");

        assertThat(as(server.change(METRO_B, "remoteHost", "nas.example"), METRO_A))
                .containsExactly(METRO_A);
        assertThat(as(other, METRO_A)).containsExactly(METRO_A);
        assertThat(perhaps(other, METRO_A)).as("two exports").doesNotContain(METRO_B);
    }

    @Test
    void withoutAUrlItMayBeAnyOfItsKindAndSizeOfAnotherVCenter() {
        var estate = twoSites().without(METRO_B, "url");
        var size = estate.get(Datastore.class, METRO_B).capacityBytes();

        assertThat(perhaps(estate, METRO_A)).containsExactly(METRO_B);
        assertThat(perhaps(estate, METRO_B))
                .contains(METRO_A)
                .allMatch(ref -> ref.vCenter().equals(A));
        assertThat(perhaps(estate.change(METRO_B, "capacityBytes", size + 1), METRO_A))
                .isEmpty();
        assertThat(perhaps(estate.change(METRO_B, "type", "vsan"), METRO_A)).isEmpty();
        assertThat(perhaps(estate.without(METRO_B, "type").without(METRO_B, "capacityBytes"), METRO_A))
                .containsExactly(METRO_B);
    }

    @Test
    void twoUrlsThatDifferAreTwoStorages() {
        var estate = twoSites().change(METRO_B, "url", "ds:///vmfs/volumes/other/");

        assertThat(as(estate, METRO_A)).containsExactly(METRO_A);
        assertThat(perhaps(estate, METRO_A)).isEmpty();
    }

    @Test
    void twoWithoutUrlsFindEachOtherOnce() {
        var estate = twoSites().without(METRO_A, "url").without(METRO_B, "url");

        assertThat(perhaps(estate, METRO_A)).filteredOn(METRO_B::equals).hasSize(1);
        assertThat(perhaps(estate, METRO_B)).filteredOn(METRO_A::equals).hasSize(1);
    }

    private static List<Ref> as(Estate estate, Ref datastore) {
        return new SameStorage(estate.inventory())
                .as(estate.get(Datastore.class, datastore)).stream()
                        .map(Datastore::ref)
                        .toList();
    }

    private static List<Ref> perhaps(Estate estate, Ref datastore) {
        return new SameStorage(estate.inventory())
                .perhaps(estate.get(Datastore.class, datastore)).stream()
                        .map(Datastore::ref)
                        .toList();
    }
}
