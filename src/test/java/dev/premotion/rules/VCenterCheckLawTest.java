package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.rules.Cases.Shows;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The law for what vCenter's own check refused. Only all of its answers together can go: then nobody asked it. */
class VCenterCheckLawTest {

    private static final Cases.Case REFUSED = Cases.all(Shows.FAILS).stream()
            .filter(one -> one.rule().equals("VC-CHECK-ERROR"))
            .findFirst()
            .orElseThrow();

    @Test
    void withoutAnyOtherFactWhatVCenterRefusesIsNotApproved() {
        var approved = new ArrayList<String>();
        var facts = REFUSED.estate().facts().stream()
                .filter(fact -> !fact.path().equals("vCenterChecks"))
                .filter(fact -> !fact.path().equals("vCenterChecks[0].host")) // what was asked, no fact of the estate
                .toList();
        for (var fact : facts) {
            if (approved(REFUSED.estate().without(fact))) {
                approved.add(fact.toString());
            }
        }
        assertThat(facts).anyMatch(fact -> fact.path().contains("vCenterChecks"));
        assertThat(approved).isEmpty();
    }

    @Test
    void anAnswerThatWasLostMayHaveBeenARefusal() {
        assertThat(approved(REFUSED.estate().partial(Estates.VC_A, "vCenterChecks")))
                .isFalse();
        assertThat(approved(REFUSED.estate().lose(Estates.VC_A, "vCenterChecks", 0)))
                .isFalse();
        assertThat(approved(REFUSED.estate().drop(Estates.VC_A, "vCenterChecks", 0)))
                .as("these are all the answers, so it was not asked")
                .isTrue();
        assertThat(approved(REFUSED.estate().change(Estates.VC_A, "vCenterChecks", Listing.of())))
                .isTrue();
    }

    private static boolean approved(Estate estate) {
        return Cases.check(estate, REFUSED.move().plan()).migrations().stream()
                .anyMatch(judged -> judged.verdict().approved());
    }
}
