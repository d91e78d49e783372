package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Together;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.Survey;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Whether a host can be emptied is asked of all its VMs at once. web-a and db-a run on host 1, hosts 2 and 3 could take them. */
class EvacuationsTest {

    private static final Ref HOST_2 = Estates.host(Estates.A, 2);
    private static final Ref HOST_3 = Estates.host(Estates.A, 3);

    /** MiB that each of the two VMs reserves; what they take beyond it is far less. */
    private static final long RESERVED = 4096;

    private static final Estate ESTATE = Estates.oneSite()
            .change(Estates.WEB_A, "memoryReservationMiB", RESERVED)
            .change(Estates.DB_A, "memoryReservationMiB", RESERVED);

    /** Room for one of the two on one host, for none on the other. */
    private static Estate roomForOne() {
        return ESTATE.change(HOST_2, "memoryMiB", RESERVED * 3 / 2).change(HOST_3, "memoryMiB", RESERVED / 2);
    }

    private static Assessment survey(Estate estate) {
        return Cases.PREFLIGHT.check(
                Survey.of(estate.inventory(), PlanDocument.Permits.NONE),
                estate.inventory(),
                LocalDate.of(2026, 1, 16));
    }

    private static Together ofHost1(Assessment assessment) {
        return assessment.together().get(Estates.host(Estates.A, 1));
    }

    private static Verdict verdict(Assessment assessment, Ref vm) {
        return assessment.migrations().stream()
                .filter(judged -> judged.migration().vm() != null
                        && judged.migration().vm().ref().equals(vm))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    @Test
    void allFindRoomWhereThereIsEnough() {
        assertThat(ofHost1(survey(ESTATE))).isEqualTo(Together.NO_MATTER);
    }

    @Test
    void whatEachFindsByItselfNotAllFindTogether() {
        var survey = survey(roomForOne());

        assertThat(verdict(survey, Estates.WEB_A).approved()).isTrue();
        assertThat(verdict(survey, Estates.DB_A).approved()).isTrue();
        assertThat(ofHost1(survey).crowded()).hasSize(1);
        assertThat(ofHost1(survey).open()).isEmpty();
        assertThat(ofHost1(survey).because()).contains("reserve", "overhead included");
    }

    @Test
    void thoseThatReserveMostComeFirst() {
        var estate = ESTATE.change(Estates.WEB_A, "memoryReservationMiB", RESERVED / 4)
                .change(HOST_2, "memoryMiB", RESERVED * 9 / 8)
                .change(HOST_3, "memoryMiB", RESERVED / 2);

        assertThat(ofHost1(survey(estate))).isEqualTo(Together.NO_MATTER); // web-a first would take db-a's only place
    }

    @Test
    void whereAReservationIsUnknownNobodyKnows() {
        var survey = survey(ESTATE.without(Estates.DB_A, "memoryReservationMiB"));

        assertThat(verdict(survey, Estates.DB_A).approved()).isTrue();
        assertThat(ofHost1(survey).crowded()).isEmpty();
        assertThat(ofHost1(survey).open()).contains(Estates.DB_A);
        assertThat(ofHost1(survey).because()).contains("how much memory db-a reserves");
    }
}
