package dev.premotion.inventory;

import java.util.List;

/**
 * Facts that a person gives, to be laid over what snapshots say.
 *
 * @param source the file
 * @param given in the order written, which decides nothing
 */
public record Facts(SourceFile source, List<GivenFact> given) {

    public Facts {
        given = List.copyOf(given);
    }
}
