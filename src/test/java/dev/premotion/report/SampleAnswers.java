package dev.premotion.report;

import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.VCenterSaid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What vCenter might say of the first migrations of a sample. */
final class SampleAnswers {

    private SampleAnswers() {}

    static @Nullable List<VCenterSaid> vCenter(List<Migration> migrations) {
        if (migrations.size() < 3) {
            return null;
        }
        return List.of(
                said(migrations.get(0), null, "nothing", null, List.of(), true),
                said(migrations.get(1), "CannotAccessNetwork", "error", "VM-A <b>is</b> not there.", List.of(), false),
                said(migrations.get(2), null, "nothing", null, List.of("CPU-EVC-CLUSTER"), false));
    }

    private static VCenterSaid said(
            Migration of,
            @Nullable String fault,
            String severity,
            @Nullable String message,
            List<String> rules,
            boolean agrees) {
        return new VCenterSaid(of.id(), of.vm(), "esx-02a", fault, severity, message, rules, agrees);
    }
}
