package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.distributedSwitch;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.nic;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static dev.premotion.plan.Plans.candidate;
import static dev.premotion.plan.Plans.problem;
import static dev.premotion.plan.Plans.types;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Doubt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a VM's files and network adapters go, and what is open about it where facts are missing. */
class FilesAndNetworksTest {

    private static final String TO_B = "{ vm: web-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-b1";
    private static final String MAPPED = TO_B + ", networks: { VM-A: VM-B } } }";
    private static final String BY_KEY = TO_B + ", nics: [ { key: 4000, portGroup: VM-B } ] } }";

    @Test
    void aDiskThatIsNotListedMayHaveTheKeyNamed() {
        var entry = "{ vm: db-a, to: { host: host-1, disks: [ { key: 2009, datastore: ds-a2 } ] } }";
        assertThat(problem(oneSite(), entry))
                .startsWith("db-a has no disk with the key 2009; its disks have 2000 and 2001.");
        assertThat(open(oneSite().partial(DB_A, "disks"), entry)).containsExactly("disks.complete of db-a");
        assertThat(types(oneSite().partial(DB_A, "disks"), entry)).isEqualTo("storage local live");
        assertThat(open(oneSite().without(DB_A, "disks"), entry)).containsExactly("disks of db-a");
    }

    @Test
    void disksThatAreNotListedMayMoveOnlyWhereSomethingMoves() {
        var partial = oneSite().partial(DB_A, "disks").change(disk(DB_A, 2), "datastore", "datastore-1");
        assertThat(types(partial, "{ vm: db-a, to: { host: host-2, datastore: ds-a1 } }"))
                .isEqualTo("compute local live, both local live");
        assertThat(types(partial, "{ vm: db-a, to: { host: host-2, disks: [ { key: 2000, datastore: ds-a1 } ] } }"))
                .isEqualTo("compute local live, both local live");
        assertThat(types(partial, "{ vm: db-a, to: { host: host-2 } }")).isEqualTo("compute local live");
    }

    @Test
    void whetherFilesMoveIsOpenWhereTheirDatastoreIsNotKnown() {
        var entry = "{ vm: web-a, to: { host: host-2, datastore: ds-a1 } }";
        assertThat(types(oneSite().without(disk(WEB_A, 1), "datastore"), entry))
                .isEqualTo("compute local live, both local live");
        assertThat(types(oneSite().change(disk(WEB_A, 1), "datastore", "datastore-99"), entry))
                .as("another one, whichever it is")
                .isEqualTo("both local live");
        var unlisted = entry.replace("ds-a1", "ds-new");
        assertThat(types(oneSite().partial(VC_A, "datastores"), unlisted))
                .as("the one it is on has another name")
                .isEqualTo("both local live");
        assertThat(types(oneSite().without(datastore(A, 1), "name"), unlisted))
                .as("the one it is on may have the name")
                .isEqualTo("compute local live, both local live");
        assertThat(types(oneSite().lose(VC_A, "datastores", 0), unlisted))
                .isEqualTo("compute local live, both local live");
        assertThat(candidate(oneSite().lose(VC_A, "datastores", 0), "{ vm: web-a, to: { host: host-2 } }")
                        .home()
                        .targetName())
                .isNull();
    }

    @Test
    void acrossVCentersOneUrlIsOneDatastore() {
        var entry = "{ vm: metro-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-metro } }";
        assertThat(types(linkedSites().change(datastore(B, 3), "url", "ds:///vmfs/volumes/other/"), entry))
                .isEqualTo("both linked live");
        assertThat(types(linkedSites().without(datastore(A, 3), "url"), entry))
                .isEqualTo("compute linked live, both linked live");
        assertThat(types(linkedSites().lose(VC_A, "datastores", 2), entry))
                .isEqualTo("compute linked live, both linked live");
        assertThat(types(linkedSites().partial(VC_B, "datastores"), entry.replace("ds-metro", "ds-new")))
                .isEqualTo("compute linked live, both linked live");
        var nfs = linkedSites()
                .change(datastore(A, 3), "remoteHost", "nas")
                .change(datastore(A, 3), "remotePath", "/vol/1")
                .change(datastore(B, 3), "remoteHost", "nas")
                .change(datastore(B, 3), "remotePath", "/vol/2");
        assertThat(types(nfs, entry)).as("the URL tells where exports differ").isEqualTo("compute linked live");
    }

