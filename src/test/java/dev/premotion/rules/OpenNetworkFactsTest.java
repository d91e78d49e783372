package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
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

    /** Host 4 offers a network that is not listed, which may have the name that the plan writes, too. */
    @Test
    void whoStaysOnItsNetworkMeansNoOtherOfItsName() {
        var estate = Estates.oneSite()
                .partial(Estates.VC_A, "networks")
                .change(Estates.host(Estates.A, 4), "networks", Listing.of("dvportgroup-1", "dvportgroup-77"));
        var stays = "{vm: metro-a, to: {host: host-4}}";
        var mapped = "{vm: web-a, to: {host: host-4, nics: [{key: 4000, portGroup: VM-Shared}]}}";

        assertThat(found(estate, stays, mapped)).containsExactly("NET-PG-EXISTS", "NET-PG-EXISTS?");
        assertThat(found(estate, mapped, stays)).containsExactly("NET-PG-EXISTS?", "NET-PG-EXISTS");
        var ids = Cases.check(estate, Plans.read(stays, mapped)).findings().stream()
                .filter(finding -> finding.card().id().equals("NET-PG-EXISTS"))
                .map(finding -> finding.subject().key())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static List<String> found(Estate estate, String... plan) {
        return Cases.check(estate, Plans.read(plan)).migrations().stream()
                .flatMap(judged -> judged.findings().stream())
                .map(Cases::told)
                .filter(told -> told.startsWith("NET-PG-EXISTS"))
                .toList();
    }

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
