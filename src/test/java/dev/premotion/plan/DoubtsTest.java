package dev.premotion.plan;

import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.plan.Plans.candidate;
import static dev.premotion.plan.Plans.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estates;
import org.junit.jupiter.api.Test;

/** What a partial snapshot leaves open is not settled by what it happens to show. */
class DoubtsTest {

    private static final String THERE = "{ vm: web-a, to: { host: esx-01.site-a.example, datastore: ds-a1 } }";

    @Test
    void aVmIsAlreadyThereOnlyWhereNothingElseMayHaveTheName() {
        assertThat(one(oneSite(), THERE).excluded()).startsWith("already there");

        var migration = one(oneSite().partial(Estates.VC_A, "datastores"), THERE);
        assertThat(migration.excluded()).isNull();
        assertThat(candidate(oneSite().partial(Estates.VC_A, "datastores"), THERE)
                        .doubts())
                .isNotEmpty();
    }
}
