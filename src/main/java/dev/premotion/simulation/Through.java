package dev.premotion.simulation;

import java.util.HashSet;
import java.util.Set;

/**
 * Which migrations come through in one execution of a plan and not in another. Where these differ, a shorter makespan may
 * be nothing but migrations that were given up.
 *
 * @param fewer how many come through in the first alone
 * @param more how many in the second alone
 */
record Through(int fewer, int more) {
    Through(Simulation first, Simulation second) {
        this(without(first.done(), second.done()), without(second.done(), first.done()));
    }

    private static int without(Set<String> all, Set<String> others) {
        var left = new HashSet<>(all);
        left.removeAll(others);
        return left.size();
    }

    int others() {
        return fewer + more;
    }

    /** Such as "3 fewer come through". */
    String words() {
        if (fewer == 0) {
            return comes(more, "more");
        }
        String less = comes(fewer, "fewer");
        return more == 0
                ? less
                : less + " that otherwise do, and " + comes(more, "more") + " that otherwise "
                        + (more == 1 ? "does" : "do") + " not";
    }

    private static String comes(int count, String which) {
        return Quantity.number(count) + " " + which + (count == 1 ? " comes" : " come") + " through";
    }
}
