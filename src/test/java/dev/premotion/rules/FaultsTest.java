package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.premotion.rules.Faults.Decidable;
import dev.premotion.rules.Faults.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever looks a fault of vCenter's checks up finds the rules that foresee it, or why there are none. */
class FaultsTest {

    private static final List<Fault> FAULTS = Faults.of(Rulebook.load().cards().values());

    @Test
    void everyFaultHasARuleOrAReason() {
        assertThat(FAULTS).filteredOn(fault -> !fault.answered()).isEmpty();
    }

    @Test
    void aFaultThatOnlyTheRunShowsHasAReason() {
        assertThat(FAULTS)
                .filteredOn(fault -> fault.decidable() == Decidable.NO)
                .extracting(Fault::name)
                .containsExactly(
                        "GenericVmConfigFault",
                        "InsufficientResourcesQuota",
                        "MigrationNotReady",
                        "VMotionProtocolIncompatible");
        assertThat(FAULTS)
                .filteredOn(fault -> fault.decidable() == Decidable.NO)
                .allSatisfy(fault -> assertThat(fault.reason()).isNotNull());
    }

    @Test
    void aReasonStandsOnlyWhereThereIsNoRule() {
        assertThat(FAULTS)
                .filteredOn(fault -> fault.decidable() != Decidable.NO)
                .allSatisfy(fault -> assertThat(fault.reason() == null)
                        .as(fault.name())
                        .isEqualTo(!fault.rules().isEmpty()));
    }

    @Test
    void theListIsSortedAndNamesEachFaultOnce() {
        assertThat(FAULTS).hasSize(129).extracting(Fault::name).isSorted().doesNotHaveDuplicates();
    }

    /** The API reference lists more faults than the checks return; this is the part of it that they do. */
    @Test
    void theListIsTheOneOfTheFactsWhereTheyAreThere() throws IOException {
        var facts = Path.of("../shared/facts/faults.tsv");
        assumeTrue(Files.exists(facts), "the facts are not beside the project");
        var core = Files.readAllLines(facts).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[12].equals("core"))
                .map(cells -> cells[0] + " " + cells[7])
                .sorted()
                .toList();

        assertThat(FAULTS)
                .extracting(fault ->
                        fault.name() + " " + fault.decidable().toString().toLowerCase(java.util.Locale.ROOT))
                .containsExactlyElementsOf(core);
    }
}
