package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration starts together with.
 *
 * @param id of the migration that has to start with it
 * @param name its VM's
 * @param approved false where it is blocked; absent where it is undetermined
 * @param lacking what its verdict waits for
 */
public record Companion(String id, String name, @Nullable Boolean approved, List<Lacking> lacking) implements Subject {

    @Override
    public String kind() {
        return "companion";
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
