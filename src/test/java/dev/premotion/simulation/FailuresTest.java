package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.premotion.simulation.Estate.DatastorePorts;
import dev.premotion.simulation.Estate.HostPorts;
import dev.premotion.simulation.Estate.SiteLink;
import dev.premotion.simulation.EstateSimulator.Settings;
import dev.premotion.simulation.Job.DiskCopy;
import dev.premotion.simulation.Job.Operation;
import dev.premotion.simulation.Job.Transport;
import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks ends or holds up what depends on it, and nothing else. */
class FailuresTest {
    private static final double GB = 1e9;
    private static final Settings SETTINGS = Settings.defaults();

    private static Simulation run(List<Job> jobs, String... failures) {
        var hosts = new ArrayList<HostPorts>();
        for (String id : List.of("a", "b", "c", "d")) {
            hosts.add(new HostPorts(id, 1.25e9, 1.25e9, 10e9));
        }
        var estate = new Estate(
                hosts,
                List.of(new DatastorePorts("ds1", GB, GB), new DatastorePorts("ds2", GB, GB)),
                List.of(new SiteLink("x → y", 1.25e9, 0.001), new SiteLink("y → x", 1.25e9, 0.001)),
                jobs);
        var broken = List.of(failures).stream().map(Failure::parse).toList();
        return EstateSimulator.simulate(estate.with(broken), SETTINGS);
    }

    private static Job job(String id, String from, String to, String link, List<DiskCopy> disks, String... after) {
        return new Job(
                id,
                disks.isEmpty() ? Operation.VMOTION : Operation.VMOTION_WITH_STORAGE,
                from,
                to,
                link.isEmpty() ? List.of() : List.of(link),
                List.of("vc"),
                "ds1",
                disks,
                MemoryShape.ofBytes(50 * GB, 0, List.of()),
                VmotionPolicy.of(""),
                1,
                List.of(after),
                false,
                0,
                Double.POSITIVE_INFINITY,
                List.of());
    }

    private static Job job(String id, String from, String to, String link) {
        return job(id, from, to, link, List.of());
    }

    private static List<DiskCopy> disk() {
        return List.of(new DiskCopy(100 * GB, "ds1", "ds2", 0, Transport.VMOTION));
    }

    @Test
    void aShortOutageOnlyHoldsItUp() {
        double calm = run(List.of(job("vm", "a", "b", "x → y"))).makespanSeconds();
        MigrationRun held = run(List.of(job("vm", "a", "b", "x → y")), "link:x->y@10s+15s")
                .migrations()
                .get(0);
        assertThat(held.state()).isEqualTo(State.DONE);
        assertThat(held.endSeconds()).isEqualTo(calm + 15, within(0.1));
    }

    @Test
    void alongOutageEndsItAfterTheNetworkTimeoutAndTheRestGoesOn() {
        var jobs = List.of(
                job("cut", "a", "b", "y → x"), job("other", "c", "d", ""), job("next", "a", "c", "", List.of(), "cut"));
        Simulation simulation = run(jobs, "link:x->y@10s");
        assertThat(simulation.migrations().get(0).state()).isEqualTo(State.FAILED);
        assertThat(simulation.migrations().get(0).endSeconds()).isEqualTo(30, within(1e-6));
        assertThat(simulation.migrations().get(0).reason()).contains("20 s").contains("stays on its source");
        assertThat(simulation.migrations().get(0).bytesSent()).isLessThan((long) (15 * GB));
        assertThat(simulation.migrations().get(1).state()).isEqualTo(State.DONE);
        assertThat(simulation.migrations().get(2).state()).isEqualTo(State.NOT_STARTED);
        assertThat(simulation.migrations().get(2).reason()).contains("cut");
    }

    @Test
    void aMigrationThatBeginsWhileTheWayIsBrokenFailsOnItsOwnTime() {
        var late = job("late", "a", "b", "x → y", disk());
        Simulation simulation = run(List.of(late), "adapter:b@1s");
        assertThat(simulation.migrations().get(0).endSeconds()).isEqualTo(21, within(1e-6));
    }

