package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.MemoryWrites;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Snapshot;
import dev.premotion.plan.Plans;
import dev.premotion.reference.Tables;
import dev.premotion.simulation.Job.DiskCopy;
import dev.premotion.simulation.Job.Operation;
import dev.premotion.simulation.Job.Transport;
import dev.premotion.simulation.Region.WritePattern;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a judged migration becomes for the simulator. */
class PlanJobsTest {

    private static final String VMOTION = "{ vm: web-a, to: { host: esx-02.site-a.example } }";
    private static final String CROSSING = "{ vm: web-b, to: { vcenter: vcsa-a, host: esx-01.site-a.example,"
            + " datastore: ds-a1, networks: { VM-B: VM-A } } }";
    private static final Listing<Snapshot> ONE_SNAPSHOT =
            new Listing<>(List.of(new Snapshot("before", null, 1L << 30, false, false)), true);

    private static Job job(Estate estate, String entry) {
        var migration = Plans.one(estate, entry);
        var judged = new Judged(migration, Verdict.APPROVED, 0, List.of(), List.of(), List.of());
        return new PlanJobs(estate.inventory(), Tables.load(), Guesses.likely())
                .estate(List.of(judged))
                .jobs()
                .get(0);
    }

    @Test
    void computeAloneMovesMemoryAndNoDisks() {
        var job = job(Estates.twoSites(), VMOTION);

        assertThat(job.operation()).isEqualTo(Operation.VMOTION);
        assertThat(job.memory()).isNotNull();
        assertThat(job.disks()).isEmpty();
        assertThat(job.datastore()).isEqualTo("ds-a1");
        assertThat(job.links()).isEmpty();
        assertThat(job.vCenters()).containsExactly("vcsa-a");
    }

    @Test
    void aMoveBetweenVCentersGoesOverTheirLinkAndChargesBoth() {
        var job = job(Estates.twoSites(), CROSSING);

        assertThat(job.operation()).isEqualTo(Operation.VMOTION_WITH_STORAGE);
        assertThat(job.links()).containsExactly("vcsa-b → vcsa-a");
        assertThat(job.vCenters()).containsExactly("vcsa-b", "vcsa-a");
        assertThat(job.disks()).isNotEmpty().allSatisfy(disk -> {
            assertThat(disk.toDatastore()).isEqualTo("ds-a1");
            assertThat(disk.transport()).isEqualTo(Transport.VMOTION);
            assertThat(disk.writeBytesPerSecond()).isPositive();
        });
    }

    @Test
    void whatIsSwitchedOffHasNoMemoryToMoveAndNoGuestThatWrites() {
        var off = Estates.twoSites().change(vmB(), "powerState", PowerState.POWERED_OFF);
        var job = job(off, CROSSING);

        assertThat(job.operation()).isEqualTo(Operation.PROVISIONING);
        assertThat(job.memory()).isNull();
        assertThat(job.disks()).isNotEmpty().allSatisfy(disk -> {
            assertThat(disk.transport()).isNotEqualTo(Transport.VMOTION);
            assertThat(disk.writeBytesPerSecond()).isZero();
        });
    }

    /** Unified data transport takes both hosts from 8.0, each with a provisioning adapter. */
    @ParameterizedTest
    @CsvSource({
        "8.0.2, 8.0.3, true, true, UDT",
        "8.0.2, 9.0.0, true, true, UDT",
        "7.0.3, 8.0.3, true, true, NFC",
        "8.0.2, 7.0.3, true, true, NFC",
        "8.0.2, 8.0.3, false, true, NFC",
        "8.0.2, 8.0.3, true, false, NFC"
    })
    void disksBelowSnapshotsAreCopiedAsFiles(
            String from, String to, boolean provisioningFrom, boolean provisioningTo, Transport transport) {
        var estate = Estates.twoSites()
                .change(vmB(), "snapshots", ONE_SNAPSHOT)
                .without(Estates.host(Estates.B, 1), "vmkernelAdapters")
                .without(Estates.host(Estates.A, 1), "vmkernelAdapters")
                .change(Estates.host(Estates.B, 1), "version", from)
                .change(Estates.host(Estates.A, 1), "version", to)
                .change(Estates.host(Estates.B, 1), "provisioningAdapter", provisioningFrom)
                .change(Estates.host(Estates.A, 1), "provisioningAdapter", provisioningTo);

        assertThat(job(estate, CROSSING).disks())
                .extracting(DiskCopy::transport)
                .containsOnly(transport);
    }

