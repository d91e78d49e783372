package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.LINK_AB;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Tables;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules ask of hosts, where the snapshot says it and where it leaves it open. */
class HostSubjectsTest {

    private static final Tables TABLES = Tables.load();

    /** Adapter 1 of host 1 has the vMotion service, over vmnic1. */
    private static final Estate CLEAN = oneSite();

    @Test
    void aServiceIsOfferedByServiceOrTcpIpStack() {
        assertThat(vmotion(CLEAN)).isTrue();
        assertThat(vmotion(change("vmkernelAdapters[1].services", Listing.of())))
                .as("its stack")
                .isTrue();
        assertThat(vmotion(change("vmkernelAdapters[1].netStack", "defaultTcpipStack")))
                .as("its service")
                .isTrue();
        var neither = change("vmkernelAdapters[1].services", Listing.of())
                .without(host(A, 1), "vmkernelAdapters[1].netStack");
        assertThat(vmotion(neither)).isFalse();
    }

    @Test
    void whatAPersonSaidOfAServiceCountsWhereAdaptersAreNotAllTold() {
        var none = change("vmkernelAdapters", Listing.of());
        assertThat(vmotion(none)).as("the list says no").isFalse();
        for (var open : List.of(
                CLEAN.without(host(A, 1), "vmkernelAdapters"),
                none.partial(host(A, 1), "vmkernelAdapters"),
                CLEAN.lose(host(A, 1), "vmkernelAdapters", 1),
                CLEAN.drop(host(A, 1), "vmkernelAdapters", 1).without(host(A, 1), "vmkernelAdapters[0].services"),
                CLEAN.drop(host(A, 1), "vmkernelAdapters", 1).partial(host(A, 1), "vmkernelAdapters[0].services"))) {
            assertThat(vmotion(open)).isTrue();
            assertThat(vmotion(open.change(host(A, 1), "vmotionAdapter", false)))
                    .isFalse();
            assertThat(vmotion(open.without(host(A, 1), "vmotionAdapter"))).isNull();
        }
    }

    @Test
    void coldDataGoesOverProvisioningAdaptersOrElseOverManagement() {
        assertThat(cold(CLEAN)).containsExactly("vmk2");
        assertThat(cold(CLEAN.drop(host(A, 1), "vmkernelAdapters", 2))).containsExactly("vmk0");
        assertThat(cold(CLEAN.lose(host(A, 1), "vmkernelAdapters", 2)))
                .as("there may be a provisioning adapter")
                .isEmpty();
        assertThat(HostFacts.coldAdapters(hostOf(CLEAN.without(host(A, 1), "vmkernelAdapters"), 1)))
                .isNull();
    }

    @Test
    void evcIsOnWhereTheClusterSaysSoOrNamesAMode() {
        assertThat(evc(CLEAN)).isTrue();
        assertThat(evc(CLEAN.without(cluster(A, 1), "evcEnabled")))
                .as("it names a mode")
                .isTrue();
        assertThat(evc(CLEAN.without(cluster(A, 1), "evcMode"))).isTrue();
        assertThat(evc(CLEAN.without(cluster(A, 1), "evcMode").change(cluster(A, 1), "evcEnabled", false)))
                .isFalse();
        assertThat(evc(CLEAN.without(cluster(A, 1), "evcMode").without(cluster(A, 1), "evcEnabled")))
                .isNull();
        assertThat(HostFacts.evcEnabled(hostOf(CLEAN, 1), null)).isNull();
        assertThat(HostFacts.evcEnabled(hostOf(change("standalone", true), 1), null))
                .isFalse();
    }

    @Test
    void theHighestEvcModeIsThatOfTheHostOrElseOfItsCpu() {
        assertThat(HostFacts.maxEvcMode(hostOf(CLEAN, 1), TABLES)).isEqualTo(TABLES.evc("intel-cascadelake"));
        assertThat(HostFacts.maxEvcMode(hostOf(CLEAN.without(host(A, 1), "maxEvcMode"), 1), TABLES))
                .isNotNull();
        assertThat(HostFacts.maxEvcMode(
                        hostOf(CLEAN.without(host(A, 1), "maxEvcMode").without(host(A, 1), "cpuModel"), 1), TABLES))
                .isNull();
    }