    @Test
    void aLostHostEndsWhatItRunsAndRefusesWhatComes() {
        var jobs = new ArrayList<Job>();
        jobs.add(job("from", "a", "b", ""));
        jobs.add(job("to", "c", "a", ""));
        for (int i = 0; i < 12; i++) {
            jobs.add(job("queued" + i, "b", "a", ""));
        }
        jobs.add(job("apart", "c", "d", ""));
        Simulation simulation = run(jobs, "host:a@5s");
        assertThat(simulation.migrations().get(0).endSeconds()).isEqualTo(5);
        assertThat(simulation.migrations().get(0).reason()).contains("lost");
        assertThat(simulation.migrations().get(1).endSeconds()).isEqualTo(25, within(1e-6));
        assertThat(simulation.migrations())
                .filteredOn(run -> run.state() == State.NOT_STARTED)
                .hasSizeGreaterThan(3)
                .allSatisfy(run -> assertThat(run.reason()).contains("does not respond"));
        assertThat(simulation.migrations().get(14).state()).isEqualTo(State.DONE);
    }

    /** Sixteen between two hosts that take eight at a time: half queue when the host is lost. */
    private static List<Job> twoRounds() {
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < 16; i++) {
            jobs.add(job("vm" + i, "b", "a", "x → y"));
        }
        return jobs;
    }

    /** The outage is over before it costs those under way their network timeout. */
    @ParameterizedTest
    @ValueSource(strings = {"host:a@1s+5min", "adapter:a@1s+5min", "link:x->y@1s+5min"})
    void whatCannotStartDuringAnOutageStartsWhenItIsOver(String failure) {
        Simulation simulation = run(twoRounds(), failure);
        assertThat(simulation.migrations())
                .filteredOn(run -> run.state() == State.FAILED)
                .hasSize(8);
        assertThat(simulation.migrations())
                .filteredOn(run -> run.state() == State.DONE)
                .hasSize(8)
                .allSatisfy(run -> assertThat(run.startSeconds()).isGreaterThanOrEqualTo(301));
    }

    @Test
    void aDatastoreThatHasRoomAgainTakesWhatWaited() {
        Simulation simulation = run(List.of(job("copies", "a", "b", "", disk())), "datastore:ds2@0s+10min");
        MigrationRun run = simulation.migrations().get(0);
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.startSeconds()).isEqualTo(600, within(1e-6));
        assertThat(run.reason()).isNull();
    }

    @Test
    void nothingStartsOnABrokenNetworkThatStaysBroken() {
        Simulation simulation = run(twoRounds(), "adapter:a@1s");
        assertThat(simulation.migrations())
                .filteredOn(run -> run.state() == State.NOT_STARTED)
                .hasSize(8)
                .allSatisfy(run -> assertThat(run.reason()).contains("vMotion network of host a"));
    }

    @Test
    void overlappingFailuresDoNotGiveTheTimeoutAnew() {
        Simulation simulation = run(List.of(job("vm", "a", "b", "x → y")), "link:x->y@10s+40s", "link:y->x@25s+40s");
        assertThat(simulation.migrations().get(0).endSeconds()).isEqualTo(30, within(1e-6));
    }

    @Test
    void aFullDatastoreEndsTheCopiesToIt() {
        var jobs = List.of(job("copies", "a", "b", "", disk()), job("stays", "a", "c", ""));
        Simulation simulation = run(jobs, "datastore:ds2@30s");
        assertThat(simulation.migrations().get(0).state()).isEqualTo(State.FAILED);
        assertThat(simulation.migrations().get(0).reason()).contains("ran full");
        assertThat(simulation.migrations().get(0).endSeconds()).isEqualTo(30);
        assertThat(simulation.migrations().get(1).state()).isEqualTo(State.DONE);
        assertThat(run(jobs, "datastore:ds2@0s").migrations().get(0).state()).isNotEqualTo(State.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "host:a@10, Maybe 10min.",
        "nic:a@1s, Maybe adapter.",
        "vmnic0:a@1s, Maybe adapter.",
        "lun:ds1@1s, Maybe datastore.",
        "wan:x@1s, Maybe link.",
        "link:yy->x@1s, Maybe y → x.",
        "datastore:DS-2@1s, Maybe ds2."
    })
    void guessesWhatWasMeant(String text, String maybe) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(List.of(job("vm", "a", "b", "")), text))
                .withMessageEndingWith("\n" + maybe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "host:",
                "host:a",
                "host:a@soon",
                "fire:a@1s",
                "host:a@1s+0s",
                "host:zz@1s",
                "link:a->b@1s"
            })
    void explainsAFailureThatMakesNoSense(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(List.of(job("vm", "a", "b", "")), text))
                .withMessageContaining("\nMaybe ");
    }
}
