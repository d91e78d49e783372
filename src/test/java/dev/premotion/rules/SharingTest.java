package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Plans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A large plan tells what is alike once; what it decides is what a check decides that tells each on its own. */
class SharingTest {

    private static final String MOVE =
            "{ select: { name: 'copy-*' }, to: { vcenter: vcsa-b, cluster: CL-B1," + " datastore: ds-b1 } }";

    /** Names a rule by a pattern that fits all, and a subject that nobody has: so every finding stays on its own. */
    private static final String PERMIT_FOR_NOBODY =
            "waivers: [ { rule: '*', subject: nobody, because: looked at, by: jk, until: 2030-12-31 } ]";

    private static Estate copies(int count) {
        var estate = Estates.linkedSites();
        var site = estate.inventory().vCenters().get(0);
        var vms = new ArrayList<>(site.vms().items());
        var web = vms.get(0);
        for (int i = 0; i < count; i++) {
            vms.add(copy(web, i));
        }
        return estate.change(site.ref(), "vms", new Listing<>(vms, true));
    }

    private static Vm copy(Vm web, int number) {
        return Draft.of(web)
                .set("ref", new Ref(Kind.VM, web.ref().vCenter(), "vm-" + (1000 + number)))
                .set("name", "copy-" + number)
                .set("instanceUuid", "50120000-0000-4000-8000-" + String.format("%012d", number))
                .set("biosUuid", "42120000-0000-4000-8000-" + String.format("%012d", number))
                .set("disks", Listing.of())
                .set("nics", Listing.of())
                .set("toolsInstallerMounted", number % 3 == 0 ? null : (Object) (number % 3 == 1))
                .build();
    }

    private static Assessment check(Estate estate, String permits) {
        return Cases.check(estate, Plans.read(permits, List.of(MOVE)));
    }

    private static List<Verdict> verdicts(Assessment assessment) {
        return assessment.migrations().stream().map(Judged::verdict).toList();
    }

    private static List<Finding> of(Assessment assessment, String rule) {
        return assessment.findings().stream()
                .filter(finding -> finding.card().id().equals(rule))
                .toList();
    }

    @Test
    void aLargePlanDecidesWhatASmallOneWouldAndTellsWhatIsAlikeOnce() {
        var estate = copies(180).without(Estates.host(Estates.B, 1), "connectionState");
        var shared = check(estate, "");
        var alone = check(estate, PERMIT_FOR_NOBODY);

        assertThat(verdicts(shared)).isEqualTo(verdicts(alone)).contains(Verdict.UNDETERMINED, Verdict.BLOCKED);
        assertThat(shared.checks()).isEqualTo(alone.checks());
        assertThat(of(alone, "VM-TOOLS-INSTALL").size()).isGreaterThan(100);
        var open = of(shared, "VM-TOOLS-INSTALL").stream()
                .filter(finding -> finding.answer().unknown())
                .toList();
        assertThat(open).hasSize(1);
        assertThat(shared.subjects().get(open.get(0).id())).isEqualTo(60);
        assertThat(shared.concerns().get(open.get(0).id())).isEqualTo(60);
        assertThat(shared.confirmations()).isEqualTo(alone.confirmations());
    }

    @Test
    void theIdOfWhatIsSharedOutlivesTheFirstThatHadIt() {
        var all = check(copies(181), "");
        var without = check(without(copies(181), "copy-0"), "");

        assertThat(of(without, "VM-TOOLS-INSTALL")).extracting(Finding::id).contains(opened(all));
        assertThat(opened(without)).isEqualTo(opened(all));
    }

    private static String opened(Assessment assessment) {
        return of(assessment, "VM-TOOLS-INSTALL").stream()
                .filter(finding -> finding.answer().unknown())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Estate without(Estate estate, String vm) {
        var site = estate.inventory().vCenters().get(0);
        var rest = site.vms().items().stream()
                .filter(one -> !vm.equals(one.name()))
                .toList();
        return estate.change(site.ref(), "vms", new Listing<>(rest, true));
    }

    @Test
    void aSmallPlanTellsEachOnItsOwn() {
        assertThat(of(check(copies(12), ""), "VM-TOOLS-INSTALL")).hasSizeGreaterThan(4);
    }
}