    @Test
    void theSpeedOfVmotionIsThatOfTheFastestUplinkBehindIt() {
        assertThat(speed(CLEAN)).isEqualTo(25_000);
        var two = change("vmkernelAdapters[1].uplinks", Listing.of("vmnic0", "vmnic1"));
        assertThat(speed(two.change(host(A, 1), "physicalNics[0].linkSpeedMbps", 1_000)))
                .isEqualTo(25_000);
        assertThat(speed(two.without(host(A, 1), "physicalNics[0].linkSpeedMbps")))
                .as("that one may be faster")
                .isNull();
        assertThat(speed(change("physicalNics[1].linkSpeedMbps", 0))).as("down").isZero();
        for (var open : List.of(
                CLEAN.without(host(A, 1), "physicalNics"),
                CLEAN.without(host(A, 1), "vmkernelAdapters"),
                CLEAN.partial(host(A, 1), "vmkernelAdapters"),
                CLEAN.partial(host(A, 1), "vmkernelAdapters[1].uplinks"),
                CLEAN.without(host(A, 1), "vmkernelAdapters[1].uplinks"),
                CLEAN.drop(host(A, 1), "vmkernelAdapters", 1),
                change("vmkernelAdapters[1].uplinks", Listing.of("vmnic9")))) {
            assertThat(speed(open)).isNull();
        }
    }

    @Test
    void vmotionIsUpWhereAnyUplinkIs() {
        var down = change("physicalNics[1].linkSpeedMbps", 0).without(host(A, 1), "vmotionLinkUp");
        assertThat(HostFacts.vmotionLinkUp(hostOf(CLEAN, 1))).isTrue();
        assertThat(HostFacts.vmotionLinkUp(hostOf(down, 1))).isFalse();
        assertThat(HostFacts.vmotionLinkUp(hostOf(down.partial(host(A, 1), "vmkernelAdapters"), 1)))
                .isNull();
        assertThat(HostFacts.vmotionLinkUp(hostOf(
                        CLEAN.without(host(A, 1), "physicalNics").change(host(A, 1), "vmotionLinkUp", false), 1)))
                .as("what a person said")
                .isFalse();
    }

    @Test
    void fullDuplexIsToldWhereEveryUplinkSaysIt() {
        assertThat(HostFacts.vmotionFullDuplex(hostOf(CLEAN, 1))).isTrue();
        assertThat(HostFacts.vmotionFullDuplex(hostOf(change("physicalNics[0].fullDuplex", false), 1)))
                .as("of no vMotion adapter")
                .isTrue();
        assertThat(HostFacts.vmotionFullDuplex(hostOf(change("physicalNics[1].fullDuplex", false), 1)))
                .isFalse();
        for (var open : List.of(
                CLEAN.without(host(A, 1), "physicalNics[1].fullDuplex"),
                CLEAN.without(host(A, 1), "physicalNics"),
                CLEAN.without(host(A, 1), "vmkernelAdapters"),
                CLEAN.partial(host(A, 1), "vmkernelAdapters"),
                CLEAN.drop(host(A, 1), "vmkernelAdapters", 1),
                CLEAN.partial(host(A, 1), "vmkernelAdapters[1].uplinks"),
                CLEAN.without(host(A, 1), "vmkernelAdapters[1].uplinks"),
                change("vmkernelAdapters[1].uplinks", Listing.of("vmnic9")))) {
            assertThat(HostFacts.vmotionFullDuplex(hostOf(open, 1))).isNull();
        }
    }

