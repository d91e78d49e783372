package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something the plan relies on that the inventory does not say: whether it holds is unknown as long as it stands. */
public record OpenQuestion(Plan.Doubt doubt) implements Subject {

    @Override
    public String kind() {
        return "open-question";
    }

    @Override
    public String name() {
        return doubt.thingName();
    }

    @Override
    public List<Ref> refs() {
        return List.of(
                doubt.thing(), new Ref("question", doubt.property(), doubt.requirement() + " " + doubt.message()));
    }

    @Override
    public List<Lacking> lacking(String path) {
        return List.of(new Lacking(doubt.thing(), doubt.thingName(), doubt.property()));
    }

    public String message() {
        return doubt.message();
    }

    public String requirement() {
        return doubt.requirement();
    }

    /** Always absent: what is known is no question. */
    public @Nullable Boolean answered() {
        return null;
    }
}
