package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a plan that cannot be carried out as it is written: it names nothing, or several things, or what vSphere
 * does not take as a whole.
 *
 * @param id of the migration it became
 * @param written what the plan wrote
 * @param requirement what it breaks, as in {@link Plan.Problem}
 * @param problem what is wrong, with the nearest names
 * @param remedy how to mend the entry; absent where the card of the requirement says it
 */
public record PlannedEntry(
        String id,
        String written,
        String place,
        String requirement,
        String problem,
        @Nullable String remedy) implements Subject {

    public PlannedEntry(String id, String written, String place, String requirement, String problem) {
        this(id, written, place, requirement, problem, null);
    }

    @Override
    public String kind() {
        return "plan-entry";
    }

    @Override
    public String name() {
        return written;
    }

    @Override
    public List<Ref> refs() {
        return List.of(new Ref("entry", "plan", id));
    }
}