    @Test
    void aNetworkNameIsSureWhereAllNamesAreKnownAtTheHost() {
        assertThat(landsIn(twoSites(), MAPPED)).isEqualTo("dvportgroup-1");
        assertThat(open(twoSites(), MAPPED)).isEmpty();
        var partial = twoSites().partial(VC_B, "networks");
        assertThat(open(partial, MAPPED)).as("all that the host has are named").isEmpty();
        assertThat(open(partial.without(host(B, 1), "networks"), MAPPED))
                .containsExactly("networks.complete of vcsa-b");
        assertThat(open(partial.partial(host(B, 1), "networks"), MAPPED))
                .containsExactly("networks.complete of vcsa-b");
        assertThat(open(twoSites().without(network(B, 2), "name"), MAPPED))
                .containsExactly("networks.complete of vcsa-b");
        assertThat(open(twoSites().lose(VC_B, "networks", 1), MAPPED)).containsExactly("networks.complete of vcsa-b");
        assertThat(landsIn(twoSites().lose(VC_B, "networks", 1), MAPPED))
                .as("what the plan maps is taken all the same")
                .isEqualTo("dvportgroup-1");
        var same = TO_B + " } }";
        var alike = twoSites().change(network(B, 1), "name", "VM-A");
        assertThat(landsIn(alike, same)).isEqualTo("dvportgroup-1");
        assertThat(landsIn(alike.lose(VC_B, "networks", 1), same))
                .as("there may be another")
                .isEqualTo("none");
    }

    @Test
    void aNetworkNameThatIsNotListedMayBeThere() {
        var gone = MAPPED.replace("VM-B", "VM-X");
        assertThat(problem(twoSites(), gone)).startsWith("vcsa-b has no network named \"VM-X\".");
        assertThat(open(twoSites().partial(VC_B, "networks"), gone)).containsExactly("networks.complete of vcsa-b");
        assertThat(open(twoSites().without(VC_B, "networks"), gone)).containsExactly("networks of vcsa-b");
        assertThat(problem(twoSites(), MAPPED.replace("VM-B", "dvs-b-up")))
                .as("uplinks are for no VM")
                .startsWith("vcsa-b has no network named \"dvs-b-up\".");
    }

    /** Two networks of one name, of which host 1 has the one. */
    private static Estate alike() {
        return twoSites()
                .change(network(B, 4), "name", "VM-B")
                .change(host(B, 1), "networks", Listing.of("dvportgroup-1", "dvportgroup-2"));
    }

    @Test
    void ofNetworksOfOneNameTheOneThatTheHostHasIsMeant() {
        assertThat(landsIn(alike(), MAPPED)).isEqualTo("dvportgroup-1");
        assertThat(open(alike(), MAPPED)).isEmpty();
        assertThat(open(alike().without(host(B, 1), "networks"), MAPPED))
                .containsExactly("networks of esx-01.site-b.example");
        assertThat(open(alike().partial(host(B, 1), "networks"), MAPPED))
                .as("it may have the other one, too")
                .containsExactly("networks of esx-01.site-b.example");
        assertThat(problem(alike().change(host(B, 1), "networks", Listing.of("network-4", "dvportgroup-1")), MAPPED))
                .startsWith("\"VM-B\" is the name of 2 networks at esx-01.site-b.example:");
        assertThat(problem(alike().change(host(B, 1), "networks", Listing.of("dvportgroup-2")), MAPPED))
                .as("it has neither")
                .startsWith("vcsa-b has no network named \"VM-B\".");
        assertThat(problem(
                        alike().partial(VC_B, "hosts").change(network(B, 4), "datacenter", "x"),
                        MAPPED.replace("host-1", "esx-99")))
                .as("at a host that is not listed the datacenter tells")
                .isEqualTo("no problem");
    }

    @Test
    void ofNetworksOfOneNameTheOneInTheDestinationsDatacenterIsMeant() {
        var both = alike().change(host(B, 1), "networks", Listing.of("network-4", "dvportgroup-1"));
        assertThat(landsIn(both.change(network(B, 4), "datacenter", "datacenter-2"), MAPPED))
                .isEqualTo("dvportgroup-1");
        assertThat(landsIn(both.change(network(B, 1), "datacenter", "datacenter-2"), MAPPED))
                .isEqualTo("network-4");
        assertThat(open(both.without(network(B, 4), "datacenter").without(network(B, 1), "datacenter"), MAPPED))
                .containsExactly("networks of esx-01.site-b.example");
        assertThat(open(
                        both.without(network(B, 4), "datacenter").change(network(B, 1), "datacenter", "datacenter-2"),
                        MAPPED))
                .as("the only one that may be there")
                .containsExactly("networks.complete of vcsa-b");
    }

    @Test
    void theSwitchNamedRulesOutNetworksOfOthers() {
        var both = twoSites().change(network(B, 4), "name", "VM-B");
        var named = BY_KEY.replace("portGroup: VM-B", "portGroup: VM-B, switch: dvs-b");
        assertThat(landsIn(both, named)).isEqualTo("dvportgroup-1");
        assertThat(landsIn(both, named.replace("dvs-b", "vSwitch0"))).isEqualTo("network-4");
    }

