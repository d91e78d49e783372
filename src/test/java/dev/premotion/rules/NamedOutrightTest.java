package dev.premotion.rules;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Which candidate an entry takes is free; that it is approved there is not: named outright, the same place is approved too. */
class NamedOutrightTest {

    private static final long GIB = 1L << 30;

    @Property(tries = 60, seed = "20261125")
    void whatAnEntryIsApprovedForIsApprovedWhenNamedOutright(
            @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var random = new Random(choice);
        var estate = scarce(random);
        var plan = plan(random);

        var free = SettlementTest.check(estate, plan).migrations();
        var named = new ArrayList<String>();
        for (int i = 0; i < plan.size(); i++) {
            var judged = free.get(i);
            named.add(judged.verdict().approved() ? outright(plan.get(i), judged) : plan.get(i));
        }

        assertThat(SettlementTest.verdicts(SettlementTest.check(estate, named)))
                .as("%s", named)
                .isEqualTo(
                        free.stream().map(judged -> judged.verdict().toString()).toList());
    }

    /** Room for some of what comes, of one kind or another, at some hosts and datastores. */
    private static Estate scarce(Random random) {
        var estate = random.nextBoolean()
                ? Estates.twoSites()
                : PortSettlementTest.anotherOfOneNameAtTheFirstHost()
                        .change(host(B, 3), "inMaintenanceMode", random.nextBoolean());
        for (int i = 1; i <= 3; i++) {
            estate = estate.change(host(B, i), "memoryMiB", 40L + 60 * random.nextInt(4));
        }
        for (int i = 4; i <= 5; i++) {
            estate = estate.change(datastore(A, i), "freeSpaceBytes", (1 + 8L * random.nextInt(8)) * GIB)
                    .change(datastore(B, i), "freeSpaceBytes", (1 + 8L * random.nextInt(8)) * GIB);
        }
        return estate.change(network(B, 1), "freePorts", 1 + random.nextInt(4))
                .change(network(B, 1), "unreservedMbps", 700L * (1 + random.nextInt(2)))
                .change(nic(WEB_A, 1), "reservationMbps", 600L * random.nextInt(2))
                .change(nic(DB_A, 1), "reservationMbps", 600L * random.nextInt(2))
                .change(cluster(B, 1), "effectiveMemoryMiB", random.nextInt(3) > 0 ? 400_000L : 450L);
    }

    /** Three VMs that may go to one of several hosts or datastores; some disks and adapters have a place of their own. */
    private static List<String> plan(Random random) {
        var second = "disks: [{key: 2001, datastore: %s" + (1 + random.nextInt(2)) + "}]";
        var crossing = "to: {vcenter: vcsa-b, cluster: CL-B1, datastoreCluster: pod-b, ";
        var db = random.nextInt(3) > 0
                ? crossing + "networks: {VM-A: VM-B}, " + second.formatted("pod-b") + "}}"
                : "to: {datastoreCluster: pod-a, " + second.formatted("pod-a") + "}}";
        var web = random.nextBoolean() ? "networks: {VM-A: VM-B}}}" : "nics: [{key: 4000, portGroup: dvportgroup-1}]}}";
        return List.of(
                "{vm: {vcenter: vcsa-a, id: vm-2}, " + db,
                "{vm: {vcenter: vcsa-a, id: vm-1}, " + crossing + web,
                "{vm: {vcenter: vcsa-a, id: vm-6}, wave: " + (1 + random.nextInt(2)) + ", " + crossing
                        + "networks: {VM-Shared: VM-B}}}");
    }

    private static String outright(String entry, Judged judged) {
        var destination = Objects.requireNonNull(judged.destination());
        var host = Objects.requireNonNull(destination.host()).ref().id();
        var home = Objects.requireNonNull(destination.home().target()).ref().id();
        return entry.replace("cluster: CL-B1", "host: " + host)
                .replaceFirst("datastoreCluster: pod-.", "datastore: " + home);
    }
}
