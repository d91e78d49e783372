package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.premotion.answer.Evidence;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.reference.Tables;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Where the path of a fact leads: to which thing, and to what of it. */
class FactPathTest {

    private static final Tables TABLES = Tables.load();
    private static final String HERE = "{ vm: web-a, to: { host: host-2, datastore: ds-a2 } }";

    @Test
    void theNearestNamedThingOnTheWayHasTheFact() {
        var arrival = subject(oneSite(), VmArrival.class);
        assertThat(told(arrival, "vm.memoryMiB")).isEqualTo("memoryMiB of web-a (VM vm-1): 4096");
        assertThat(told(arrival, "host.capability.maxRunningVms"))
                .startsWith("capability.maxRunningVms of esx-02.site-a.example (HOST host-2): ");
        assertThat(told(arrival, "host")).startsWith(" of esx-02.site-a.example (HOST host-2): Host[");
        assertThat(told(subject(oneSite(), DiskMove.class), "disk.path"))
                .as("a device is called by its VM's name, too")
                .startsWith("path of Hard disk 1 of web-a (DISK vm-1/2000): ");
    }

    @Test
    void whatIsAbsentOnTheWayIsAskedOfWhoHasIt() {
        var bare = oneSite().without(host(A, 2), "capability");
        assertThat(told(subject(bare, VmArrival.class), "host.capability.maxRunningVms"))
                .isEqualTo("capability.maxRunningVms of esx-02.site-a.example (HOST host-2): null");
        var alone = oneSite().without(host(A, 2), "cluster");
        assertThat(told(subject(alone, VmArrival.class), "cluster.evcMode"))
                .isEqualTo("cluster of esx-02.site-a.example (HOST host-2): null");
        var unlisted = oneSite().change(host(A, 2), "cluster", "domain-c9");
        assertThat(told(subject(unlisted, VmArrival.class), "cluster.evcMode"))
                .as("it is named and not listed")
                .isEqualTo("cluster of esx-02.site-a.example (HOST host-2): null");
        assertThat(told(subject(oneSite().without(WEB_A, "disks"), DiskMove.class), "disk.path"))
                .isEqualTo("disks of web-a (VM vm-1): null");
    }

    @Test
    void whatIsLackingIsTheFactOrWhatAListDoesNotShow() {
        assertThat(lacking(oneSite().without(WEB_A, "memoryMiB"), "vm.memoryMiB"))
                .containsExactly("memoryMiB of web-a");
        assertThat(lacking(oneSite(), "vm.tags")).as("the list is whole").isEmpty();
        assertThat(lacking(oneSite().change(WEB_A, "tags", Listing.partial(List.of())), "vm.tags"))
                .containsExactly("tags.complete of web-a");
        assertThat(lacking(oneSite().without(host(A, 2), "version"), "host.version"))
                .containsExactly("version of esx-02.site-a.example");
        assertThat(lacking(oneSite().without(host(A, 2), "version").without(host(A, 2), "build"), "host.version"))
                .as("a release is told by both")
                .containsExactly("version of esx-02.site-a.example", "build of esx-02.site-a.example");
        assertThat(lacking(oneSite().without(cluster(A, 1), "evcMode"), "cluster.evcMode"))
                .containsExactly("evcMode of CL-A1");
    }

    @Test
    void aPathHasATypeAndAListItsItems() {
        assertThat(FactPath.type(VmArrival.class, "vm.memoryMiB")).contains(Long.class);
        assertThat(FactPath.type(HostLoad.class, "flashCached"))
                .as("in its box")
                .contains(Boolean.class);
        assertThat(FactPath.type(VmArrival.class, "vm.nothing")).isEmpty();
        assertThat(FactPath.type(VmArrival.class, "nothing.name")).isEmpty();
        assertThat(FactPath.item(VmArrival.class, "vm.tags")).contains(String.class);
        assertThat(FactPath.item(VmArrival.class, "vm.memoryMiB")).isEmpty();
        assertThat(FactPath.item(VmArrival.class, "vm.nothing")).isEmpty();
    }

    @Test
    void aStepThatThereIsNotIsToldWithWhatLacksIt() {
        assertThat(FactPath.problem(VmArrival.class, "vm.memoryMiB")).isEmpty();
        assertThat(FactPath.problem(VmArrival.class, "vm.memory")).contains("Vm has no memory (in vm.memory)");
        assertThat(FactPath.problem(VmArrival.class, "guest.id")).contains("VmArrival has no guest (in guest.id)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactPath.of(subject(oneSite(), VmArrival.class), "vm.memory"))
                .withMessage("Vm has no memory");
    }

    @Test
    void aRuleMayNotReachOverWhatMayBeAbsent() {
        assertThat(FactPath.absentOnTheWay(VmArrival.class, "vm.memoryMiB")).isEmpty();
        assertThat(FactPath.absentOnTheWay(VmArrival.class, "vm")).isEmpty();
        assertThat(FactPath.absentOnTheWay(VmArrival.class, "host.capability.maxRunningVms"))
                .contains("capability may be absent, so host.capability.maxRunningVms needs a leaf in VmArrival");
        assertThat(FactPath.absentOnTheWay(VmArrival.class, "guest.id"))
                .contains("VmArrival has no guest (in guest.id)");
    }

    @Test
    void whatASubjectKnowsBetterItSaysItself() {
        var unlisted = subjects(
                        twoSites().without(VC_B, "vms"),
                        "{ vm: { vcenter: vcsa-a, id: vm-1 }, to: { vcenter:"
                                + " vcsa-b, host: host-1, datastore: ds-b1, networks: { VM-A: VM-B } } }")
                .stream()
                .filter(NameUse.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(FactPath.lacking(unlisted, new Evidence("nameTaken", null, "")))
                .extracting(Lacking::property)
                .containsExactly("vms");
    }

    private static List<String> lacking(Estate estate, String path) {
        return FactPath.lacking(subject(estate, VmArrival.class), new Evidence(path, null, "")).stream()
                .map(one -> one.property() + " of " + one.thingName())
                .toList();
    }

    private static String told(Subject subject, String path) {
        var to = FactPath.of(subject, path);
        var owner = to.owner();
        return to.property() + " of " + to.ownerName() + " ("
                + (owner == null ? "nobody" : owner.kind().toUpperCase(Locale.ROOT) + " " + owner.id()) + "): "
                + to.value();
    }

    private static <T extends Subject> T subject(Estate estate, Class<T> type) {
        return subjects(estate, HERE).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Subject> subjects(Estate estate, String entry) {
        var plan = Plans.resolve(estate, entry);
        var migration = plan.migrations().get(0);
        return new Subjects(plan, estate.inventory(), TABLES)
                .of(migration, migration.candidates().get(0));
    }
}
