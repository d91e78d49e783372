package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.premotion.reference.Tables;
import dev.premotion.simulation.Estate.DatastorePorts;
import dev.premotion.simulation.Estate.HostPorts;
import dev.premotion.simulation.Estate.SiteLink;
import dev.premotion.simulation.EstateSimulator.Settings;
import dev.premotion.simulation.GuestMemory.Engine;
import dev.premotion.simulation.Job.DiskCopy;
import dev.premotion.simulation.Job.Operation;
import dev.premotion.simulation.Job.Transport;
import dev.premotion.simulation.Region.WritePattern.Random;
import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EstateSimulatorTest {
    private static final double GB = 1e9;
    private static final double TEN_GBIT = 1.25e9;
    private static final Settings PLAIN =
            new Settings(AdmissionCosts.documented(), 1, 1.3e9 / 8, 4, 20, 0, Engine.EXPECTED, 1);

    /** Three hosts with 10 GbE, one with 1 GbE; two datastores of 1 GB/s. */
    private static Estate estate(Job... jobs) {
        return new Estate(
                List.of(
                        new HostPorts("a", TEN_GBIT, TEN_GBIT, 10e9),
                        new HostPorts("b", TEN_GBIT, TEN_GBIT, 10e9),
                        new HostPorts("c", TEN_GBIT, TEN_GBIT, 10e9),
                        new HostPorts("slow", TEN_GBIT / 10, TEN_GBIT / 10, 1e9)),
                List.of(new DatastorePorts("ds1", GB, GB), new DatastorePorts("ds2", GB, GB)),
                List.of(new SiteLink("a-b", TEN_GBIT / 2, 0.010)),
                List.of(jobs));
    }

    private static MemoryShape idle(double gigabytes) {
        return MemoryShape.ofBytes(gigabytes * GB, 0, List.of());
    }

    private static Job vmotion(String id, String from, String to) {
        return Job.vmotion(id, from, to, "ds1", idle(5));
    }

    private static Job storage(String id, String host) {
        return job(
                id,
                Operation.STORAGE_VMOTION,
                host,
                host,
                1,
                List.of(),
                false,
                List.of(new DiskCopy(10 * GB, "ds1", "ds2", 0, Transport.VMOTION)),
                null);
    }

    private static Job job(
            String id,
            Operation operation,
            String from,
            String to,
            int wave,
            List<String> after,
            boolean high,
            List<DiskCopy> disks,
            @Nullable MemoryShape memory) {
        return new Job(
                id,
                operation,
                from,
                to,
                List.of(),
                List.of(),
                disks.isEmpty() ? "ds1" : null,
                disks,
                memory,
                VmotionPolicy.of(""),
                wave,
                after,
                high,
                0,
                Double.POSITIVE_INFINITY,
                List.of());
    }

    private static Job[] jobs(int count, String prefix, java.util.function.Function<String, Job> make) {
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < count; i++) {
            jobs.add(make.apply(prefix + i));
        }
        return jobs.toArray(Job[]::new);
    }

    private static Simulation run(Job... jobs) {
        return EstateSimulator.simulate(estate(jobs), PLAIN);
    }

    private static long startedAtOnce(Simulation simulation) {
        return simulation.migrations().stream()
                .filter(run -> run.startSeconds() == 0 && run.state() == State.DONE)
                .count();
    }

    private static double seconds(MigrationRun run) {
        return run.endSeconds() - run.startSeconds();
    }

    @Test
    void oneMigrationAloneDoesWhatAnEstimateSays() {
        var memory = MemoryShape.ofBytes(20 * GB, GB, List.of(new Region(500_000, 100_000, new Random())));
        var policy = VmotionPolicy.of("");
        Outcome alone = Precopy.alone(
                policy.start(memory, Engine.EXPECTED.open(memory, 1)), TEN_GBIT, Double.POSITIVE_INFINITY);
        MigrationRun run =
                run(Job.vmotion("vm", "a", "b", "ds1", memory)).migrations().get(0);
        assertThat(run.endSeconds()).isEqualTo(alone.totalSeconds(), within(1e-6));
        assertThat(run.passes()).hasSameSizeAs(alone.passes());
        assertThat(run.stunMillis()).isEqualTo(alone.stunSeconds() * 1e3, within(1e-3));
        assertThat(run.bytesSent()).isEqualTo(Math.round(alone.bytesSent()));
    }

    @Test
    void twoMigrationsOverOneAdapterTakeTwiceAsLong() {
        double alone = seconds(run(vmotion("x", "a", "b")).migrations().get(0));
        Simulation both = run(vmotion("x", "a", "b"), vmotion("y", "a", "c"));
        assertThat(both.migrations())
                .allSatisfy(each -> assertThat(seconds(each)).isEqualTo(2 * alone, within(alone / 20)));
        assertThat(run(vmotion("x", "a", "b"), vmotion("y", "b", "a")).makespanSeconds())
                .as("full duplex")
                .isEqualTo(alone, within(1e-6));
        assertThat(both.links())
                .filteredOn(link -> link.name().equals("host a vMotion out"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.bytes()).isEqualTo(10 * GB, within(GB / 10));
                    assertThat(link.peakShare()).isEqualTo(1, within(1e-6));
                    assertThat(link.busySeconds()).isEqualTo(both.makespanSeconds(), within(0.1));
                });
    }

    @Test
    void aHostTakesEightVmotionsAtOnce() {
        assertThat(startedAtOnce(run(jobs(20, "vm", id -> vmotion(id, "a", "b")))))
                .isEqualTo(8);
        assertThat(startedAtOnce(run(jobs(20, "vm", id -> vmotion(id, "slow", "b")))))
                .as("1 GbE")
                .isEqualTo(4);
        assertThat(run(jobs(9, "vm", id -> vmotion(id, "a", "b")))
                        .migrations()
                        .get(8)
                        .waitedFor())
                .isEqualTo("host a");
    }

    @Test
    void oneStorageMoveAndFourVmotionsFillAHost() {
        var jobs = new ArrayList<Job>(List.of(storage("s0", "a")));
        jobs.addAll(List.of(jobs(6, "vm", id -> vmotion(id, "a", "b"))));
        assertThat(startedAtOnce(run(jobs.toArray(Job[]::new)))).isEqualTo(5);
        assertThat(startedAtOnce(run(jobs(3, "s", id -> storage(id, "a")))))
                .as("two storage moves")
                .isEqualTo(2);
    }

    @Test
    void sevenStorageMovesAndAVmotionLeaveNoRoomForAnEighthOnADatastore() {
        var hosts = new ArrayList<HostPorts>();
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < 9; i++) {
            hosts.add(new HostPorts("h" + i, TEN_GBIT, TEN_GBIT, 10e9));
        }
        for (int i = 0; i < 7; i++) {
            jobs.add(storage("s" + i, "h" + i));
        }
        jobs.add(vmotion("vm", "h7", "h8"));
        jobs.add(storage("s8", "h7"));
        var estate = new Estate(hosts, List.of(new DatastorePorts("ds1", GB, GB)), List.of(), jobs);
        Simulation simulation = EstateSimulator.simulate(estate, PLAIN);
        assertThat(startedAtOnce(simulation)).as("7 * 16 + 1 = 113 of 128").isEqualTo(8);
        assertThat(simulation.migrations().get(8).waitedFor()).isEqualTo("datastore ds1");
    }

    @Test
    void theOtherTableOfCostsChangesTheMixAndNotTheNumberOfStorageMoves() {
        var other = new Settings(
                AdmissionCosts.named(Tables.load(), AdmissionCosts.ARTICLE), 1, GB, 4, 20, 0, Engine.EXPECTED, 1);
        var jobs = new ArrayList<Job>(List.of(storage("s0", "a"), storage("s1", "a")));
        assertThat(startedAtOnce(EstateSimulator.simulate(estate(jobs.toArray(Job[]::new)), other)))
                .isEqualTo(2);
        jobs.remove(1);
        jobs.addAll(List.of(jobs(9, "vm", id -> vmotion(id, "a", "b"))));
        assertThat(startedAtOnce(EstateSimulator.simulate(estate(jobs.toArray(Job[]::new)), other)))
                .isEqualTo(9);
    }

    @Test
    void whatFitsDoesNotWaitBehindWhatDoesNot() {
        var jobs = new ArrayList<Job>(List.of(jobs(8, "vm", id -> vmotion(id, "a", "b"))));
        jobs.add(vmotion("blocked", "a", "c"));
        jobs.add(vmotion("free", "c", "slow"));
        Simulation simulation = run(jobs.toArray(Job[]::new));
        assertThat(simulation.migrations().get(8).startSeconds()).isPositive();
        assertThat(simulation.migrations().get(9).startSeconds()).isZero();
    }

    @Test
    void highPriorityGoesFirstAndEqualsGoInThePlansOrder() {
        var jobs = new ArrayList<Job>(List.of(jobs(10, "vm", id -> vmotion(id, "a", "b"))));
        jobs.add(job("urgent", Operation.VMOTION, "a", "b", 1, List.of(), true, List.of(), idle(5)));
        Simulation simulation = run(jobs.toArray(Job[]::new));
        assertThat(simulation.migrations().get(10).startSeconds()).isZero();
        assertThat(simulation.migrations().get(7).startSeconds()).isPositive();
        assertThat(simulation.migrations().get(8).startSeconds())
                .isGreaterThanOrEqualTo(simulation.migrations().get(7).startSeconds());
    }

    @Test
    void wavesAndFollowersWaitForThoseBeforeThem() {
        Simulation simulation = run(
                job("second", Operation.VMOTION, "a", "b", 2, List.of(), true, List.of(), idle(5)),
                job("first", Operation.VMOTION, "a", "b", 1, List.of(), false, List.of(), idle(5)),
                job("then", Operation.VMOTION, "b", "c", 1, List.of("first"), false, List.of(), idle(5)));
        var runs = simulation.migrations();
        assertThat(runs.get(2).startSeconds()).isEqualTo(runs.get(1).endSeconds(), within(1e-6));
        assertThat(runs.get(0).startSeconds()).isEqualTo(runs.get(2).endSeconds(), within(1e-6));
    }

    @Test
    void whatCanNeverStartSaysWhyAndTheRestGoesOn() {
        var slowest = new HostPorts("tiny", 1e6, 1e6, 10e6);
        var none = new Estate(
                List.of(
                        new HostPorts("a", TEN_GBIT, TEN_GBIT, 10e9),
                        new HostPorts("b", TEN_GBIT, TEN_GBIT, 10e9),
                        slowest),
                List.of(),
                List.of(),
                List.of(
                        job("x", Operation.VMOTION, "a", "b", 1, List.of("y"), false, List.of(), idle(1)),
                        job("y", Operation.VMOTION, "a", "b", 1, List.of("x"), false, List.of(), idle(1)),
                        vmotion("z", "a", "b"),
                        job("later", Operation.VMOTION, "a", "b", 2, List.of(), false, List.of(), idle(1))));
        var runs = EstateSimulator.simulate(none, PLAIN).migrations();
        assertThat(runs.get(0).state()).isEqualTo(State.NOT_STARTED);
        assertThat(runs.get(0).reason()).isEqualTo("It waits for a migration that waits for it.");
        assertThat(runs.get(2).state()).isEqualTo(State.DONE);
        assertThat(runs.get(3).reason()).isEqualTo("An earlier wave never came to its end.");
    }

    @Test
    void aMigrationThatDoesNotConvergeFailsWithThoseThatFollowIt() {
        var busy = MemoryShape.ofBytes(5 * GB, 0, List.of(new Region(1_000_000, 1e7, new Random())));
        var never = new Job(
                "never",
                Operation.VMOTION,
                "a",
                "b",
                List.of(),
                List.of(),
                "ds1",
                List.of(),
                busy,
                QemuPolicy.defaults(),
                1,
                List.of(),
                false,
                0,
                Double.POSITIVE_INFINITY,
                List.of());
        var runs = run(
                        never,
                        job("then", Operation.VMOTION, "a", "b", 1, List.of("never"), false, List.of(), idle(1)),
                        job("last", Operation.VMOTION, "a", "b", 1, List.of("then"), false, List.of(), idle(1)),
                        job("other", Operation.VMOTION, "a", "b", 2, List.of(), false, List.of(), idle(1)))
                .migrations();
        assertThat(runs)
                .extracting(MigrationRun::state)
                .containsExactly(State.FAILED, State.NOT_STARTED, State.NOT_STARTED, State.DONE);
        assertThat(runs.get(1).reason()).isEqualTo("It was to follow never, which failed.");
    }

    @Test
    void disksGoBeforeMemoryAndMirroredWritesSlowThem() {
        double writes = 0.2 * GB;
        var disk = new DiskCopy(100 * GB, "ds1", "ds2", writes, Transport.VMOTION);
        var both = job("vm", Operation.VMOTION_WITH_STORAGE, "a", "b", 1, List.of(), false, List.of(disk), idle(5));
        MigrationRun run = run(both).migrations().get(0);
        double copy = 100 * GB / writes * Math.log(GB / (GB - writes));
        assertThat(copy).as("V / (C - w/2)").isEqualTo(100 * GB / (GB - writes / 2), within(1.0));
        double memory = 5 * GB / (TEN_GBIT - writes);
        assertThat(run.endSeconds()).isEqualTo(copy + memory, within(0.5));
        assertThat((double) run.bytesSent()).isEqualTo(copy * GB + 5 * GB + writes * memory, within(0.2 * GB));
    }

    /** Over the provisioning network, they leave the vMotion network to memory; the slow host has no more than 1 GbE. */
    @Test
    void mirroredWritesGoTheWayOfTheirDisk() {
        var disk = new DiskCopy(GB, "ds1", "ds2", 0.05 * GB, Transport.NFC);
        var job = job("vm", Operation.VMOTION_WITH_STORAGE, "slow", "a", 1, List.of(), false, List.of(disk), idle(5));
        Simulation simulation = run(job);
        double memory = simulation.migrations().get(0).passes().stream()
                .mapToDouble(Pass::seconds)
                .sum();
        assertThat(memory).isEqualTo(5 * GB / (TEN_GBIT / 10), within(0.3));
        double copied = simulation.links().stream()
                .filter(link -> link.name().equals("file copy slow → a"))
                .findFirst()
                .orElseThrow()
                .bytes();
        assertThat(copied).isGreaterThan(GB + 0.05 * GB * memory * 0.99);
    }

    /** The article gives a Storage vMotion 8 of 16, and the documents charge a host alike for both kinds of storage move. */
    @Test
    void bothSourcesAdmitTwoMovesOfMemoryAndDisksAtOnceOnAHost() {
        var disk = List.of(new DiskCopy(GB, "ds1", "ds2", 0, Transport.VMOTION));
        var jobs = jobs(
                6, "x", id -> job(id, Operation.VMOTION_WITH_STORAGE, "a", "b", 1, List.of(), false, disk, idle(1)));
        for (String source : List.of(AdmissionCosts.DOCUMENTATION, AdmissionCosts.ARTICLE)) {
            var costs = AdmissionCosts.named(Tables.load(), source);
            assertThat(startedAtOnce(EstateSimulator.simulate(estate(jobs), Settings.with(costs, 1))))
                    .as(source)
                    .isEqualTo(2);
        }
    }

    @Test
    void fileCopyIsOnePipeForAPairOfHosts() {
        var one = new DiskCopy(10 * GB, "ds1", "ds2", 0, Transport.NFC);
        var other = new DiskCopy(10 * GB, "ds2", "ds1", 0, Transport.NFC);
        double single = run(job("vm", Operation.PROVISIONING, "a", "b", 1, List.of(), false, List.of(one), null))
                .makespanSeconds();
        double both = run(job("vm", Operation.PROVISIONING, "a", "b", 1, List.of(), false, List.of(one, other), null))
                .makespanSeconds();
        assertThat(both).isEqualTo(2 * single, within(0.01));
    }

    @Test
    void copiesOfDisksAreToldWithTheirBytesAndTime() {
        var there = new DiskCopy(10 * GB, "ds1", "ds2", 0, Transport.VMOTION);
        var written = new DiskCopy(4 * GB, "ds2", "ds1", 0.1 * GB, Transport.VMOTION);
        MigrationRun run = run(job(
                        "vm",
                        Operation.VMOTION_WITH_STORAGE,
                        "a",
                        "b",
                        1,
                        List.of(),
                        false,
                        List.of(there, written, there),
                        idle(5)))
                .migrations()
                .get(0);

        assertThat(run.disks()).as("one copy for each pair of datastores").hasSize(2);
        Pass twice = run.disks().get(0);
        assertThat(twice.bytes()).isEqualTo((long) (20 * GB));
        assertThat(run.disks().get(1).bytes()).as("mirrored writes go too").isGreaterThan((long) (4 * GB));
        assertThat(run.disks()).allSatisfy(copy -> assertThat(copy.dirtyBytes()).isZero());
        double memory = run.passes().stream().mapToDouble(Pass::seconds).sum() + run.stunMillis() / 1e3;
        assertThat(twice.seconds()).as("both at the same time").isEqualTo(seconds(run) - memory, within(0.01));
    }

    @Test
    void coldDataGoesByNfcUnlessUdtCarriesIt() {
        var nfc = job(
                "nfc",
                Operation.PROVISIONING,
                "a",
                "b",
                1,
                List.of(),
                false,
                List.of(new DiskCopy(10 * GB, "ds1", "ds2", 0, Transport.NFC)),
                null);
        var udt = job(
                "udt",
                Operation.PROVISIONING,
                "a",
                "b",
                1,
                List.of(),
                false,
                List.of(new DiskCopy(10 * GB, "ds1", "ds2", 0, Transport.UDT)),
                null);
        var within = job(
                "within",
                Operation.PROVISIONING,
                "a",
                "a",
                1,
                List.of(),
                false,
                List.of(new DiskCopy(10 * GB, "ds1", "ds2", 0, Transport.NFC)),
                null);
        assertThat(run(nfc).makespanSeconds()).isEqualTo(10 * GB / (1.3e9 / 8), within(1e-6));
        assertThat(run(udt).makespanSeconds()).isEqualTo(10, within(1e-6));
        assertThat(run(within).makespanSeconds()).as("datastores alone").isEqualTo(10, within(1e-6));
        assertThat(run(nfc).links())
                .extracting(Simulation.LinkUse::name)
                .containsExactly(
                        "datastore ds1 read",
                        "host a provisioning out",
                        "host b provisioning in",
                        "file copy a → b",
                        "datastore ds2 write");
        assertThat(run(nfc).migrations().get(0).stunMillis()).isZero();
    }

    @Test
    void aSiteLinkIsSharedAndItsDistanceCounts() {
        var far = new Job(
                "far",
                Operation.VMOTION,
                "a",
                "b",
                List.of("a-b"),
                List.of(),
                "ds1",
                List.of(),
                idle(5),
                VmotionPolicy.of(""),
                1,
                List.of(),
                false,
                0,
                Double.POSITIVE_INFINITY,
                List.of("the link's speed"));
        MigrationRun run = run(far).migrations().get(0);
        assertThat(run.endSeconds()).isEqualTo(5 * GB / (TEN_GBIT / 2) + 0.15, within(0.1));
        assertThat(run.stunMillis()).as("two round trips").isEqualTo(20, within(1e-3));
        assertThat(run.assumptions()).containsExactly("the link's speed");
    }

    @Test
    void guessesGiveARange() {
        Estate[] three = new Estate[3];
        for (int i = 0; i < 3; i++) {
            var memory =
                    MemoryShape.ofBytes(20 * GB, 0, List.of(new Region(3_000_000, 30_000 * (1 + 3 * i), new Random())));
            three[i] = estate(Job.vmotion("vm", "a", "b", "ds1", memory));
        }
        var ensemble = new Ensemble(EstateSimulator.simulate(three[1], PLAIN));
        for (Estate each : three) {
            ensemble.drawn(EstateSimulator.simulate(each, PLAIN));
        }
        ensemble.moved(
                Input.REWRITE_TIME,
                EstateSimulator.simulate(three[0], PLAIN),
                EstateSimulator.simulate(three[2], PLAIN));
        MigrationRun run = ensemble.simulation().migrations().get(0);
        assertThat(run.range().driver()).isEqualTo(Input.REWRITE_TIME.words());
        assertThat(ensemble.makespan().high()).isGreaterThan(ensemble.makespan().likely());
        assertThat(run.range()).isNotNull();
        assertThat(run.range().seconds().low()).isLessThan(run.range().seconds().likely());
        assertThat(run.range().seconds().likely())
                .isLessThan(run.range().seconds().high());
        assertThat(run.range().endSeconds().likely()).isEqualTo(run.endSeconds());
    }

    @Test
    void theSamePlanGivesTheSameResult() {
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < 200; i++) {
            var memory =
                    MemoryShape.ofBytes((1 + i % 7) * GB, 0, List.of(new Region(100_000, 1000d * i, new Random())));
            jobs.add(Job.vmotion("vm" + i, i % 2 == 0 ? "a" : "b", "c", "ds1", memory));
        }
        var pages = new Settings(AdmissionCosts.documented(), 1, GB, 4, 20, 0, Engine.PAGES, 3);
        Estate estate = estate(jobs.toArray(Job[]::new));
        assertThat(EstateSimulator.simulate(estate, pages)).isEqualTo(EstateSimulator.simulate(estate, pages));
        assertThat(EstateSimulator.simulate(estate, PLAIN)).isEqualTo(EstateSimulator.simulate(estate, PLAIN));
    }

    @Test
    void namesThatTheEstateLacksAreAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(vmotion("vm", "a", "nowhere")))
                .withMessageContaining("\"nowhere\"")
                .withMessageContaining("\nMaybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(vmotion("vm", "a", "b"), vmotion("vm", "a", "b")))
                .withMessageContaining("\"vm\"");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> run(job("x", Operation.VMOTION, "a", "b", 1, List.of("y"), false, List.of(), idle(1))))
                .withMessageContaining("\"y\"");
    }

    @Test
    void onlyTheArticleLimitsAWholeVCenter() {
        var hosts = new ArrayList<HostPorts>();
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < 700; i++) {
            hosts.add(new HostPorts("h" + i, TEN_GBIT, TEN_GBIT, 10e9));
            hosts.add(new HostPorts("g" + i, TEN_GBIT, TEN_GBIT, 10e9));
            jobs.add(new Job(
                    "vm" + i,
                    Operation.VMOTION,
                    "h" + i,
                    "g" + i,
                    List.of(),
                    List.of("vc1"),
                    "ds" + i,
                    List.of(),
                    idle(1),
                    VmotionPolicy.of(""),
                    1,
                    List.of(),
                    false,
                    0,
                    Double.POSITIVE_INFINITY,
                    List.of()));
        }
        var estate = new Estate(hosts, List.of(), List.of(), jobs);
        assertThat(startedAtOnce(EstateSimulator.simulate(estate, PLAIN))).isEqualTo(700);
        var article = Settings.with(AdmissionCosts.named(Tables.load(), AdmissionCosts.ARTICLE), 1);
        assertThat(startedAtOnce(EstateSimulator.simulate(estate, article))).isEqualTo(640);
    }

    @Test
    void oneAtATimeOnAHostIsWhatItSays() {
        var costs = new Settings(AdmissionCosts.oneAtATime(), 1, GB, 4, 20, 0, Engine.EXPECTED, 1);
        var jobs = List.of(vmotion("x", "a", "b"), vmotion("y", "a", "c"), storage("z", "slow"));
        var runs = EstateSimulator.simulate(estate(jobs.toArray(Job[]::new)), costs)
                .migrations();
        assertThat(runs.get(1).startSeconds()).isEqualTo(runs.get(0).endSeconds());
        assertThat(runs.get(2).startSeconds()).isZero();
    }
}