    @Test
    void whatIsMissingOfVmotionAdaptersIsAskedFor() {
        assertThat(vmotionLacking(CLEAN.without(host(A, 1), "vmkernelAdapters"), false))
                .containsExactly("vmkernelAdapters");
        assertThat(vmotionLacking(CLEAN.partial(host(A, 1), "vmkernelAdapters"), false))
                .containsExactly("vmkernelAdapters.complete");
        assertThat(vmotionLacking(CLEAN.without(host(A, 1), "physicalNics"), true))
                .containsExactly("physicalNics");
        assertThat(vmotionLacking(CLEAN.without(host(A, 1), "physicalNics"), false))
                .containsExactly("vmkernelAdapters");
        assertThat(vmotionLacking(CLEAN, true)).as("a property of an uplink").containsExactly("physicalNics");
        assertThat(vmotionLacking(CLEAN.without(host(A, 1), "vmkernelAdapters[1].uplinks"), true))
                .containsExactly("vmkernelAdapters");
        assertThat(vmotionLacking(CLEAN.partial(host(A, 1), "vmkernelAdapters[1].uplinks"), true))
                .containsExactly("vmkernelAdapters");
        assertThat(vmotionLacking(CLEAN.without(host(A, 1), "vmkernelAdapters[0].services"), true))
                .containsExactly("vmkernelAdapters");
    }

    @Test
    void aPairIsCalledAfterBothHostsAndAsksForWhatEitherLacks() {
        var pair = pair(CLEAN);
        assertThat(pair.kind()).isEqualTo("host-pair");
        assertThat(pair.name()).contains("esx-01.site-a.example", "esx-02.site-a.example");
        assertThat(pair.crossesVCenters()).isFalse();
        assertThat(lacking(pair, "sourceRelease")).isEmpty();
        var unnamed = CLEAN.without(host(A, 2), "managementIp").without(host(A, 2), "addressFamily");
        assertThat(lacking(pair(unnamed), "source.managementIp"))
                .containsExactly("addressFamily of esx-02.site-a.example");
        assertThat(lacking(pair(CLEAN.without(host(A, 2), "vmkernelAdapters")), "vmotionSubnetShared"))
                .containsExactly("vmkernelAdapters of esx-02.site-a.example");
        assertThat(lacking(pair, "vmotionSubnetShared"))
                .as("something about the adapters of either")
                .containsExactly(
                        "vmkernelAdapters of esx-01.site-a.example", "vmkernelAdapters of esx-02.site-a.example");
        assertThat(lacking(pair, "sourceVmotionMtus")).containsExactly("vmkernelAdapters of esx-01.site-a.example");
        assertThat(lacking(pair, "destinationVmotionMtus"))
                .containsExactly("vmkernelAdapters of esx-02.site-a.example");
        var cold = CLEAN.without(host(A, 1), "vmkernelAdapters").without(host(A, 1), "provisioningAdapter");
        assertThat(lacking(pair(cold), "provisioningAdapters"))
                .containsExactly("provisioningAdapter of esx-01.site-a.example");
        assertThat(lacking(pair(cold), "provisioningGateways"))
                .containsExactly("vmkernelAdapters of esx-01.site-a.example");
        assertThat(lacking(pair(cold), "coldSubnetShared"))
                .containsExactly("vmkernelAdapters of esx-01.site-a.example");
    }

    @Test
    void gatewaysCountOnTheStackOfTheirOwn() {
        assertThat(pair(CLEAN).vmotionGateways()).isTrue();
        assertThat(pair(CLEAN).provisioningGateways()).isTrue();
        assertThat(pair(CLEAN.without(host(A, 2), "vmkernelAdapters[1].gateway"))
                        .vmotionGateways())
                .isFalse();
        assertThat(pair(change("vmkernelAdapters[1].netStack", "defaultTcpipStack"))
                        .vmotionGateways())
                .as("that is the gateway of management")
                .isFalse();
        assertThat(pair(CLEAN.without(host(A, 1), "vmkernelAdapters[1].netStack"))
                        .vmotionGateways())
                .isNull();
        assertThat(pair(CLEAN.without(host(A, 1), "vmkernelAdapters")).vmotionGateways())
                .isNull();
        assertThat(pair(CLEAN.lose(host(A, 1), "vmkernelAdapters", 1)).vmotionGateways())
                .isNull();
        assertThat(pair(CLEAN.lose(host(A, 1), "vmkernelAdapters", 1)
                                .without(host(A, 2), "vmkernelAdapters[1].gateway"))
                        .vmotionGateways())
                .as("one without is enough")
                .isFalse();
        assertThat(pair(CLEAN).sourceVmotionAdapters()).isEqualTo(1);
        assertThat(pair(CLEAN.partial(host(A, 1), "vmkernelAdapters")).sourceVmotionAdapters())
                .isNull();
        assertThat(pair(CLEAN.without(host(A, 1), "vmkernelAdapters")).sourceVmotionAdapters())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {
                "vmHostAffinity, true, true, true", "vmHostAffinity, false, true, false",
                        "vmHostAntiAffinity, true, true, false",
                "vmHostAntiAffinity, false, true, true", "vmHostAffinity, true, false, true",
                        "vmHostAffinity, false, false, ?"
            })
    void aRuleBetweenVmsAndHostsAllowsAHostOrNot(
            String type, boolean listed, boolean member, @Nullable Boolean allowed) {
        var hosts = listed ? Listing.of("host-1") : Listing.of("host-9");
        assertThat(rule(type, hosts, member).hostAllowed()).isEqualTo(allowed);
    }

