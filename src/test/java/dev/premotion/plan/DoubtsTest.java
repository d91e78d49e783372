package dev.premotion.plan;

import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.plan.Plans.candidate;
import static dev.premotion.plan.Plans.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
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

    /** Else each of thousands of entries would add its own to every one after it. */
    @Test
    void ofManyEntriesThatWaitForOneListTheFirstTells() {
        var plan = Plans.resolve(
                oneSite().partial(Estates.VC_A, "vms"),
                "{ vm: gone-1, to: { host: esx-02.site-a.example } }",
                "{ vm: gone-2, to: { host: esx-02.site-a.example } }",
                "{ vm: web-a, to: { host: esx-02.site-a.example } }");

        assertThat(plan.migrations().get(2).candidates().get(0).doubts())
                .extracting(Plan.Doubt::message)
                .filteredOn(message -> message.contains("how much room is left"))
                .containsExactly("Whether gone-1 moves is open, so how much room is left is not known.");
    }

    /** An assumption about one of them settles nothing of the others. */
    @Test
    void thoseThatWaitForFactsOfTheirOwnAreToldEach() {
        var estate = Estates.twoSites()
                .without(Estates.BATCH_A, "tags")
                .without(Estates.IDLE_A, "tags")
                .without(Estates.METRO_A, "tags");
        var plan = Plans.resolve(
                estate,
                "{ select: { name: batch-a, tag: t }, to: { host: esx-02.site-a.example } }",
                "{ select: { name: idle-a, tag: t }, to: { host: esx-02.site-a.example } }",
                "{ select: { name: metro-a, tag: t }, to: { vcenter: vcsa-b, cluster: CL-B1, datastore: ds-b1 } }",
                "{ vm: web-a, to: { host: esx-02.site-a.example } }");

        assertThat(plan.migrations().get(3).candidates().get(0).doubts())
                .extracting(Plan.Doubt::message)
                .containsExactly(
                        "Whether name batch-a, tag t moves is open, so how much room is left is not known.",
                        "Whether name idle-a, tag t moves is open, so how much room is left is not known.",
                        "Whether name metro-a, tag t moves is open, so how much room is left is not known.");
    }

    @Test
    void ofHundredsTheFirstAreToldAndThatThereAreMore() {
        var estate = Estates.oneSite();
        var entries = new ArrayList<String>();
        for (int i = 100; i < 400; i++) {
            var vm = Draft.of(estate.get(Vm.class, Estates.BATCH_A))
                    .set("ref", Estates.vm(Estates.A, i))
                    .set("name", "v" + i)
                    .set("tags", null);
            estate = estate.add(Estates.VC_A, "vms", vm.build());
            entries.add("{ select: { name: v" + i + ", tag: t }, to: { host: esx-02.site-a.example } }");
        }
        entries.add("{ vm: web-a, to: { host: esx-02.site-a.example } }");

        var migrations = Plans.resolve(estate, entries.toArray(String[]::new)).migrations();
        assertThat(migrations.get(300).candidates().get(0).doubts())
                .hasSize(21)
                .last()
                .extracting(Plan.Doubt::message)
                .isEqualTo("Whether further VMs of the plan move is open, so how much room is left is not known.");
    }
}
