package dev.premotion.rules;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.rules.SettlementTest.check;
import static dev.premotion.rules.SettlementTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Ref;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The law where one migration hangs on another; {@link LawTest} has the rest. */
class SettlementLawTest {

    private static final long GIB = 1L << 30;

    /** Facts with a second source; see {@link LawTest}. */
    private static final Set<String> TWICE = LawTest.twice("maxEvcMode", "capability");

    /** Plans and estates on which loads decide, with hosts named, so that a missing fact does not send a VM elsewhere. */
    @Property(tries = 60, seed = "20261122")
    void fewerFactsNeverApproveInAPlanOfSeveral(
            @ForAll @IntRange(min = 1, max = 5) int many,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var random = new Random(choice);
        long shared =
                (16 + 8L * random.nextInt(4)) * GIB; // both vCenters read the same, so that losing one loses nothing
        var estate = linkedSites()
                .change(host(A, 2), "memoryMiB", 60L + 60 * random.nextInt(3))
                .change(host(A, 3), "memoryMiB", 60L + 60 * random.nextInt(2))
                .change(datastore(A, 2), "freeSpaceBytes", (4 + 8L * random.nextInt(4)) * GIB)
                .change(datastore(A, 3), "freeSpaceBytes", shared)
                .change(datastore(B, 3), "freeSpaceBytes", shared)
                .change(host(A, 4), "inMaintenanceMode", random.nextBoolean());
        var plan = List.of(
                to("vm-6", random.nextBoolean() ? 2 : 4, "id: metro"),
                "{id: db, vm: {vcenter: vcsa-a, id: vm-2}, to: {disks: [{key: 2001, datastore: datastore-3}]}}",
                to("vm-1", 3, random.nextBoolean() ? "after: [metro]" : "wave: 2"),
                "{vm: {vcenter: vcsa-a, id: vm-3}, wave: 2, to: {datastore: datastore-2}}",
                "{vm: {vcenter: vcsa-b, id: vm-3}, wave: 2, to: {datastore: datastore-3}}");
        var poorer = random.nextInt(3) > 0
                ? estate
                : estate.without(random.nextBoolean() ? Estates.VC_A : Estates.VC_B, "datastores");
        for (int i = 0; i < many; i++) {
            var facts = poorer.facts().stream()
                    .filter(fact -> TWICE.stream().noneMatch(word -> fact.path().startsWith(word)))
                    .toList();
            poorer = poorer.without(facts.get(random.nextInt(facts.size())));
        }
        assertNoneIsApprovedInstead(estate, poorer, plan, "fewer facts");
    }