    /** What may be of the switch may be meant, and what is meant may not be of it. */
    @Test
    void ofWhichSwitchANetworkIsMayBeOpen() {
        var both = twoSites().change(network(B, 4), "name", "VM-B");
        var named = BY_KEY.replace("portGroup: VM-B", "portGroup: VM-B, switch: dvs-b");
        var standard = named.replace("dvs-b", "vSwitch0");
        assertThat(open(both.without(network(B, 4), "type"), named)).containsExactly("type of VM-B");
        assertThat(open(both.change(network(B, 4), "type", "distributed"), named))
                .containsExactly("distributedSwitch of VM-B");
        assertThat(open(both.change(network(B, 1), "distributedSwitch", "dvs-9"), standard))
                .as("a switch that is not listed may have the name")
                .containsExactly("distributedSwitches.complete of vcsa-b");
        assertThat(open(both.without(distributedSwitch(B), "name"), named))
                .containsExactly("distributedSwitches.complete of vcsa-b");
        assertThat(open(both.without(distributedSwitch(B), "name"), named.replace("dvs-b", "dvs-1")))
                .as("named by its id")
                .isEmpty();
        assertThat(open(both.without(VC_B, "distributedSwitches"), standard))
                .containsExactly("distributedSwitches of vcsa-b");
        var alone = named.replace("portGroup: VM-B", "portGroup: VM Network");
        assertThat(problem(twoSites(), alone)).startsWith("vcsa-b has no network named \"VM Network\".");
        assertThat(open(twoSites().without(VC_B, "distributedSwitches"), alone))
                .as("the only one of its name is not meant for sure")
                .containsExactly("distributedSwitches of vcsa-b");
        assertThat(open(twoSites().without(network(B, 4), "type"), alone)).containsExactly("type of VM Network");
        assertThat(open(twoSites(), alone.replace("dvs-b", "vSwitch0"))).isEmpty();
    }

    @Test
    void aNetworkIsMappedByItsNameInTheLettersWrittenOrElseInAny() {
        assertThat(landsIn(twoSites(), MAPPED.replace("VM-A:", "vm-a:"))).isEqualTo("dvportgroup-1");
        assertThat(landsIn(twoSites(), MAPPED.replace("VM-A: VM-B", "vm-a: VM-Shared, VM-A: VM-B")))
                .isEqualTo("dvportgroup-1");
        assertThat(problem(twoSites(), MAPPED.replace("VM-A:", "VM-Z:")))
                .isEqualTo("No network of vcsa-a is named \"VM-Z\". Maybe VM-A is meant.");
    }

    /** What passes for a name of a network has to reach its adapters. */
    @Test
    void aNetworkIsMappedByItsIdOrWithASlashInFrontToo() {
        for (var key : List.of("dvportgroup-1", "/VM-A", "/vm-a")) {
            assertThat(landsIn(twoSites(), MAPPED.replace("VM-A:", key + ":"))).isEqualTo("dvportgroup-1");
            var local = "{ vm: web-a, to: { host: host-2, networks: { " + key + ": VM-Shared } } }";
            assertThat(landsIn(oneSite(), local)).isEqualTo("dvportgroup-2");
            assertThat(open(oneSite(), local)).isEmpty();
        }
        assertThat(landsIn(twoSites(), MAPPED.replace("VM-A: VM-B", "VM-A: VM-Shared, dvportgroup-1: VM-B")))
                .as("an id says it best")
                .isEqualTo("dvportgroup-1");
        assertThat(landsIn(byName(), MAPPED.replace("VM-A:", "dvportgroup-1:"))).isEqualTo("dvportgroup-1");
        assertThat(problem(twoSites(), MAPPED.replace("VM-A:", "dvportgroup-99:")))
                .startsWith("No network of vcsa-a is named \"dvportgroup-99\".");
    }

    @Test
    void whereAnIdMapsANetworkItIsOpenOfAnAdapterWhoseNetworkHasOneOfSeveralNames() {
        var byId = MAPPED.replace("VM-A:", "dvportgroup-1:");
        var twice = byName().change(network(A, 4), "name", "VM-A").without(nic(WEB_A, 1), "switchName");
        assertThat(open(twice, byId)).containsExactly("nics.network of web-a");
        assertThat(open(twice, MAPPED)).isEmpty();
        var nameless = twoSites().without(network(A, 1), "name").without(nic(WEB_A, 1), "networkName");
        assertThat(landsIn(nameless, byId)).isEqualTo("dvportgroup-1");
        assertThat(open(nameless, byId)).as("its name is no matter").isEmpty();
        assertThat(open(nameless, MAPPED)).contains("nics.network of web-a");
        assertThat(landsIn(twoSites().without(VC_A, "networks"), byId)).isEqualTo("dvportgroup-1");
    }

