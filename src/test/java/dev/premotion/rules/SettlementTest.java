package dev.premotion.rules;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.inventory.Estates.network;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Finding;
import dev.premotion.inventory.DiskParent;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Snapshot;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.inventory.VCenterCheck.CheckFault;
import dev.premotion.plan.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one migration leaves to the next. Each running VM of the clean estate reserves 60 MiB, its overhead. */
class SettlementTest {

    private static final long GIB = 1L << 30;

    private static final List<String> ONE_OF_EACH_SITE = List.of(
            "{vm: {vcenter: vcsa-a, path: /DC-A/vm/web-a}, to: {datastore: ds-metro}}",
            "{vm: {vcenter: vcsa-b, path: /DC-B/vm/web-b}, to: {datastore: ds-metro}}");

    private static final String TO_B =
            "to: {vcenter: vcsa-b, cluster: CL-B1, datastore: ds-b1, networks: {VM-A: VM-B}}";

    /** The storage that both sites see has room for one of the two VMs. */
    private static Estate roomForOneOfTwoSites() {
        return linkedSites()
                .change(datastore(A, 3), "freeSpaceBytes", 30 * GIB)
                .change(datastore(B, 3), "freeSpaceBytes", 30 * GIB);
    }

    @Test
    void aVmWhoseBestHostIsFullTakesItsNextBest() {
        var estate = twoSites().change(host(B, 1), "memoryMiB", 150L);

        var assessment = check(estate, "{vm: web-a, " + TO_B + "}", "{vm: db-a, " + TO_B + "}");

        assertThat(verdicts(assessment)).containsExactly("approved", "approved");
        assertThat(destinations(assessment)).containsExactly("esx-02.site-b.example", "esx-03.site-b.example");
        assertThat(assessment.migrations().get(0).candidates().get(0).findings())
                .as("why the first candidate is not taken")
                .extracting(f -> f.card().id())
                .containsExactly("CAP-HOST-MEM");
    }

    @Test
    void aVmThatFitsNowhereIsBlockedAndTakesNoRoom() {
        var estate = twoSites()
                .change(WEB_A, "memoryReservationMiB", 4096L)
                .change(host(B, 1), "memoryMiB", 150L)
                .change(host(B, 2), "memoryMiB", 150L)
                .change(host(B, 3), "memoryMiB", 150L);

        var assessment = check(estate, "{vm: web-a, " + TO_B + "}", "{vm: db-a, " + TO_B + "}");

        assertThat(verdicts(assessment)).containsExactly("blocked", "approved");
    }

    @Test
    void thoseThatComeFirstHaveTheRoom() {
        var estate = twoSites().change(host(A, 2), "memoryMiB", 130L);

        var assessment = check(estate, to("web-a", 2), to("db-a", 2), to("metro-a", 2));

        assertThat(verdicts(assessment)).containsExactly("approved", "approved", "blocked");
        assertThat(messages(assessment))
                .containsExactly("With metro-a, the VMs on esx-02.site-a.example reserve 180 MiB of memory, overhead"
                        + " included; the host has 130 MiB.");
    }

