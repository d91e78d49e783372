package dev.premotion.plan;

import dev.premotion.plan.PlanDocument.Permit;
import dev.premotion.plan.PlanDocument.Permits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads waivers, assumptions and promised fixes. */
final class PermitReader {

    private final Mistakes mistakes;

    PermitReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Permits read(Fields from) {
        return new Permits(
                list(from.objects("waivers", PlanKeys.PERMIT)),
                list(from.objects("assumptions", PlanKeys.PERMIT)),
                list(from.objects("will-fix", PlanKeys.FIX)));
    }

    private List<Permit> list(List<Fields> all) {
        var permits = new ArrayList<Permit>();
        for (var fields : all) {
            var permit = permit(fields);
            if (permit != null) {
                permits.add(permit);
            }
        }
        return permits;
    }

    private @Nullable Permit permit(Fields fields) {
        fields.require("rule", "rule: LIC-XVC");
        fields.require("subject", "subject: \"esx-*.site-a.example\"");
        fields.require("because", "because: licence ordered");
        fields.require("by", "by: jk");
        fields.require("until", "until: 2027-03-31");
        var rule = fields.text("rule");
        var subject = fields.text("subject");
        var because = fields.text("because");
        var by = fields.text("by");
        var until = fields.date("until");
        var beforeWave = fields.whole("before-wave", 1);
        if (rule == null || subject == null || because == null || by == null || until == null) {
            return null;
        }
        var place = NodeReader.place(fields.pointer(), fields.line());
        return new Permit(rule, subject, because, by, until, beforeWave, mistakes.file(), place);
    }
}