    @Test
    void aRuleThatIsNotToldWholeAllowsNothingForSure() {
        assertThat(rule(null, Listing.of("host-1"), true).hostAllowed()).isNull();
        assertThat(rule("vmHostAffinity", null, true).hostAllowed()).isNull();
        assertThat(rule("vmHostAffinity", Listing.partial(List.of()), true).hostAllowed())
                .isNull();
        assertThat(rule("vmHostAffinity", Listing.partial(List.of("host-1")), true)
                        .hostAllowed())
                .isTrue();
        var others = new HostRule(null, CLEAN.get(Cluster.class, cluster(A, 1)), hostOf(CLEAN, 1), false);
        assertThat(others.hostAllowed()).isNull();
        assertThat(others.enabled()).as("confirmed that there is none").isFalse();
        assertThat(others.ruleName()).isNull();
        assertThat(others.mandatory()).isNull();
        assertThat(others.name()).isEqualTo("other rules of CL-A1 at esx-01.site-a.example");
        assertThat(lacking(others, "enabled")).containsExactly("rulesConfirmed of CL-A1");
        assertThat(others.kind()).isEqualTo("host-rule");
        var own = rule("vmHostAffinity", null, true);
        assertThat(lacking(own, "hostAllowed")).containsExactly("rules of CL-A1");
        assertThat(own.name()).isEqualTo("keep at esx-01.site-a.example");
        assertThat(own.ruleName()).isEqualTo("keep");
        assertThat(own.refs().get(1).id())
                .isNotEqualTo(rule("vmHostAffinity", null, false).refs().get(1).id());
    }

    @Test
    void aHostRuleIsOneThatBindsTheVmOrMay() {
        var vm = CLEAN.get(Vm.class, WEB_A);
        assertThat(rules(vm, Listing.of())).isEmpty();
        assertThat(rules(vm, null)).containsExactly("other rules of CL-A1 at esx-01.site-a.example");
        assertThat(rules(vm, Listing.partial(List.of(rule("r", "vmHostAffinity", Listing.of("vm-1"))))))
                .containsExactly("other rules of CL-A1 at esx-01.site-a.example", "r at esx-01.site-a.example");
        assertThat(rules(
                        vm,
                        Listing.of(
                                rule("others", "vmHostAffinity", Listing.of("vm-2")),
                                rule("together", "affinity", Listing.of("vm-1")),
                                rule("apart", "antiAffinity", Listing.of("vm-1")),
                                rule("open", null, Listing.of("vm-1")),
                                rule("unlisted", "vmHostAffinity", null),
                                rule("partial", "vmHostAffinity", Listing.partial(List.of("vm-2"))))))
                .containsExactly(
                        "open at esx-01.site-a.example",
                        "unlisted at esx-01.site-a.example",
                        "partial at esx-01.site-a.example");
    }