    @Test
    void eachThatAHostHasNoRoomForIsToldItsOwnSum() {
        var estate = twoSites().change(host(A, 2), "memoryMiB", 50L).change(DB_A, "memoryOverheadMiB", 70L);

        var assessment = check(estate, to("web-a", 2), to("db-a", 2), to("metro-a", 2));

        assertThat(verdicts(assessment)).containsExactly("blocked", "blocked", "blocked");
        assertThat(assessment.migrations())
                .allSatisfy(judged -> assertThat(judged.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.message())
                                .contains(
                                        judged.migration().name(),
                                        judged.migration().name().equals("db-a") ? "70" : "60")));
    }

    @Test
    void whoIsBlockedAnywayIsToldThatItWouldNotFitEither() {
        var estate = twoSites()
                .change(WEB_A, "memoryReservationMiB", 4096L)
                .change(WEB_A, "toolsInstallerMounted", true)
                .change(host(A, 2), "memoryMiB", 150L);

        var assessment = check(estate, to("web-a", 2), to("db-a", 2));

        assertThat(verdicts(assessment)).containsExactly("blocked", "approved");
        assertThat(assessment.migrations().get(0).findings())
                .extracting(finding -> finding.card().id())
                .containsExactly("CAP-HOST-MEM", "VM-TOOLS-INSTALL");
        assertThat(messages(assessment))
                .anySatisfy(message -> assertThat(message).contains("web-a", "4,156 MiB"));
        assertThat(assessment.fixes())
                .as("neither alone lets it go")
                .allSatisfy(fix -> assertThat(fix.unblocks()).isZero());
    }

    @Test
    void whoIsBlockedAnywayIsNotAskedWhatItWouldNeed() {
        var estate = twoSites().change(WEB_A, "toolsInstallerMounted", true).without(host(A, 2), "memoryMiB");

        var assessment = check(estate, to("web-a", 2), to("db-a", 2));

        assertThat(verdicts(assessment)).containsExactly("blocked", "undetermined");
        assertThat(assessment.migrations().get(0).findings()).hasSize(1);
    }

    @Test
    void memoryIsFreeOnceTheVmHasGoneInAnEarlierWave() {
        var estate = twoSites().change(host(A, 3), "memoryMiB", 60L);

        assertThat(verdicts(check(estate, to("metro-a", 2), to("web-a", 3)))).containsExactly("approved", "blocked");
        assertThat(verdicts(check(estate, to("metro-a", 2), to("web-a", 3, "wave: 2"))))
                .containsExactly("approved", "approved");
    }

    @Test
    void memoryIsFreeForWhatComesAfter() {
        var estate = twoSites().change(host(A, 3), "memoryMiB", 60L);

        assertThat(verdicts(check(estate, to("metro-a", 2, "id: first"), to("web-a", 3, "after: [first]"))))
                .containsExactly("approved", "approved");
        assertThat(verdicts(check(
                        estate,
                        to("metro-a", 2, "id: first"),
                        to("db-a", 2, "id: second", "after: [first]"),
                        to("web-a", 3, "after: [second]"))))
                .as("over several steps")
                .containsExactly("approved", "approved", "approved");
    }

    @Test
    void whoMayNotLeaveMayStillBeThere() {
        var estate = twoSites().change(host(A, 3), "memoryMiB", 60L);

        assertThat(verdicts(check(
                        estate.without(host(A, 2), "inMaintenanceMode"), to("metro-a", 2), to("web-a", 3, "wave: 2"))))
                .containsExactly("undetermined", "undetermined");
        assertThat(verdicts(check(
                        estate.change(host(A, 2), "inMaintenanceMode", true),
                        to("metro-a", 2),
                        to("web-a", 3, "wave: 2"))))
                .containsExactly("blocked", "blocked");
    }

    @Test
    void whoMayNotComeMayTakeTheRoom() {
        var estate = twoSites().change(host(A, 2), "memoryMiB", 60L).without(METRO_A, "consolidationNeeded");
        estate = estate.without(METRO_A, "cpuAffinity");

        assertThat(verdicts(check(estate, to("metro-a", 2), to("web-a", 2))))
                .containsExactly("undetermined", "undetermined");
    }

    @Test
    void spaceIsFreeOnceTheFilesHaveGone() {
        var estate = twoSites().change(datastore(A, 2), "freeSpaceBytes", 4 * GIB);
        var away = "{vm: db-a, to: {disks: [{key: 2001, datastore: ds-metro}]}}";

        assertThat(verdicts(check(estate, away, "{vm: web-a, to: {datastore: ds-a2}}")))
                .containsExactly("approved", "blocked");
        assertThat(verdicts(check(estate, away, "{vm: web-a, wave: 2, to: {datastore: ds-a2}}")))
                .containsExactly("approved", "approved");
        assertThat(verdicts(check(
                        estate.change(datastore(A, 2), "freeSpaceBytes", 4 * GIB - 1),
                        away,
                        "{vm: web-a, wave: 2, to: {datastore: ds-a2}}")))
                .containsExactly("approved", "blocked");
    }

    @Test
    void aLinkedCloneFreesNoMoreThanWhatIsItsOwn() {
        var estate = twoSites().change(datastore(A, 2), "freeSpaceBytes", 4 * GIB);
        var plan = List.of(
                "{vm: db-a, to: {disks: [{key: 2001, datastore: ds-metro}]}}",
                "{vm: web-a, wave: 2, to: {datastore: ds-a2}}");
        var master = Listing.of(new DiskParent("[ds-a2] db-a/db-a-2.vmdk", "datastore-2"));

        assertThat(verdicts(check(estate.change(disk(DB_A, 2), "linkedClone", true), plan)))
                .as("its parent stays")
                .containsExactly("approved-with-warnings", "undetermined");
        assertThat(verdicts(check(estate.change(disk(METRO_A, 1), "parents", master), plan)))
                .as("another VM builds on it")
                .containsExactly("approved-with-warnings", "undetermined");
        assertThat(verdicts(
                        check(estate.change(disk(METRO_A, 1), "parents", master).without(disk(DB_A, 2), "path"), plan)))
                .as("it is not known that it is the file")
                .containsExactly("approved", "undetermined");
        assertThat(verdicts(check(
                        estate.without(disk(METRO_A, 1), "parents").without(disk(METRO_A, 1), "linkedClone"), plan)))
                .as("another VM may build on it")
                .containsExactly("approved", "undetermined");
    }

    /** A VM with snapshots of which only is known that it is no linked clone builds on files in its own folder. */
    @Test
    void filesThatAreNotListedLieBesideThoseOfTheirVm() {
        var estate = twoSites().change(datastore(A, 2), "freeSpaceBytes", 4 * GIB);
        var plan = List.of(
                "{vm: db-a, to: {disks: [{key: 2001, datastore: ds-metro}]}}",
                "{vm: web-a, wave: 2, to: {datastore: ds-a2}}");
        var open = estate.without(disk(METRO_A, 1), "parents").without(METRO_A, "snapshots");

        assertThat(verdicts(check(open, plan))).containsExactly("approved", "approved");
        assertThat(verdicts(check(
                        open.change(disk(METRO_A, 1), "path", "[ds-a2] db-a/metro-a.vmdk")
                                .change(disk(METRO_A, 1), "datastore", "datastore-2"),
                        plan)))
                .as("in the folder of the disk that leaves")
                .containsExactly("approved", "undetermined");
        assertThat(verdicts(check(
                        estate.without(disk(DB_A, 2), "parents")
                                .without(DB_A, "snapshots")
                                .change(
                                        disk(METRO_A, 1),
                                        "parents",
                                        Listing.of(new DiskParent("[ds-a2] db-a/base.vmdk", "datastore-2"))),
                        plan)))
                .as("it may be one of its own")
                .endsWith("undetermined");
    }

    @Test
    void oneStorageOfTwoVCentersIsFilledOnce() {
        var estate = roomForOneOfTwoSites();
        var plan = ONE_OF_EACH_SITE;

        assertThat(verdicts(check(estate, plan))).containsExactly("approved", "blocked");
        assertThat(verdicts(check(estate.without(datastore(B, 3), "url"), plan)))
                .as("it may be one storage")
                .containsExactly("approved", "undetermined");
        assertThat(verdicts(check(
                        estate.without(datastore(B, 3), "url").change(datastore(B, 3), "capacityBytes", 5000 * GIB),
                        plan)))
                .as("storages of two sizes are two")
                .containsExactly("approved", "approved");
    }

    @Test
    void whatGoesToADatastoreThatIsNotListedMayLieOnAnyStorageOfOtherVCenters() {
        var estate = roomForOneOfTwoSites();
        var plan = ONE_OF_EACH_SITE;

        assertThat(verdicts(check(estate.without(Estates.VC_A, "datastores"), plan)))
                .containsExactly("undetermined", "undetermined");
        assertThat(verdicts(check(estate.lose(Estates.VC_A, "datastores", 2), plan)))
                .as("the list may be partial")
                .containsExactly("undetermined", "undetermined");
        var elsewhere = List.of("{vm: {vcenter: vcsa-a, path: /DC-A/vm/web-a}, to: {datastore: ds-a9}}", plan.get(1));
        assertThat(verdicts(check(estate.partial(Estates.VC_A, "datastores"), elsewhere)))
                .as("the list shows that storage under another name")
                .containsExactly("undetermined", "approved");
    }

    @Test
    void aStorageIsOneByItsUrlOrByItsServerAndPath() {
        var estate = roomForOneOfTwoSites()
                .change(datastore(A, 3), "remoteHost", "nas.example")
                .change(datastore(A, 3), "remotePath", "/metro")
                .change(datastore(A, 3), "url", "ds:///vmfs/volumes/5F00-AB/")
                .change(datastore(B, 3), "url", "ds:///vmfs/volumes/5f00-ab");
        var plan = ONE_OF_EACH_SITE;

        assertThat(verdicts(check(estate, plan)))
                .as("only one vCenter tells the server")
                .containsExactly("approved", "blocked");
        assertThat(verdicts(check(
                        estate.without(datastore(B, 3), "url")
                                .change(datastore(B, 3), "remoteHost", "NAS.example")
                                .change(datastore(B, 3), "remotePath", "/metro"),
                        plan)))
                .as("only one vCenter tells the URL")
                .containsExactly("approved", "blocked");
    }

    @Test
    void theShareForFailoverIsForThoseThatComeFirst() {
        var estate = twoSites().change(cluster(B, 1), "effectiveMemoryMiB", 560L); // three quarters: 420 MiB

        var together = check(estate, "{vm: web-a, " + TO_B + "}", "{vm: db-a, " + TO_B + "}");

        assertThat(verdicts(together)).containsExactly("approved", "approved");
        var less = check(
                estate.change(cluster(B, 1), "effectiveMemoryMiB", 399L),
                "{vm: web-a, " + TO_B + "}",
                "{vm: db-a, " + TO_B + "}");
        assertThat(verdicts(less)).containsExactly("approved", "blocked");
        assertThat(messages(less))
                .containsExactly("With db-a, the VMs that run in CL-B1 reserve 160 MHz of CPU and 300 MiB of memory; HA"
                        + " admission control leaves them 225,000 MHz and 299 MiB.");
    }

    @Test
    void howHaCountsIsAskedOncePerCluster() {
        var estate = twoSites().without(cluster(B, 1), "haAdmissionControlPolicy");

        var assessment = check(estate, "{vm: web-a, " + TO_B + "}", "{vm: db-a, " + TO_B + "}");

        assertThat(verdicts(assessment)).containsExactly("undetermined", "undetermined");
        assertThat(assessment.confirmations())
                .singleElement()
                .satisfies(question -> assertThat(question.toString()).contains("haAdmissionConfirmed"));
        assertThat(verdicts(check(
                        estate.change(cluster(B, 1), "haAdmissionConfirmed", true),
                        "{vm: web-a, " + TO_B + "}",
                        "{vm: db-a, " + TO_B + "}")))
                .containsExactly("approved", "approved");
    }

    @Test
    void aVmThatSharesADiskIsToldWhereTheOthersAreLeft() {
        var estate = twoSites()
                .change(disk(DB_A, 1), "path", "[ds-a1] web-a/web-a-1.vmdk")
                .change(host(B, 1), "memoryMiB", 30L);

        var split = check(
                estate,
                "{vm: web-a, " + TO_B + "}",
                "{vm: db-a, to: {vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-b1, networks: {VM-A: VM-B}}}");

        assertThat(verdicts(split)).containsExactly("approved-with-warnings", "blocked");
        assertThat(messages(split))
                .anySatisfy(message -> assertThat(message)
                        .contains(
                                "Hard disk 1 of web-a",
                                "web-a goes to esx-02.site-b.example of vcsa-b and takes the disk along",
                                "db-a stays in CL-A1, since its migration is blocked"));
    }

    @Test
    void theFullerReadingOfASharedStorageCounts() {
        var estate = linkedSites().change(datastore(B, 3), "freeSpaceBytes", 19 * GIB);

        assertThat(verdicts(check(estate, "{vm: web-a, to: {datastore: ds-metro}}")))
                .containsExactly("blocked");
    }

    @Test
    void snapshotsAreCopiedOnceHoweverManyDisksMove() {
        var snapshots = Listing.of(new Snapshot("before patch", null, 10 * GIB, null, null));
        var estate =
                twoSites().change(DB_A, "snapshots", snapshots).change(datastore(A, 3), "freeSpaceBytes", 42 * GIB);
        var plan = "{vm: db-a, to: {disks: [{key: 2000, datastore: ds-metro}, {key: 2001, datastore: ds-metro}]}}";

        assertThat(verdicts(check(estate, plan))).containsExactly("approved");
        assertThat(verdicts(check(estate.change(datastore(A, 3), "freeSpaceBytes", 42 * GIB - 1), plan)))
                .as("whether they lie with the home or with the disks is not told")
                .containsExactly("undetermined");
    }

    @Test
    void aThickTargetTakesTheWholeDisk() {
        var estate = twoSites().change(datastore(A, 2), "freeSpaceBytes", 45 * GIB);
        var plan = "{vm: web-a, to: {datastore: ds-a2, disks: [{key: 2000, format: thick}]}}";

        assertThat(verdicts(check(estate, plan))).as("40 GiB and 4 GiB of swap").containsExactly("approved");
        assertThat(verdicts(check(estate.change(datastore(A, 2), "freeSpaceBytes", 44 * GIB - 1), plan)))
                .containsExactly("blocked");
    }

    @Test
    void aSwapFileOnTheHostMayStillTakeRoomInTheDirectory() {
        var estate = twoSites().change(datastore(A, 2), "freeSpaceBytes", 16 * GIB);
        var plan = "{vm: web-a, to: {datastore: ds-a2}}";

        assertThat(verdicts(check(estate, plan))).containsExactly("blocked");
        var local = estate.change(WEB_A, "swapPlacement", "hostLocal");
        assertThat(verdicts(check(local, plan)))
                .as("a host without a datastore for swap files keeps them with the VM")
                .containsExactly("blocked");
        assertThat(verdicts(check(local.change(host(A, 1), "localSwap", true), plan)))
                .containsExactly("undetermined");
    }

    @Test
    void aLinkedCloneIsCopiedWithItsChain() {
        var estate = twoSites()
                .change(disk(WEB_A, 1), "linkedClone", true)
                .change(datastore(A, 2), "freeSpaceBytes", 20 * GIB);

        assertThat(Cases.found(check(estate, "{vm: web-a, to: {datastore: ds-a2}}")))
                .contains("STOR-FREE-SPACE?");
    }

    /** What deduplication or compression saved was never taken, and is not given back. */
    @Test
    void whatLeavesAVsanMayFreeNextToNothing() {
        var moves = List.of("{vm: web-a, to: {datastore: ds-a1}}", "{vm: db-a, wave: 2, to: {datastore: ds-a2}}");
        var full = twoSites()
                .change(disk(WEB_A, 1), "datastore", "datastore-2")
                .change(disk(DB_A, 1), "datastore", "datastore-1")
                .change(datastore(A, 2), "freeSpaceBytes", 10 * GIB);
        assertThat(verdicts(check(full, moves.get(0), moves.get(1)))).containsExactly("approved", "approved");

        var vsan = full.change(datastore(A, 2), "type", "vsan").change(datastore(A, 2), "spaceFactor", 1.0);

        assertThat(verdicts(check(vsan, moves.get(0), moves.get(1)))).containsExactly("approved", "undetermined");
        assertThat(verdicts(check(vsan.without(datastore(A, 2), "type"), moves.get(0), moves.get(1))))
                .containsExactly("approved", "undetermined");
    }

    /** A person's word that the policy bears out decides; one that it does not leaves open which of the two is wrong. */
    @Test
    void whatIsToldOfAVsanAndWhatItsPolicyAsksForMustAgree() {
        var mirrored = twoSites()
                .change(datastore(A, 2), "type", "vsan")
                .change(disk(WEB_A, 1), "storagePolicy", "Mirrored")
                .change(WEB_A, "homeStoragePolicy", "Mirrored")
                .change(datastore(A, 2), "freeSpaceBytes", 45 * GIB);

        assertThat(space(mirrored.change(datastore(A, 2), "spaceFactor", 2.2))).isEmpty();
        assertThat(space(mirrored.change(datastore(A, 2), "spaceFactor", 2.26))).containsExactly("STOR-FREE-SPACE");
        assertThat(space(mirrored.change(datastore(A, 2), "spaceFactor", 3.0))).containsExactly("STOR-FREE-SPACE?");
        assertThat(space(mirrored.change(datastore(A, 2), "spaceFactor", 1.0))).containsExactly("STOR-FREE-SPACE?");
    }

    private static List<String> space(Estate estate) {
        return Cases.found(check(estate, "{vm: web-a, to: {datastore: ds-a2}}")).stream()
                .filter(found -> found.startsWith("STOR-FREE-SPACE"))
                .toList();
    }

    @Test
    void onVsanTheSpaceDependsOnThePolicy() {
        var estate = twoSites().change(datastore(A, 2), "type", "vsan").without(datastore(A, 2), "spaceFactor");

        assertThat(Cases.found(check(estate, "{vm: web-a, to: {datastore: ds-a2}}")))
                .contains("STOR-FREE-SPACE?");
        assertThat(Cases.found(check(
                        estate.change(datastore(A, 2), "freeSpaceBytes", 20 * GIB - 1),
                        "{vm: web-a, to: {datastore: ds-a2}}")))
                .as("one copy at least")
                .contains("STOR-FREE-SPACE");
        var mirrored = estate.change(datastore(A, 2), "spaceFactor", 2.0);
        assertThat(Cases.found(check(
                        mirrored.change(datastore(A, 2), "freeSpaceBytes", 40 * GIB),
                        "{vm: web-a, to: {datastore: ds-a2}}")))
                .as("RAID-1 doubles it")
                .doesNotContain("STOR-FREE-SPACE", "STOR-FREE-SPACE?");
        assertThat(Cases.found(check(
                        mirrored.change(datastore(A, 2), "freeSpaceBytes", 40 * GIB - 1),
                        "{vm: web-a, to: {datastore: ds-a2}}")))
                .contains("STOR-FREE-SPACE");
    }

    @Test
    void aVmForAHostThatIsNotToldMayComeToTheOneWithoutAName() {
        var estate = twoSites().partial(Estates.VC_A, "hosts").change(host(A, 2), "memoryMiB", 60L);
        var plan = List.of("{vm: web-a, to: {host: esx-09.site-a.example}}", "{vm: db-a, to: {host: host-2}}");

        assertThat(verdicts(check(estate, plan))).containsExactly("undetermined", "approved");
        assertThat(Cases.found(check(estate.without(host(A, 2), "name"), plan))).contains("CAP-HOST-MEM?");
    }

    @Test
    void whatComesAfterABlockedMigrationIsBlockedAndSaysWhy() {
        var estate = twoSites().change(datastore(A, 2), "accessible", false);
        var plan = List.of(
                "{id: batch, vm: batch-a, to: {datastore: ds-a2}}",
                to("web-a", 2, "id: web", "after: [batch]"),
                to("db-a", 2, "after: [web]"));

        var assessment = check(estate, plan);

        assertThat(verdicts(assessment)).containsExactly("blocked", "blocked", "blocked");
        assertThat(messages(assessment))
                .contains(
                        "The plan moves batch-a first, and that migration is blocked.",
                        "The plan moves web-a first, and that migration is blocked.");
        assertThat(assessment.fixes()).isNotEmpty();
    }

    @Test
    void whatComesAfterAnUndeterminedMigrationWaitsForTheSameFact() {
        var estate = twoSites().without(datastore(A, 2), "accessible");

        var assessment =
                check(estate, "{id: batch, vm: batch-a, to: {datastore: ds-a2}}", to("web-a", 2, "after: [batch]"));

        assertThat(verdicts(assessment)).containsExactly("undetermined", "undetermined");
        assertThat(assessment.confirmations()).singleElement().satisfies(one -> {
            assertThat(one.ask().properties()).containsExactly("accessible");
            assertThat(one.decides()).isEqualTo(2);
        });
    }

    @Test
    void thoseThatStartTogetherShareTheirFateAndTheRoom() {
        var estate = twoSites().change(datastore(A, 2), "accessible", false).change(host(A, 2), "memoryMiB", 60L);
        var plan = List.of(
                "{id: batch, vm: batch-a, to: {datastore: ds-a2}}",
                to("web-a", 2, "together: [batch]"),
                to("metro-a", 2));

        assertThat(verdicts(check(estate, plan)))
                .as("the room of a group that does not run is free")
                .containsExactly("blocked", "blocked", "approved");
        assertThat(verdicts(check(estate.change(datastore(A, 2), "accessible", true), plan)))
                .containsExactly("approved", "approved", "blocked");
        assertThat(verdicts(check(estate.without(datastore(A, 2), "accessible"), plan)))
                .containsExactly("undetermined", "undetermined", "undetermined");
    }

    @Test
    void aVmWhoseHostIsNotToldMayBeOnAnyOfItsCluster() {
        var full = twoSites().change(host(A, 2), "memoryMiB", 60L);
        var unknown = full.without(METRO_A, "host");

        assertThat(verdicts(check(full, to("web-a", 2)))).containsExactly("approved");
        assertThat(verdicts(check(unknown, to("web-a", 2)))).containsExactly("undetermined");
        assertThat(verdicts(check(unknown.without(METRO_A, "cluster"), to("web-a", 2))))
                .containsExactly("undetermined");
        assertThat(verdicts(
                        check(unknown.change(METRO_A, "cluster", cluster(A, 2).id()), to("web-a", 2))))
                .as("in another cluster")
                .containsExactly("approved");
        assertThat(verdicts(check(unknown.change(host(A, 2), "memoryMiB", 120L), to("web-a", 2))))
                .as("room for it all the same")
                .containsExactly("approved");
    }

    @Test
    void aVmOfWhichNobodyKnowsWhetherItRunsMayTakeItsPart() {
        var estate = twoSites().change(host(A, 3), "memoryMiB", 60L).without(METRO_A, "powerState");

        assertThat(verdicts(check(estate, to("web-a", 3)))).containsExactly("undetermined");
        assertThat(verdicts(check(estate.change(host(A, 3), "memoryMiB", 120L), to("web-a", 3))))
                .containsExactly("approved");
    }

    @Test
    void aHostMayRunVmsThatAreNotListed() {
        var estate = twoSites().partial(Estates.VC_A, "vms");

        assertThat(Cases.found(check(estate, to("vm-1", 2)))).contains("CAP-HOST-MEM?");
        assertThat(Cases.found(check(twoSites(), to("vm-1", 2)))).doesNotContain("CAP-HOST-MEM?");
    }

    @Test
    void filesForADatastoreThatIsNotToldMayComeToTheOneWithoutAName() {
        var estate = twoSites().partial(Estates.VC_A, "datastores").change(datastore(A, 2), "freeSpaceBytes", 20 * GIB);
        var plan = List.of("{vm: db-a, to: {datastore: ds-a9}}", "{vm: web-a, to: {datastore: datastore-2}}");

        assertThat(verdicts(check(estate, plan))).containsExactly("undetermined", "approved");
        assertThat(Cases.found(check(estate.without(datastore(A, 2), "name"), plan)))
                .contains("STOR-FREE-SPACE?");
    }

    @Test
    void aGroupThatDoesNotRunGivesItsSpaceAndItsPlaceBack() {
        var estate = twoSites()
                .change(host(A, 4), "inMaintenanceMode", true)
                .change(datastore(A, 2), "freeSpaceBytes", 20 * GIB)
                .change(host(A, 2), "memoryMiB", 60L);
        var group = List.of(
                "{id: batch, vm: batch-a, to: {host: host-4}}",
                "{vm: metro-a, together: [batch], to: {host: host-2, datastore: ds-a2}}",
                "{vm: web-a, to: {host: host-2, datastore: ds-a2}}");

        assertThat(verdicts(check(estate, group))).containsExactly("blocked", "blocked", "approved");
        assertThat(verdicts(check(estate.change(host(A, 4), "inMaintenanceMode", false), group)))
                .containsExactly("approved", "approved", "blocked");
    }

    @Test
    void whatVCentersCheckAndALoadBothSayIsForeseen() {
        var answer = new VCenterCheck("vm-1", null, "host-2", null, null, null, null, null, null, null);
        var full = new CheckFault("InsufficientHostMemoryCapacityFault", "No memory.");
        var other = new CheckFault("CannotAccessNetwork", "VM-A is not there.");
        var estate = twoSites().change(host(A, 2), "memoryMiB", 30L);
        var refused = Listing.of(answer.answered(Listing.of(full), Listing.of()));

        assertThat(Cases.found(check(estate.change(Estates.VC_A, "vCenterChecks", refused), to("web-a", 2))))
                .containsExactly("CAP-HOST-MEM");
        assertThat(Cases.found(check(
                        estate.change(Estates.VC_A, "vCenterChecks", refused).change(host(A, 2), "memoryMiB", 60L),
                        to("web-a", 2))))
                .as("without the load nobody foresees it")
                .containsExactly("VC-CHECK-ERROR");
        var both = Listing.of(answer.answered(Listing.of(full, other), Listing.of()));
        assertThat(Cases.found(check(estate.change(Estates.VC_A, "vCenterChecks", both), to("web-a", 2))))
                .containsExactly("CAP-HOST-MEM", "VC-CHECK-ERROR");
        assertThat(verdicts(check(estate.change(Estates.VC_A, "vCenterChecks", both), to("web-a", 2))))
                .containsExactly("blocked");
    }

    static String to(String vm, int host, String... more) {
        var also = more.length == 0 ? "" : ", " + String.join(", ", more);
        var name = vm.startsWith("vm-") ? "{vcenter: vcsa-a, id: " + vm + "}" : vm;
        return "{vm: " + name + ", to: {vcenter: vcsa-a, host: host-" + host + "}" + also + "}";
    }

    static Assessment check(Estate estate, List<String> plan) {
        return check(estate, plan.toArray(String[]::new));
    }

    static Assessment check(Estate estate, String... plan) {
        return Cases.check(estate, Plans.read(plan));
    }

    /** It is open which host web-a goes to, as others may be named so; metro-a may not go to a host in maintenance. */
    @Test
    void whoWaitsForOneThatSurelyDoesNotRunTakesNoRoom() {
        var estate = twoSites()
                .partial(VC_A, "hosts")
                .change(host(A, 2), "memoryMiB", 60L)
                .change(host(A, 4), "inMaintenanceMode", true);
        var web = "{id: web, %svm: {vcenter: vcsa-a, id: vm-1}, to: {vcenter: vcsa-a, host: esx-02.site-a.example}}";
        var metro = to("vm-6", 4, "id: metro");

        assertThat(verdicts(estate, web.formatted(""), to("vm-2", 2))).containsExactly("undetermined", "undetermined");
        assertThat(verdicts(estate, metro, web.formatted("after: [metro], "), to("vm-2", 2)))
                .containsExactly("blocked", "blocked", "approved");
        assertThat(verdicts(estate, web.formatted("together: [metro], "), metro, to("vm-2", 2)))
                .containsExactly("blocked", "blocked", "approved");
        var mayRun = estate.without(host(A, 4), "inMaintenanceMode");
        assertThat(verdicts(mayRun, metro, web.formatted("after: [metro], "), to("vm-2", 2)))
                .containsExactly("undetermined", "undetermined", "undetermined");
    }

    /** The home and both disks of db-a are 36 GiB with its swap file; the second disk alone is 16 GiB. */
    @Test
    void eachCandidateIsWeighedWithWhatItBringsToADatastore() {
        var secondDisk = "{vm: db-a, to: {datastoreCluster: pod-a, disks: [{key: 2001, datastore: %s}]}}";

        assertThat(verdicts(pods(1, 20), secondDisk.formatted("pod-a2")))
                .as("pod-a2 takes the second disk, and not all")
                .containsExactly("blocked");
        assertThat(verdicts(pods(20, 1), secondDisk.formatted("pod-a1"))).containsExactly("blocked");
        assertThat(verdicts(pods(1, 36), secondDisk.formatted("pod-a2"))).containsExactly("approved");
        assertThat(verdicts(pods(20, 20), secondDisk.formatted("pod-a1"))).containsExactly("approved");
    }

    @Test
    void eachCandidateIsToldItsOwnSum() {
        var assessment = check(
                pods(20, 10), "{vm: db-a, to: {datastoreCluster: pod-a, disks: [{key: 2001, datastore: pod-a2}]}}");

        assertThat(verdicts(assessment)).containsExactly("blocked");
        var ofBoth = assessment.migrations().get(0).candidates().stream()
                .flatMap(candidate -> candidate.findings().stream())
                .toList();
        assertThat(ofBoth).extracting(finding -> finding.subject().name()).containsExactly("pod-a2", "pod-a2");
        assertThat(ofBoth.get(0).message()).contains("16 GiB");
        assertThat(ofBoth.get(1).message()).contains("36 GiB");
        assertThat(ofBoth).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(assessment.findings()).containsExactlyInAnyOrderElementsOf(ofBoth);
    }

    private static Estate pods(long firstGib, long secondGib) {
        return twoSites()
                .change(datastore(A, 4), "freeSpaceBytes", firstGib * GIB)
                .change(datastore(A, 5), "freeSpaceBytes", secondGib * GIB);
    }

    /** ds-b1 has room for one of the two. */
    @Test
    void whoIsNotListedMayTakeTheRoomAllTheSame() {
        var estate = twoSites().change(datastore(B, 1), "freeSpaceBytes", 45 * GIB);
        var byId = List.of(
                "{vm: {vcenter: vcsa-a, id: vm-2}, " + TO_B + "}", "{vm: {vcenter: vcsa-a, id: vm-1}, " + TO_B + "}");
        var selected = "{select: {vcenter: vcsa-a, name: '*b-a'}, " + TO_B + "}";
        var noDb = estate.lose(VC_A, "vms", 1);

        assertThat(verdicts(check(estate, byId))).containsExactly("approved", "blocked");
        assertThat(verdicts(check(estate, selected))).containsExactly("approved", "blocked");
        assertThat(verdicts(check(noDb, byId))).containsExactly("undetermined", "undetermined");
        assertThat(verdicts(check(noDb, List.of(byId.get(1), byId.get(0)))))
                .as("who comes before it has the room")
                .containsExactly("approved", "undetermined");
        assertThat(verdicts(check(noDb, selected))).containsExactly("undetermined");
        var elsewhere = "{vm: {vcenter: vcsa-a, id: vm-6}, wave: 2, to: {host: host-2}}";
        assertThat(verdicts(check(estate.drop(VC_A, "vms", 1), byId.get(0), elsewhere)))
                .as("surely there is none")
                .containsExactly("blocked", "approved");
        var nameless = estate.without(DB_A, "name");
        assertThat(verdicts(check(nameless, selected.replace("*b-a", "db-a"), byId.get(1))))
                .containsExactly("undetermined", "undetermined");
    }

    @Test
    void whatAnEarlierEntryMayMoveMayComeWithTheLaterOneToo() {
        var estate = twoSites()
                .change(host(A, 2), "memoryMiB", 60L)
                .change(METRO_A, "tags", Listing.of("tier-1"))
                .change(WEB_A, "tags", Listing.of());
        var plan = List.of(
                "{select: {name: '*-a', tag: tier-1}, to: {vcenter: vcsa-a, host: host-1}}",
                to("web-a", 2),
                to("db-a", 2));

        assertThat(verdicts(check(estate, plan))).containsExactly("approved", "approved", "blocked");
        assertThat(verdicts(check(estate.without(WEB_A, "tags"), plan)))
                .containsExactly("undetermined", "approved", "undetermined", "undetermined");
    }

    @Test
    void whatMayBeAnotherNetworkOfTheNameNeitherBlocksNorLeavesTheRoom() {
        var estate = twoSites().change(host(A, 2), "memoryMiB", 60L).change(network(A, 1), "name", "VM Network");
        var web = "{vm: web-a, to: {vcenter: vcsa-a, host: host-2,"
                + " nics: [{key: 4000, switch: dvs-a, portGroup: VM Network}]}}";

        assertThat(verdicts(check(estate, web, to("db-a", 2)))).containsExactly("approved", "blocked");
        assertThat(verdicts(check(estate.without(network(A, 4), "type"), web, to("db-a", 2))))
                .containsExactly("undetermined", "undetermined");
    }

    static List<String> verdicts(Estate estate, String... plan) {
        return verdicts(check(estate, plan));
    }

    static List<String> verdicts(Assessment assessment) {
        return assessment.migrations().stream()
                .map(judged -> judged.verdict().toString())
                .toList();
    }

    private static List<String> messages(Assessment assessment) {
        return assessment.findings().stream().map(f -> f.message()).toList();
    }

    private static List<String> destinations(Assessment assessment) {
        return assessment.migrations().stream()
                .map(Judged::destination)
                .map(destination -> destination == null ? "nowhere" : destination.name())
                .toList();
    }
}