    @Test
    void aDiskWhoseUseIsNotKnownIsCopiedInFullAndSaysSo() {
        var disk = Estates.disk(vmB(), 1);
        var known = job(Estates.twoSites().change(disk, "usedBytes", 5L << 30), CROSSING);
        var unknown =
                job(Estates.twoSites().without(disk, "usedBytes").change(disk, "capacityBytes", 40L << 30), CROSSING);

        assertThat(known.disks().get(0).bytes()).isEqualTo(5L << 30);
        assertThat(known.assumptions()).noneMatch(text -> text.contains("copied in full"));
        assertThat(unknown.disks().get(0).bytes()).isEqualTo(40L << 30);
        assertThat(unknown.assumptions()).anyMatch(text -> text.contains("copied in full"));
    }

    @Test
    void whatTheGuestWritesIsDividedOverItsDisks() {
        var estate = Estates.twoSites()
                .change(Estates.disk(vmB(), 1), "usedBytes", 30L << 30)
                .change(Estates.disk(vmDb(), 1), "usedBytes", 30L << 30)
                .change(Estates.disk(vmDb(), 2), "usedBytes", 10L << 30);
        var one = job(estate, CROSSING).disks();
        var two = job(estate, CROSSING.replace("web-b", "db-b")).disks();
        double guessed = Input.DISK_WRITES.at(0.5) * 1e6;

        assertThat(one).extracting(DiskCopy::writeBytesPerSecond).containsExactly(guessed);
        assertThat(two).extracting(DiskCopy::writeBytesPerSecond).containsExactly(0.75 * guessed, 0.25 * guessed);
    }

    private static Ref vmDb() {
        return Plans.one(Estates.twoSites(), CROSSING.replace("web-b", "db-b"))
                .vm()
                .ref();
    }

    @Test
    void placesOfOneNameStayApart() {
        var inventory = Estates.twoSites().inventory();
        var places = new PlanPlaces(inventory, Tables.load(), Guesses.likely());
        var site = inventory.vCenters().get(0);
        var stores = site.datastores().items();
        var names = stores.stream()
                .map(store ->
                        places.datastore(Draft.of(store).set("name", "esx-01").build()))
                .toList();
        var host = Draft.of(site.hosts().items().get(0)).set("name", "esx-01").build();

        assertThat(names).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        assertThat(places.host(host, site)).isEqualTo("esx-01");
    }

    private static Job jobWriting(Listing<MemoryWrites> writes) {
        return job(Estates.twoSites().change(Estates.WEB_A, "memoryWrites", writes), VMOTION);
    }

    private static MemoryShape memory(Job job) {
        return Objects.requireNonNull(job.memory());
    }

    /** A row that the reader refuses leaves a listing partial, which is no guest that writes nothing. */
    @Test
    void measuredWritesThatMayLackRowsAreGuessedBesideWhatIsThere() {
        var none = jobWriting(Listing.of());
        var refused = jobWriting(Listing.partial(List.of()));
        var hot = new MemoryWrites(8L << 20, 900, "random");
        var some = jobWriting(Listing.partial(List.of(hot)));
        var all = jobWriting(Listing.of(hot));

        assertThat(memory(none).regions()).isEmpty();
        assertThat(memory(refused).regions()).hasSize(1);
        assertThat(refused.assumptions()).anyMatch(text -> text.contains("not complete"));
        assertThat(memory(some).regions()).hasSize(2).anyMatch(region -> region.pagesPerSecond() == 900);
        assertThat(some.assumptions()).anyMatch(text -> text.contains("not complete"));
        assertThat(memory(all).regions()).hasSize(1);
        assertThat(all.assumptions()).noneMatch(text -> text.contains("memory writes"));
    }

    @Test
    void patternsAreTakenAsTheyAreAndTheSweepsPlaceIsGuessed() {
        var sweep = jobWriting(Listing.of(new MemoryWrites(8L << 20, 900, "sequential")));
        var zipf = jobWriting(Listing.of(new MemoryWrites(8L << 20, 900, "zipf")));

        assertThat(memory(sweep).regions().get(0).pattern()).isEqualTo(new WritePattern.Sequential(1024.0));
        assertThat(sweep.assumptions()).anyMatch(text -> text.contains("sequential writes stand at 0.5"));
        assertThat(memory(zipf).regions().get(0).pattern()).isInstanceOf(WritePattern.Zipf.class);
    }

    private static Ref vmB() {
        return Plans.one(Estates.twoSites(), CROSSING).vm().ref();
    }
}