    @Test
    void aHostSetAsideForFailoverIsToldByItsCluster() {
        var aside = CLEAN.change(cluster(A, 1), "failoverHosts", Listing.of("host-1"));
        assertThat(destination(aside).failoverHost()).isTrue();
        assertThat(destination(CLEAN).failoverHost()).isFalse();
        assertThat(destination(CLEAN.partial(cluster(A, 1), "failoverHosts")).failoverHost())
                .isNull();
        assertThat(destination(CLEAN.without(cluster(A, 1), "failoverHosts")).failoverHost())
                .isNull();
        assertThat(destination(aside.change(cluster(A, 1), "haEnabled", false)).failoverHost())
                .isFalse();
        assertThat(destination(aside.change(host(A, 1), "standalone", true)).failoverHost())
                .isFalse();
        assertThat(unlisted(CLEAN).failoverHost()).isNull();
        assertThat(destination(CLEAN).haEnabled()).isTrue();
        assertThat(unlisted(CLEAN).haEnabled()).isNull();
        assertThat(unlisted(change("standalone", true)).haEnabled()).isFalse();
        assertThat(unlisted(CLEAN).clusterEvcMode()).isNull();
        assertThat(lacking(unlisted(CLEAN), "cluster.drsEnabled")).containsExactly("clusters.complete of vcsa-a");
        assertThat(lacking(unlisted(CLEAN), "host.version")).isEmpty();
        assertThat(lacking(destination(CLEAN), "cluster.drsEnabled")).isEmpty();
        assertThat(lacking(unlisted(CLEAN.without(host(A, 1), "cluster")), "cluster.drsEnabled"))
                .as("asked of the host")
                .isEmpty();
        assertThat(destination(CLEAN).kind()).isEqualTo("destination-host");
        assertThat(destination(CLEAN).name()).isEqualTo("esx-01.site-a.example");
    }

