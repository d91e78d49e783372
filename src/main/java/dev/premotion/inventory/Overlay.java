package dev.premotion.inventory;

import java.util.List;

/** Puts what is known from several sources on top of each other: snapshots, then what a person says. */
public final class Overlay {

    private Overlay() {}

    /**
     * One estate of several snapshots. Of one vCenter the newer snapshot wins, property by property, and the older one shows
     * through where the newer does not say; where their order cannot be told, differing values stay unknown. A complete list
     * of the newer one says what there is. A vCenter that got anything from an older snapshot counts as captured then, so
     * that no fact looks younger than it is. Conflicts are noted.
     */
    public static Reading merged(List<Reading> readings) {
        return readings.size() == 1 ? readings.get(0) : new SnapshotMerge().merged(readings);
    }

    /**
     * Facts laid over snapshots. A fact fills what is absent; one that names its thing corrects what a snapshot or a pattern
     * says otherwise, which is noted; so is a fact that matches nothing. A link that was not there is made.
     *
     * @throws BadInput where two facts say otherwise of one thing and neither comes before the other
     */
    public static Reading with(Reading reading, Facts facts) {
        return new FactsOverlay(facts).over(reading);
    }
}
