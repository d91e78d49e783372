package dev.premotion.simulation;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The room that a datastore's budget leaves, and the lines that rest with it. */
final class DatastoreRoom {
    final String name;
    final int budget;
    final PriorityQueue<WaitingLine> resting = new PriorityQueue<>(WaitingLine.FOREMOST);
    int free;

    DatastoreRoom(String name, int budget) {
        this.name = name;
        this.budget = budget;
        this.free = budget;
    }

    /** The foremost resting line, if there is room for it here. */
    @Nullable
    WaitingLine foremost() {
        WaitingLine head = resting.peek();
        return head != null && head.fits(this) ? head : null;
    }
}
