package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration waits for.
 *
 * @param id of the migration that has to be done before
 * @param name its VM's
 * @param approved false where it is blocked; absent where it is undetermined
 * @param lacking what its verdict waits for
 */
public record Predecessor(String id, String name, @Nullable Boolean approved, List<Lacking> lacking)
        implements Subject {

    @Override
    public String kind() {
        return "predecessor";
    }

    @Override
    public List<Ref> refs() {
        return List.of(new Ref("migration", "plan", id));
    }

    @Override
    public List<Lacking> lacking(String path) {
        return lacking;
    }
}
