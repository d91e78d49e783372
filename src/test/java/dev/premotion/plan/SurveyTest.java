package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.METRO_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.plan.Plan.Migration;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static Migration of(Estate estate, String vm) {
        return Plans.survey(estate).migrations().stream()
                .filter(migration -> migration.name().equals(vm))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachVmIsTriedOnTheOtherHostsOfItsCluster() {
        var survey = Plans.survey(twoSites());
        assertThat(survey.survey()).isTrue();
        assertThat(survey.migrations()).hasSize(12).allSatisfy(migration -> {
            assertThat(migration.problem()).isNull();
            assertThat(migration.candidates()).hasSize(2).allSatisfy(candidate -> {
                assertThat(candidate.host()).isNotEqualTo(migration.source());
                assertThat(candidate.cluster()).isEqualTo(migration.sourceCluster());
                assertThat(candidate.doubts()).isEmpty();
                assertThat(candidate.home().moves()).isFalse();
                assertThat(candidate.nics())
                        .allSatisfy(nic -> assertThat(nic.target()).isEqualTo(nic.source()));
            });
        });
        assertThat(survey.migrations()).extracting(Migration::id).doesNotHaveDuplicates();
    }

    @Test
    void theyMoveAsTheyAre() {
        assertThat(Plans.words(of(oneSite(), "web-a").types())).isEqualTo("compute local live");
        assertThat(Plans.words(of(oneSite(), "idle-a").types())).isEqualTo("compute local suspended");
        assertThat(Plans.words(of(oneSite(), "batch-a").types())).isEqualTo("compute local off");
        assertThat(Plans.words(of(oneSite(), "tpl-a").types())).isEqualTo("compute local off");
    }

    @Test
    void whoHasNoOtherHostIsTold() {
        var alone = oneSite()
                .change(Estates.host(A, 3), "standalone", true)
                .without(Estates.host(A, 3), "cluster")
                .without(METRO_A, "cluster");
        assertThat(of(alone, "metro-a").problem().message())
                .isEqualTo("metro-a runs on esx-03.site-a.example, which is in no cluster, so no other host is tried.");
        var single = oneSite().change(WEB_A, "cluster", "domain-c2").change(WEB_A, "host", "host-4");
        assertThat(of(single, "web-a").problem().message())
                .isEqualTo("The cluster CL-A2 has no other host that web-a could go to.");
    }

    @Test
    void whereOthersMayBeThereIsADoubtAndNoProblem() {
        var noCluster = oneSite().without(METRO_A, "cluster").without(Estates.host(A, 3), "cluster");
        assertThat(doubt(of(noCluster, "metro-a")))
                .isEqualTo(
                        "cluster: The snapshot does not say in which cluster metro-a is, so no host could be tried.");
        var alone = oneSite()
                .change(WEB_A, "cluster", "domain-c2")
                .change(WEB_A, "host", "host-4")
                .without(Estates.host(A, 1), "cluster");
        assertThat(doubt(of(alone, "web-a")))
                .isEqualTo(
                        "hosts.complete: The snapshot lists no other host of the cluster CL-A2, and does not say that"
                                + " there is none.");
    }

    private static String doubt(Migration migration) {
        assertThat(migration.problem()).isNull();
        assertThat(migration.candidates()).hasSize(1);
        var doubt = migration.candidates().get(0).doubts().get(0);
        return doubt.property() + ": " + doubt.message();
    }

    @Test
    void whatIsNotForMovingIsExcluded() {
        var vcls = of(oneSite().change(WEB_A, "name", "vCLS (1)"), "vCLS (1)");
        assertThat(vcls.excluded()).isNotNull();
        assertThat(vcls.problem()).isNull();
        assertThat(vcls.candidates()).isEmpty();
    }

    @Test
    void withoutItsHostAVmIsTriedOnAllWithADoubt() {
        var migration = of(oneSite().without(WEB_A, "host"), "web-a");
        assertThat(migration.candidates())
                .hasSize(3)
                .allSatisfy(candidate -> assertThat(candidate.doubts())
                        .extracting(Plan.Doubt::property)
                        .containsExactly("onListedHost"));
        var confirmed = oneSite().without(WEB_A, "host").change(WEB_A, "onListedHost", true);
        assertThat(of(confirmed, "web-a").candidates())
                .hasSize(3)
                .allSatisfy(candidate -> assertThat(candidate.doubts()).isEmpty());
    }

    @Test
    void aClusterThatIsNotListedGoesByItsId() {
        var alone = oneSite().change(WEB_A, "cluster", "domain-c77").without(WEB_A, "host");
        assertThat(of(alone, "web-a").problem().message())
                .isEqualTo("The cluster domain-c77 has no other host that web-a could go to.");
        var others = alone.change(Estates.host(A, 2), "cluster", "domain-c77");
        assertThat(of(others, "web-a").candidates())
                .hasSize(1)
                .allSatisfy(candidate -> assertThat(candidate.doubts())
                        .extracting(Plan.Doubt::property)
                        .as("nobody can confirm anything of it")
                        .contains("host")
                        .doesNotContain("onListedHost"));
    }
}