    private static void assertNoneIsApprovedInstead(Estate estate, Estate poorer, List<String> plan, String lost) {
        var before = check(estate, plan).migrations();
        var after = check(poorer, plan).migrations();

        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.size(); i++) {
            assertThat(after.get(i).verdict().approved()
                            && !before.get(i).verdict().approved())
                    .as(
                            "%s was %s, without %s",
                            after.get(i).migration().name(), before.get(i).verdict(), lost)
                    .isFalse();
        }
    }

    /** Ports and bandwidth of the port group that two VMs come to, and rows of lists, so that a VM or an adapter is gone. */
    @Property(tries = 60, seed = "20261123")
    void fewerFactsNeverApproveWhereTwoComeToOneNetwork(
            @ForAll @IntRange(min = 1, max = 3) int many,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var random = new Random(choice);
        boolean portsAreShort = random.nextBoolean();
        var estate = twoSites()
                .change(network(B, 1), "freePorts", portsAreShort ? 1 : 2)
                .change(nic(DB_A, 1), "reservationMbps", 6000L)
                .change(nic(WEB_A, 1), "reservationMbps", portsAreShort ? 0L : 6000L)
                .change(datastore(B, 1), "freeSpaceBytes", (random.nextBoolean() ? 45 : 450) * GIB);
        var to = "to: {vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-b1, networks: {VM-A: VM-B}}}";
        var plan = random.nextBoolean()
                ? List.of("{vm: {vcenter: vcsa-a, id: vm-2}, " + to, "{vm: {vcenter: vcsa-a, id: vm-1}, " + to)
                : List.of(
                        "{vm: {vcenter: vcsa-a, id: vm-2}, " + to, "{select: {vcenter: vcsa-a, name: 'web-*'}, " + to);
        var poorer = new Poorer(estate, List.copyOf(TWICE), random);
        for (int i = 0; i < many; i++) {
            poorer.lose();
        }

        assertThat(approves(estate, plan, "web-a")).isFalse();
        assertThat(approves(poorer.estate(), plan, "web-a"))
                .as("without %s", poorer.lost())
                .isFalse();
    }

    /**
     * Two port groups of one name, the second of which shares its pool with a third; ports or bandwidth for one VM. What is
     * lost is of networks mostly: of what the hosts offer, of the list, of a port group or of an adapter.
     */
    @Property(tries = 200, seed = "20261124")
    void fewerFactsNeverApproveWhereANameMayMeanAnotherNetwork(
            @ForAll @IntRange(min = 1, max = 3) int many,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var random = new Random(choice);
        boolean portsAreShort = random.nextInt(3) == 0;
        long reserved = portsAreShort ? 0 : 600;
        var estate = BandwidthSettlementTest.twoOfOneName()
                .change(nic(DB_A, 1), "reservationMbps", reserved)
                .change(nic(WEB_A, 1), "reservationMbps", reserved)
                .change(network(B, 2), "freePorts", portsAreShort ? 1 : 10);
        var to = "to: {vcenter: vcsa-b, datastore: ds-b1, host: esx-0";
        var plan = List.of(
                "{id: db, vm: {vcenter: vcsa-a, id: vm-2}, " + to + "1.site-b.example, networks: {VM-A: VM-B}}}",
                portsAreShort
                        ? "{vm: {vcenter: vcsa-a, id: vm-1}, " + to
                                + "1.site-b.example, networks: {VM-A: dvportgroup-2}}}"
                        : "{vm: {vcenter: vcsa-a, id: vm-1}, " + to + "2.site-b.example, networks: {VM-A: Other}}}",
                "{vm: {vcenter: vcsa-a, id: vm-6}, " + (random.nextBoolean() ? "after: [db], " : "") + to
                        + "1.site-b.example, networks: {VM-Shared: VM-B}}}");
        var poorer = new Poorer(estate, List.copyOf(TWICE), random);
        for (int i = 0; i < many; i++) {
            poorer.lose(random.nextInt(8) == 0 ? fact -> true : SettlementLawTest::ofNetworks);
        }

        assertNoneIsApprovedInstead(estate, poorer.estate(), plan, String.valueOf(poorer.lost()));
    }

    /** The first may not run, or may be another VM; the second waits for it, and leaves the third room where it does not run. */
    @Property(tries = 150, seed = "20261126")
    void fewerFactsNeverApproveWhereOneWaitsForAnother(
            @ForAll @IntRange(min = 1, max = 3) int many,
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var random = new Random(choice);
        var estate = twoSites()
                .change(host(A, 2), "memoryMiB", 60L)
                .change(Estates.METRO_A, "tags", Listing.of("tier-1"))
                .change(host(A, 4), "inMaintenanceMode", random.nextInt(4) > 0);
        var first = List.of("vm: metro-a", "vm: {vcenter: vcsa-a, id: vm-6}", "select: {name: '*-a', tag: tier-1}");
        var waits = random.nextBoolean() ? "after: [first], " : "together: [first], ";
        var plan = List.of(
                "{id: first, " + first.get(random.nextInt(3)) + ", to: {vcenter: vcsa-a, host: esx-04.site-a.example}}",
                "{vm: " + (random.nextBoolean() ? "web-a" : "{vcenter: vcsa-a, id: vm-1}") + ", " + waits
                        + "to: {vcenter: vcsa-a, host: esx-02.site-a.example}}",
                to("vm-2", 2));
        var poorer = new Poorer(estate, List.copyOf(TWICE), random);
        for (int i = 0; i < many; i++) {
            poorer.lose(random.nextInt(4) == 0 ? fact -> true : fact -> NAMING.contains(fact.path()));
        }

        for (var vm : List.of("metro-a", "web-a", "db-a")) {
            assertThat(approves(poorer.estate(), plan, vm) && !approves(estate, plan, vm))
                    .as("%s without %s", vm, poorer.lost())
                    .isFalse();
        }
    }

    private static final Set<String> NAMING = Set.of("hosts", "vms", "name", "tags", "inMaintenanceMode");

    /** What tells to which network the adapters come, and what that one has. */
    private static boolean ofNetworks(Estate.Fact fact) {
        return WHERE.contains(fact.thing()) && TELLING.contains(fact.path());
    }

    private static final Set<Ref> WHERE =
            Set.of(Estates.VC_B, host(B, 1), network(B, 1), network(B, 2), BandwidthSettlementTest.OTHER, nic(DB_A, 1));

    private static final Set<String> TELLING = Set.of("networks", "name", "networkName", "networkResourcePool");

    private static boolean approves(Estate estate, List<String> plan, String vm) {
        return check(estate, plan).migrations().stream()
                .anyMatch(judged ->
                        judged.migration().name().equals(vm) && judged.verdict().approved());
    }
}
