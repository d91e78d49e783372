package dev.premotion.plan;

import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.linkedSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Ages;
import dev.premotion.inventory.Estate;
import dev.premotion.plan.Plan.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rests on a snapshot that is too old is in doubt. The clean estate was read on 15 January 2026 at 8:00. */
class StaleSnapshotsTest {

    private static final Estate CLEAN = linkedSites();
    private static final Instant READ = Instant.parse("2026-01-15T08:00:00Z");
    private static final Instant LATER = READ.plus(Duration.ofDays(31));
    private static final String ACROSS =
            "{ vm: web-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-b1, networks: { VM-A: VM-B } } }";
    private static final String WITHIN = "{ vm: web-a, to: { cluster: CL-A2 } }";

    @Test
    void aSnapshotMayBeAsOldAsThePolicySays() {
        assertThat(doubts(CLEAN, WITHIN, READ.plus(Ages.DEFAULTS.snapshot()))).isEmpty();
        assertThat(doubts(CLEAN, WITHIN, READ.plus(Ages.DEFAULTS.snapshot()).plusSeconds(1)))
                .hasSize(1);
        assertThat(doubts(CLEAN, WITHIN, null)).as("nothing ages").isEmpty();
        assertThat(doubts(CLEAN.without(VC_A, "capturedAt"), WITHIN, LATER)).isEmpty();
        var plan = Plans.resolve(CLEAN, WITHIN);
        assertThat(StaleSnapshots.doubted(plan, Ages.DEFAULTS, READ)).isEqualTo(plan);
    }

    @Test
    void theDoubtTellsHowOldItIs() {
        assertThat(doubts(CLEAN, WITHIN, LATER))
                .containsExactly(new Doubt(
                        "PLAN-KNOWN",
                        VC_A,
                        "vcsa-a",
                        "capturedAt",
                        "The snapshot of vcsa-a was taken 31 days before 2026-02-15T08:00:00Z, more than the 30 days after "
                                + "which nothing of it is certain."));
    }

    @Test
    void bothVCentersOfAMoveCount() {
        assertThat(doubts(CLEAN, ACROSS, LATER)).extracting(Doubt::thing).containsExactly(VC_A, VC_B);
        var fresh = CLEAN.change(VC_A, "capturedAt", LATER);
        assertThat(doubts(fresh, ACROSS, LATER)).extracting(Doubt::thing).containsExactly(VC_B);
        assertThat(doubts(fresh, WITHIN, LATER)).isEmpty();
        assertThat(doubts(CLEAN.change(VC_B, "capturedAt", LATER), ACROSS, LATER))
                .extracting(Doubt::thing)
                .containsExactly(VC_A);
    }

    @Test
    void everyCandidateIsInDoubtAndKeepsItsOwn() {
        var plan = Plans.read("waivers: []", List.of(WITHIN, "{ vm: db-a, to: { datastore: gone } }"));
        var resolved = Resolver.resolve(plan, CLEAN.partial(VC_A, "datastores").inventory());
        var doubted = StaleSnapshots.doubted(resolved, Ages.DEFAULTS, LATER);

        assertThat(doubted.name()).isEqualTo(resolved.name());
        assertThat(doubted.survey()).isFalse();
        assertThat(doubted.waivers()).isEqualTo(resolved.waivers());
        assertThat(doubted.migrations()).hasSize(2).allSatisfy(migration -> {
            assertThat(migration.candidates()).isNotEmpty();
            assertThat(migration.candidates())
                    .allSatisfy(candidate -> assertThat(candidate.doubts())
                            .extracting(Doubt::property)
                            .contains("capturedAt"));
        });
        var own = resolved.migrations().get(1).candidates().get(0).doubts();
        assertThat(own).isNotEmpty();
        assertThat(doubted.migrations().get(1).candidates().get(0).doubts())
                .startsWith(own.toArray(Doubt[]::new))
                .hasSize(own.size() + 1);
    }

    private static List<Doubt> doubts(Estate estate, String entry, @Nullable Instant asOf) {
        var plan = StaleSnapshots.doubted(Plans.resolve(estate, entry), Ages.DEFAULTS, asOf);
        return plan.migrations().get(0).candidates().get(0).doubts();
    }
}
