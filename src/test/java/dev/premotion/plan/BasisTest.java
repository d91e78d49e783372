package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.cluster;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.reference.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worked-out fact rests on. */
class BasisTest {

    private static final Ref HOST = host(A, 1);
    private static final Estate ESTATE = oneSite();

    private static VmArrival arrival(Estate estate) {
        var at = estate.get(Host.class, HOST);
        return new VmArrival(
                estate.get(Vm.class, WEB_A),
                at,
                List.of(at),
                at,
                estate.get(Cluster.class, cluster(A, 1)),
                Tables.load());
    }

    private static List<String> basis(Subject subject, String fact) {
        return Basis.of(subject, fact).stream()
                .map(one -> one.property() + " of " + one.ownerName())
                .toList();
    }

    @Test
    void whatTheHostSaysItselfIsWhatItRestsOn() {
        var estate = ESTATE.change(HOST, "capability.maxSupportedVcpus", 128);

        assertThat(basis(arrival(estate), "maxSupportedVcpus"))
                .containsExactly("capability of " + estate.get(Host.class, HOST).label());
    }

    @Test
    void whatTablesSayOfAReleaseRestsOnTheRelease() {
        var at = Draft.of(ESTATE.get(Host.class, HOST)).set("capability", null).build();
        var subject = Draft.of(arrival(ESTATE)).set("host", at).build();

        assertThat(subject.maxCoresPerSocket()).isNotNull();
        assertThat(basis(subject, "maxCoresPerSocket")).contains("version of " + at.label());
    }

    @Test
    void aPropertyOfTheVmIsNamedWithTheVm() {
        assertThat(basis(arrival(ESTATE), "cpuReservationPerVcpuMhz"))
                .containsExactly("numCpu of web-a", "cpuReservationMhz of web-a");
    }

    @Test
    void whatNothingChangesRestsOnNothing() {
        assertThat(arrival(ESTATE).leavesCluster()).isFalse(); // it is the host that it is on
        assertThat(basis(arrival(ESTATE), "leavesCluster")).isEmpty();
    }

    @Test
    void aDisksOwnPropertiesCountThroughWhereItGoes() {
        var plan = Resolver.resolve(
                Plans.read("{ vm: web-a, to: { host: esx-02.site-a.example, datastore: ds-a2 } }"), ESTATE.inventory());
        var migration = plan.migrations().get(0);
        var subject = new Subjects(plan, ESTATE.inventory(), Tables.load())
                .of(migration, migration.candidates().get(0)).stream()
                        .filter(VmFiles.class::isInstance)
                        .findFirst()
                        .orElseThrow();

        assertThat(basis(subject, "linkedClone")).contains("linkedClone of Hard disk 1");
    }
}
