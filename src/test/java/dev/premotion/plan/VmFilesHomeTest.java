package dev.premotion.plan;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.VC_B;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.plan.MovedFiles.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rules ask of the home, the storage policies and the linked clones among the files of db-a. */
class VmFilesHomeTest {

    private static final Estate CLEAN = linkedSites();
    private static final Ref FIRST = disk(DB_A, 1);
    private static final Ref SECOND = disk(DB_A, 2);
    private static final String ALL = "{ vm: db-a, to: { datastore: datastore-4 } }";
    private static final String FIRST_ONLY = "{ vm: db-a, to: { disks: [ { key: 2000, datastore: datastore-4 } ] } }";
    private static final String TO_B =
            "{ vm: db-a, to: { vcenter: vcsa-b, host: host-1, datastore: ds-b1, networks: { VM-A: VM-B } } }";

    @Test
    void aDiskThatMovesMayBeALinkedClone() {
        assertThat(files(CLEAN, ALL).linkedClone()).isFalse();
        assertThat(files(CLEAN.change(SECOND, "linkedClone", true), ALL).linkedClone())
                .isTrue();
        assertThat(files(CLEAN.change(SECOND, "linkedClone", true), FIRST_ONLY).linkedClone())
                .as("it stays")
                .isFalse();
        var open = CLEAN.without(SECOND, "linkedClone");
        assertThat(files(open, ALL).linkedClone()).isNull();
        assertThat(asks(files(open, ALL), "linkedClone")).containsExactly("disk linkedClone");
        assertThat(files(open, FIRST_ONLY).linkedClone()).isFalse();
        assertThat(asks(files(open, FIRST_ONLY), "linkedClone")).isEmpty();
        var partial = CLEAN.partial(DB_A, "disks");
        assertThat(files(partial, ALL).linkedClone()).isNull();
        assertThat(asks(files(partial, ALL), "linkedClone")).containsExactly("vm disks.complete");
        assertThat(files(CLEAN.without(DB_A, "disks"), ALL).linkedClone()).isNull();
    }

    @Test
    void theDatastoreOfTheHomeTakesASwapFileOfTheMemory() {
        var files = files(CLEAN, ALL);
        assertThat(files.memoryBytes()).isEqualTo(4L << 30);
        assertThat(files.homeMaxMemoryFileBytes()).isEqualTo(64L << 40);
        assertThat(files.homeTargetType()).isEqualTo("VMFS");
        assertThat(files.homeTarget()).isEqualTo("pod-a1");
        assertThat(asks(files, "memoryBytes")).isEmpty();
        var open = files(
                CLEAN.without(DB_A, "memoryMiB")
                        .without(datastore(A, 4), "maxMemoryFileBytes")
                        .without(datastore(A, 4), "type"),
                ALL);
        assertThat(open.memoryBytes()).isNull();
        assertThat(open.homeMaxMemoryFileBytes()).isNull();
        assertThat(open.homeTargetType()).isNull();
        assertThat(asks(open, "memoryBytes")).containsExactly("vm memoryMiB");
        assertThat(asks(open, "homeMaxMemoryFileBytes")).containsExactly("datastore maxMemoryFileBytes");
        assertThat(asks(open, "homeTargetType")).containsExactly("datastore type");
    }

    @Test
    void aHomeThatGoesWhereNobodyListsADatastoreHasNoTarget() {
        var gone = files(CLEAN.partial(VC_A, "datastores"), "{ vm: db-a, to: { datastore: gone } }");

        assertThat(gone.homeTarget()).isEqualTo("gone");
        assertThat(gone.homeMaxMemoryFileBytes()).isNull();
        assertThat(gone.homeTargetType()).isNull();
        assertThat(gone.refs()).containsExactly(DB_A, host(A, 1));
        assertThat(asks(gone, "homeTargetType")).isEmpty();
    }

    @Test
    void theDestinationHasToHaveThePoliciesOfTheFiles() {
        assertThat(files(CLEAN, TO_B).policiesThere()).isTrue();
        var other = CLEAN.change(VC_B, "storagePolicies", Listing.of("gold"));
        assertThat(files(other, TO_B).policiesThere()).isFalse();
        assertThat(files(other, TO_B).missingPolicies()).containsExactly("VM default");
        assertThat(files(other, TO_B.replace("ds-b1,", "ds-b1, storagePolicy: gold,"))
                        .policiesThere())
                .as("the plan's own")
                .isTrue();
        var partial = CLEAN.change(VC_B, "storagePolicies", Listing.partial(List.of("gold")));
        assertThat(files(partial, TO_B).policiesThere()).isNull();
        assertThat(asks(files(partial, TO_B), "policiesThere")).containsExactly("vcenter storagePolicies.complete");
        assertThat(files(CLEAN.partial(VC_B, "storagePolicies"), TO_B).policiesThere())
                .as("what they need is among those listed")
                .isTrue();
        var unlisted = CLEAN.without(VC_B, "storagePolicies");
        assertThat(files(unlisted, TO_B).policiesThere()).isNull();
        assertThat(files(unlisted, TO_B).missingPolicies()).isEmpty();
        assertThat(asks(files(unlisted, TO_B), "policiesThere")).containsExactly("vcenter storagePolicies");
    }

    @Test
    void whichPolicyAFileHasMayBeOpen() {
        var home = CLEAN.without(DB_A, "homeStoragePolicy");
        assertThat(files(home, TO_B).policiesThere()).isNull();
        assertThat(asks(files(home, TO_B), "policiesThere")).containsExactly("vm homeStoragePolicy");
        assertThat(files(home.change(DB_A, "homeStoragePolicyAssigned", false), TO_B)
                        .policiesThere())
                .as("it has none")
                .isTrue();
        var second = CLEAN.without(SECOND, "storagePolicy");
        assertThat(files(second, TO_B).policiesThere()).isNull();
        assertThat(asks(files(second, TO_B), "policiesThere")).containsExactly("disk storagePolicy");
        var none = second.change(SECOND, "storagePolicyAssigned", false);
        assertThat(files(none, TO_B).policiesThere()).isTrue();
        assertThat(asks(files(none, TO_B), "policiesThere"))
                .as("a disk without a policy needs none")
                .isEmpty();
        var partial = CLEAN.partial(DB_A, "disks");
        assertThat(files(partial, TO_B).policiesThere()).isNull();
        assertThat(asks(files(partial, TO_B), "policiesThere")).containsExactly("vm disks.complete");
        assertThat(files(partial.change(FIRST, "storagePolicy", "rare"), TO_B).policiesThere())
                .as("one that is listed is missing")
                .isFalse();
    }

    /** A policy that is not known yet may be one of those listed. */
    @Test
    void whetherThereAreOtherPoliciesIsAskedWhereOneIsMissing() {
        var open = CLEAN.without(SECOND, "storagePolicy").partial(VC_B, "storagePolicies");

        assertThat(files(open, TO_B).policiesThere()).isNull();
        assertThat(asks(files(open, TO_B), "policiesThere")).containsExactly("disk storagePolicy");
    }

    private static VmFiles files(Estate estate, String entry) {
        return MovedFiles.one(estate, entry, VmFiles.class);
    }
}
