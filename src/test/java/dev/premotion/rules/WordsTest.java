package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Evidence;
import dev.premotion.answer.Listing;
import dev.premotion.answer.Truth;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.FeatureCapability;
import dev.premotion.inventory.FeatureRequirement;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Sum;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of rules, each with every argument absent in turn. */
class WordsTest {

    private static final Estate ESTATE = Estates.oneSite();

    @ParameterizedTest
    @CsvSource({
        "10, 10, 10, YES",
        "10, 11, 10, UNKNOWN",
        "11, 11, 10, NO",
        "11, , 10, NO",
        "10, , 10, UNKNOWN",
        "10, 10, , UNKNOWN"
    })
    void aSumFitsOnlyIfItDoesHoweverItsAddendsTurnOut(
            long least, @Nullable Long most, @Nullable Long limit, Truth truth) {
        var answer = Words.fits("sum", new Sum(least, most), "limit", limit);

        assertThat(answer.truth()).isEqualTo(truth);
        assertThat(answer.because())
                .extracting(Evidence::fact, Evidence::required)
                .containsExactly(tuple("sum", "at most " + (limit == null ? "limit" : limit)), tuple("limit", ""));
    }

    @Test
    void aSumThatIsNotThereIsWhatIsMissing() {
        var answer = Words.fits("sum", null, "limit", 10L);

        assertThat(answer.missing()).extracting(Evidence::fact).containsExactly("sum");
        assertThat(Words.fits("sum", Sum.NOTHING, "limit", null).missing())
                .extracting(Evidence::fact)
                .containsExactly("limit");
    }

    @Test
    void aHostReachesWhatItMounts() {
        assertThat(reaches(true, true).held()).isTrue();
        assertThat(reaches(false, false).because())
                .containsExactly(new Evidence("host.datastores", "not mounted", "mounted"));
        assertThat(reaches(true, false).because())
                .containsExactly(new Evidence("host.datastores", "mounted but not accessible", "mounted"));
        assertThat(reaches(true, true).because())
                .containsExactly(new Evidence("host.datastores", "mounted", "mounted"));
    }

    /** What is mounted in an unknown state is asked for as such, what may be mounted as a list. */
    @Test
    void whetherAHostReachesSomethingWaitsForItsStateOrForTheList() {
        var partial = Listing.<DatastoreMount>partial(List.of());

        assertThat(reaches(true, null).missing()).extracting(Evidence::fact).containsExactly("host.mountsConfirmed");
        assertThat(reaches(null, null).missing()).extracting(Evidence::fact).containsExactly("host.datastores");
        var open = Words.reaches("host.datastores", partial, "host.mountsConfirmed", null, null);
        assertThat(open.unknown()).isTrue();
        assertThat(open.because()).containsExactly(new Evidence("host.datastores", partial, "mounted"));
        assertThat(Words.reaches("host.datastores", Listing.of(), "host.mountsConfirmed", null, null)
                        .missing())
                .extracting(Evidence::fact)
                .containsExactly("host.datastores");
    }

    private static Answer reaches(@Nullable Boolean listed, @Nullable Boolean mounted) {
        return Words.reaches("host.datastores", null, "host.mountsConfirmed", listed, mounted);
    }

    @Test
    void aLicenceGrantsWhatItsTableSaysAndNothingWithoutAName() {
        var tables = Cases.PREFLIGHT.rulebook().tables();

        assertThat(Words.licence("host.licenseName", "vSphere 7 Enterprise Plus", "LongDistanceVMotion", tables)
                        .because())
                .containsExactly(new Evidence(
                        "host.licenseName", "vSphere 7 Enterprise Plus", "an edition with LongDistanceVMotion"));
        assertThat(Words.licence("host.licenseName", "vSphere 7 Enterprise Plus", "vMotion", tables)
                        .held())
                .isTrue();
        assertThat(Words.licence("host.licenseName", "vSphere 7 Essentials", "vMotion", tables)
                        .no())
                .isTrue();
        assertThat(Words.licence("host.licenseName", null, "vMotion", tables).missing())
                .extracting(Evidence::fact)
                .containsExactly("host.licenseName");
    }

    @Test
    void aHostOffersWhatAVmNeedsOnlyIfItOffersEachFeature() {
        assertThat(offers("1", "1", null).held()).isTrue();
        assertThat(offers("1", "0", null).no()).isTrue();
        assertThat(offers("1", "0", true).no()).as("facts before words").isTrue();
        assertThat(offers("1", "0", null).because())
                .containsExactly(new Evidence("vm.featureRequirements", "cpuid.b Bool:Min:1", "offered by the host"));
    }

    @Test
    void whatAPersonConfirmedOfFeaturesCountsWhereTheyAreOpen() {
        assertThat(offers("1", "many", null).missing())
                .extracting(Evidence::fact)
                .containsExactly("host.cpuFeaturesConfirmed");
        assertThat(offers("1", "many", true).held()).isTrue();
        assertThat(offers("1", "many", false).unknown()).isTrue();
        var host = host(null, null);
        assertThat(Words.offersAll("vm.featureRequirements", vm(), "host.cpuFeaturesConfirmed", host)
                        .unknown())
                .isTrue();
        assertThat(Words.offersAll("vm.featureRequirements", vm(), "host.cpuFeaturesConfirmed", host(null, false))
                        .missing())
                .extracting(Evidence::fact)
                .containsExactly("host.featureCapabilities");
        assertThat(Words.offersAll("vm.featureRequirements", vm(), "host.cpuFeaturesConfirmed", host(null, true))
                        .held())
                .isTrue();
        var unlisted = ESTATE.without(Estates.WEB_A, "featureRequirements").get(Vm.class, Estates.WEB_A);
        assertThat(Words.offersAll("vm.featureRequirements", unlisted, "said", host(Listing.of(), null))
                        .unknown())
                .isTrue();
    }

    private static Answer offers(String one, String other, @Nullable Boolean confirmed) {
        var offered = Listing.of(new FeatureCapability("cpuid.a", one), new FeatureCapability("CPUID.B", other));
        return Words.offersAll("vm.featureRequirements", vm(), "host.cpuFeaturesConfirmed", host(offered, confirmed));
    }

    private static Vm vm() {
        var needs = Listing.of(
                new FeatureRequirement("cpuid.A", "Bool:Min:1"), new FeatureRequirement("cpuid.b", "Bool:Min:1"));
        return ESTATE.change(Estates.WEB_A, "featureRequirements", needs).get(Vm.class, Estates.WEB_A);
    }

    private static Host host(@Nullable Listing<FeatureCapability> offered, @Nullable Boolean confirmed) {
        var ref = Estates.host(Estates.A, 2);
        var estate = offered == null
                ? ESTATE.without(ref, "featureCapabilities")
                : ESTATE.change(ref, "featureCapabilities", offered);
        return (confirmed == null ? estate : estate.change(ref, "cpuFeaturesConfirmed", confirmed))
                .get(Host.class, ref);
    }
}
