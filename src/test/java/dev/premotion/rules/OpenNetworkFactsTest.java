package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.OpenFacts;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.plan.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Whoever is told that something about the network is not known is told what to find out. */
class OpenNetworkFactsTest {

    private static final Set<String> RULES = Set.of(
            "NET-VMK-1G",
            "NET-VMK-DUPLEX",
            "NET-VMK-IP",
            "NET-VMK-STACK-MIX",
            "NET-VMK-VGPU-10G",
            "NET-PG-EXISTS",
            "NET-PG-ACCESSIBLE");

    private static final List<String> FACTS = List.of(
            "vmkernelAdapters",
            "physicalNics",
            "networks",
            "vmotionAdapter",
            "vmotionLinkUp",
            "connected",
            "network",
            "name",
            "nics",
            "accessible",
            "type");

    private static final String INSIDE = "{vm: web-a, to: {host: esx-04.site-a.example}}";
    private static final String ACROSS = "{vm: {vcenter: vcsa-a, id: vm-1}, to: {vcenter: vcsa-b, host: host-1,"
            + " datastore: datastore-1, networks: {VM-A: VM-B}}}";

    @Test
    void aNetworkThatThePlanDoesNotMapIsAskedOfThePlan() {
        var plan = Plans.read(
                "{vm: {vcenter: vcsa-a, id: vm-1}, to: {vcenter: vcsa-b, host: host-1," + " datastore: datastore-1}}");
        var open = Cases.check(Estates.twoSites(), plan).findings().stream()
                .filter(finding -> finding.card().id().equals("NET-EXTERNAL-TO-INTERNAL"))
                .toList();

        assertThat(open).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.message())
                    .endsWith("it is not known to which network of the destination Network adapter 1 of web-a is to be"
                            + " connected.");
            assertThat(finding.remedy()).contains("The plan: networks or nics").endsWith("Write it in the plan.");
        });
    }

    @Property(tries = 80, seed = "20261123")
    void whatIsOpenIsNamed(@ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long choice) {
        var random = new Random(choice);
        var estate = Estates.twoSites();
        var lost = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            var facts = estate.facts().stream()
                    .filter(fact -> FACTS.stream().anyMatch(word -> fact.path().startsWith(word)))
                    .filter(fact ->
                            !fact.thing().equals(Estates.WEB_A) || !fact.path().equals("name"))
                    .toList();
            var fact = facts.get(random.nextInt(facts.size()));
            lost.add(fact.toString());
            estate = estate.without(fact);
        }
        assertNamed(estate, lost);
    }

    @Test
    void anAdapterWhoseUplinksAreNotListedIsNamed() {
        var host = Estates.host(Estates.A, 4);

        assertNamed(Estates.twoSites().without(host, "vmkernelAdapters[1].uplinks"), "no uplinks");
        assertNamed(Estates.twoSites().without(host, "vmkernelAdapters[1].services"), "no services");
        assertNamed(Estates.twoSites().without(host, "vmkernelAdapters[1].netStack"), "no stack");
        assertNamed(Estates.twoSites().without(host, "physicalNics[1].linkSpeedMbps"), "no speed");
        assertNamed(Estates.twoSites().without(host, "physicalNics[1].fullDuplex"), "no duplex");
    }

    private static void assertNamed(Estate estate, Object lost) {
        for (var entry : List.of(INSIDE, ACROSS)) {
            assertThat(Cases.check(estate, Plans.read(entry)).findings())
                    .filteredOn(finding -> RULES.contains(finding.card().id()))
                    .filteredOn(finding -> finding.answer().unknown())
                    .allSatisfy(finding -> assertThat(OpenFacts.of(finding.subject(), finding.answer()))
                            .as("%s without %s", finding.message(), lost)
                            .isNotEmpty());
        }
    }
}