    @Test
    void anAdapterWhoseNetworkIsNotKnownMayBeMeantByAMapping() {
        var unknown = twoSites().without(nic(WEB_A, 1), "network").without(nic(WEB_A, 1), "networkName");
        assertThat(open(unknown, MAPPED)).containsExactly("nics.network of web-a");
        assertThat(open(unknown, BY_KEY)).as("named by its key").isEmpty();
        assertThat(open(unknown, TO_B + " } }")).as("nothing is mapped").isEmpty();
        assertThat(landsIn(unknown, TO_B + " } }")).isEqualTo("none");
        assertThat(open(twoSites().partial(WEB_A, "nics"), MAPPED)).containsExactly("nics.complete of web-a");
        assertThat(open(twoSites().partial(WEB_A, "nics"), BY_KEY)).containsExactly("nics.complete of web-a");
        assertThat(open(twoSites().partial(WEB_A, "nics"), TO_B + " } }")).isEmpty();
        assertThat(open(twoSites().without(WEB_A, "nics"), MAPPED)).containsExactly("nics of web-a");
        assertThat(open(twoSites().partial(WEB_A, "nics"), BY_KEY.replace("4000", "4007")))
                .as("an adapter that is not listed may have the key")
                .containsExactly("nics.complete of web-a");
    }

    /** As a table of names tells it: no identity of the network. */
    private static Estate byName() {
        return twoSites().without(nic(WEB_A, 1), "network").change(nic(WEB_A, 1), "networkName", "VM-A");
    }

    @Test
    void anAdaptersNetworkIsFoundByNameWhereNoIdentityIsTold() {
        var local = "{ vm: web-a, to: { host: host-2 } }";
        assertThat(comesFrom(byName(), local)).isEqualTo("dvportgroup-1");
        assertThat(landsIn(byName(), local)).isEqualTo("dvportgroup-1");
        assertThat(landsIn(byName(), MAPPED)).isEqualTo("dvportgroup-1");
        assertThat(comesFrom(byName().without(VC_A, "distributedSwitches"), local))
                .as("there is only one of the name")
                .isEqualTo("dvportgroup-1");
        var twice = byName().change(network(A, 4), "name", "VM-A");
        assertThat(comesFrom(twice, local)).as("its switch tells").isEqualTo("dvportgroup-1");
        assertThat(comesFrom(twice.without(nic(WEB_A, 1), "switchName"), local))
                .as("one of two")
                .isEqualTo("none");
        assertThat(comesFrom(byName().partial(VC_A, "networks").without(host(A, 1), "networks"), local))
                .as("there may be another of the name")
                .isEqualTo("none");
    }

    @Test
    void insideADatacenterAnAdapterStaysAndElsewhereOneOfTheNameIsLookedFor() {
        var local = "{ vm: web-a, to: { cluster: CL-A2, datastore: datastore-11 } }";
        var there = ResolverProblemsTest.twoDatacenters();
        there = there.add(
                VC_A,
                "networks",
                Draft.of(there.get(Network.class, network(A, 1)))
                        .set("ref", new Ref(Kind.NETWORK, A, "dvportgroup-11"))
                        .set("datacenter", "datacenter-2")
                        .build());
        there = there.change(host(A, 4), "networks", Listing.of("dvportgroup-1", "dvportgroup-11"));
        assertThat(landsIn(there, local)).isEqualTo("dvportgroup-11");
        assertThat(landsIn(there.without(host(A, 4), "datacenter"), local))
                .as("the destination's datacenter is known from its cluster")
                .isEqualTo("dvportgroup-11");
        assertThat(landsIn(there.without(network(A, 1), "datacenter"), local))
                .as("where its network's datacenter is not known, it stays")
                .isEqualTo("dvportgroup-1");
        assertThat(landsIn(there, "{ vm: web-a, to: { host: host-2 } }")).isEqualTo("dvportgroup-1");
    }

    private static String landsIn(Estate estate, String entry) {
        var target = candidate(estate, entry).nics().get(0).target();
        return target == null ? "none" : target.ref().id();
    }

    private static String comesFrom(Estate estate, String entry) {
        var source = candidate(estate, entry).nics().get(0).source();
        return source == null ? "none" : source.ref().id();
    }

    /** What is open about the only candidate, but for whether the destination is listed at all. */
    private static List<String> open(Estate estate, String entry) {
        return candidate(estate, entry).doubts().stream()
                .map((Doubt doubt) -> doubt.property() + " of " + doubt.thingName())
                .toList();
    }
}