    @Test
    void aLicenceHasExpiredWhereNoneOfItsNameIsValidAnyMore() {
        assertThat(involved(CLEAN).licenceExpired()).isFalse();
        var old = CLEAN.change(VC_A, "licenses[0].expires", Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(involved(old).licenceExpired()).isTrue();
        assertThat(involved(CLEAN.without(VC_A, "licenses[0].expires")).licenceExpired())
                .isNull();
        assertThat(involved(CLEAN.change(host(A, 1), "licenseName", "another")).licenceExpired())
                .isNull();
        assertThat(involved(CLEAN.without(host(A, 1), "licenseName")).licenceExpired())
                .isNull();
        assertThat(involved(CLEAN.without(VC_A, "licenses")).licenceExpired()).isNull();
        assertThat(involved(CLEAN.without(VC_A, "capturedAt")).licenceExpired()).isNull();
        assertThat(lacking(involved(CLEAN), "licenceExpired")).containsExactly("licenses.expires of vcsa-a");
        assertThat(lacking(involved(CLEAN.without(VC_A, "capturedAt")), "licenceExpired"))
                .containsExactly("capturedAt of vcsa-a");
    }

    @Test
    void whetherAHostIsNewerThanItsVCenterTakesBothVersions() {
        assertThat(involved(CLEAN).newerThanVCenter()).isFalse();
        assertThat(involved(change("version", "8.0.2").change(host(A, 1), "build", "22380479"))
                        .newerThanVCenter())
                .isTrue();
        var unknown = CLEAN.without(host(A, 1), "version").without(host(A, 1), "build");
        assertThat(involved(unknown).newerThanVCenter()).isNull();
        assertThat(lacking(involved(unknown), "newerThanVCenter")).containsExactly("version of esx-01.site-a.example");
        assertThat(lacking(involved(CLEAN), "host.version")).isEmpty();
        assertThat(lacking(involved(CLEAN), "host.physicalNics"))
                .containsExactly("physicalNics of esx-01.site-a.example");
        assertThat(lacking(involved(CLEAN), "host.vmkernelAdapters"))
                .containsExactly("vmkernelAdapters of esx-01.site-a.example");
        var vCenter = CLEAN.without(VC_A, "version").without(VC_A, "build");
        assertThat(involved(vCenter).minimumVerified()).isNull();
        assertThat(involved(vCenter).minimumUnverified()).isNull();
        assertThat(involved(CLEAN).minimumVerified())
                .isNotEqualTo(involved(CLEAN).minimumUnverified());
        assertThat(involved(CLEAN).kind()).isEqualTo("host");
        assertThat(involved(CLEAN).name()).isEqualTo("esx-01.site-a.example");
    }

    @Test
    void aPairAcrossVCentersSaysSo() {
        var estate = twoSites();
        var pair = new HostPair(
                estate.get(Host.class, host(A, 1)),
                estate.get(VCenter.class, VC_A),
                estate.get(Host.class, host(VC_B.vCenter(), 1)),
                estate.get(VCenter.class, VC_B),
                estate.get(SiteLink.class, LINK_AB),
                TABLES);
        assertThat(pair.crossesVCenters()).isTrue();
        assertThat(pair.vmotionSubnetShared()).isFalse();
    }

    private static Estate change(String path, Object value) {
        return CLEAN.change(host(A, 1), path, value);
    }

    private static Host hostOf(Estate estate, int number) {
        return estate.get(Host.class, host(A, number));
    }

    private static @Nullable Boolean vmotion(Estate estate) {
        var host = hostOf(estate, 1);
        return HostFacts.hasService(host, "vmotion", host.vmotionAdapter());
    }

    private static List<String> cold(Estate estate) {
        return HostFacts.coldAdapters(hostOf(estate, 1)).stream()
                .map(adapter -> adapter.device())
                .toList();
    }

    private static @Nullable Boolean evc(Estate estate) {
        return HostFacts.evcEnabled(hostOf(estate, 1), estate.get(Cluster.class, cluster(A, 1)));
    }

    private static @Nullable Integer speed(Estate estate) {
        return HostFacts.vmotionLinkMbps(hostOf(estate, 1));
    }

    private static List<String> vmotionLacking(Estate estate, boolean uplinks) {
        return HostFacts.vmotionLacking(hostOf(estate, 1), uplinks).stream()
                .map(Lacking::property)
                .toList();
    }

    private static List<String> lacking(Subject subject, String path) {
        return subject.lacking(path).stream()
                .map(fact -> fact.property() + " of " + fact.thingName())
                .toList();
    }

    private static HostPair pair(Estate estate) {
        var vCenter = estate.get(VCenter.class, VC_A);
        var link = twoSites().get(SiteLink.class, LINK_AB);
        return new HostPair(hostOf(estate, 1), vCenter, hostOf(estate, 2), vCenter, link, TABLES);
    }

    private static InvolvedHost involved(Estate estate) {
        return new InvolvedHost(
                hostOf(estate, 1), estate.get(Cluster.class, cluster(A, 1)), estate.get(VCenter.class, VC_A), TABLES);
    }

    private static DestinationHost destination(Estate estate) {
        return new DestinationHost(
                hostOf(estate, 1), estate.get(Cluster.class, cluster(A, 1)), estate.get(VCenter.class, VC_A), TABLES);
    }

    /** Its cluster is not listed. */
    private static DestinationHost unlisted(Estate estate) {
        return new DestinationHost(hostOf(estate, 1), null, estate.get(VCenter.class, VC_A), TABLES);
    }

    private static ClusterRule rule(String name, @Nullable String type, @Nullable Listing<String> vms) {
        return new ClusterRule(name, type, true, true, vms, Listing.of("host-1"));
    }

    private static HostRule rule(@Nullable String type, @Nullable Listing<String> hosts, boolean member) {
        var rule = new ClusterRule("keep", type, true, true, Listing.of("vm-1"), hosts);
        return new HostRule(rule, CLEAN.get(Cluster.class, cluster(A, 1)), hostOf(CLEAN, 1), member);
    }

    private static List<String> rules(Vm vm, @Nullable Listing<ClusterRule> rules) {
        var estate =
                rules == null ? CLEAN.without(cluster(A, 1), "rules") : CLEAN.change(cluster(A, 1), "rules", rules);
        return HostRules.of(vm, hostOf(estate, 1), estate.get(Cluster.class, cluster(A, 1))).stream()
                .map(Subject::name)
                .toList();
    }
}
