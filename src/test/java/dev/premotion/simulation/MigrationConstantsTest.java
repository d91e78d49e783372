package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.premotion.reference.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationConstantsTest {
    @Test
    void everyConstantSaysWhereItComesFrom() {
        assertThat(MigrationConstants.all()).hasSizeGreaterThan(30).allSatisfy(constant -> {
            assertThat(constant.source()).as(constant.name()).hasSizeGreaterThan(10);
            assertThat(constant.unit()).as(constant.name()).isNotBlank();
        });
    }

    @Test
    void theLatestRowThatIsNotAfterTheReleaseCounts() {
        assertThat(MigrationConstants.of("vmotion", "6.0").value("sendBuffer")).isEqualTo(562140);
        assertThat(MigrationConstants.of("vmotion", "6.7").value("sendBuffer")).isEqualTo(562540);
        assertThat(MigrationConstants.of("vmotion", "7.0").value("streamsScale"))
                .isZero();
        assertThat(MigrationConstants.of("vmotion", "7.0U2").value("streamsScale"))
                .isOne();
        assertThat(MigrationConstants.of("vmotion", "8.0.3").value("streamsScale"))
                .isOne();
        assertThat(MigrationConstants.of("vmotion", "7.0 U3c").value("streamsScale"))
                .isOne();
        assertThat(MigrationConstants.of("vmotion", "9").value("streamsScale")).isOne();
        assertThat(MigrationConstants.of("vmotion", "").value("traceStopsGuest"))
                .isZero();
    }

    @Test
    void aConstantThatIsMissingIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MigrationConstants.of("xen", "").value("sdps"))
                .withMessageContaining("sdps");
    }

    @ParameterizedTest
    @ValueSource(strings = {AdmissionCosts.DOCUMENTATION, AdmissionCosts.ARTICLE})
    void bothTablesOfCostsAdmitTwoStorageMoves(String table) {
        var costs = AdmissionCosts.named(Tables.load(), table);
        assertThat(costs.hostBudget() / costs.cost(Job.Operation.STORAGE_VMOTION, "host"))
                .isEqualTo(2);
        assertThat(costs.adapterBudget(1e9)).isEqualTo(4);
        assertThat(costs.adapterBudget(25e9)).isEqualTo(8);
        assertThat(costs.adapterBudget(100e6)).isEqualTo(2);
    }

    @Test
    void aTableOfCostsThatDoesNotExistIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdmissionCosts.named(Tables.load(), "generous"))
                .withMessageContaining("\nMaybe documentation.");
    }
}
