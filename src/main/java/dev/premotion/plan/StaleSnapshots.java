package dev.premotion.plan;

import dev.premotion.inventory.Ageing;
import dev.premotion.inventory.Ages;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Doubt;
import dev.premotion.plan.Plan.Migration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts whatever a snapshot that is too old says into doubt: nobody knows whether it is still so. */
public final class StaleSnapshots {

    private StaleSnapshots() {}

    /**
     * The plan with a doubt for each old snapshot that a migration rests on.
     *
     * @param asOf the moment by which ages count; absent where nothing ages
     */
    public static Plan doubted(Plan plan, Ages ages, @Nullable Instant asOf) {
        var migrations = plan.migrations().stream()
                .map(migration -> doubted(migration, ages, asOf))
                .toList();
        return new Plan(plan.name(), plan.survey(), migrations, plan.waivers(), plan.assumptions(), plan.fixes());
    }

    private static Migration doubted(Migration m, Ages ages, @Nullable Instant asOf) {
        var doubts = Stream.of(m.sourceVCenter(), m.destinationVCenter())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(vCenter -> doubt(vCenter, ages, asOf))
                .toList();
        if (doubts.isEmpty()) {
            return m;
        }
        var candidates = m.candidates().stream().map(c -> with(c, doubts)).toList();
        return Draft.of(m).set("candidates", candidates).build();
    }

    private static Stream<Doubt> doubt(VCenter vCenter, Ages ages, @Nullable Instant asOf) {
        var age = Ageing.tooOld(vCenter, ages, asOf);
        return age == null
                ? Stream.empty()
                : Stream.of(new Doubt(
                        "PLAN-KNOWN",
                        vCenter.ref(),
                        vCenter.label(),
                        "capturedAt",
                        "The snapshot of " + vCenter.label() + " was taken " + Ages.words(age) + " before " + asOf
                                + ", more than the " + Ages.words(ages.snapshot())
                                + " after which nothing of it is certain."));
    }

    private static Candidate with(Candidate candidate, List<Doubt> more) {
        var doubts = new ArrayList<>(candidate.doubts());
        doubts.addAll(more);
        return Draft.of(candidate).set("doubts", List.copyOf(doubts)).build();
    }
}
