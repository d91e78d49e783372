package dev.premotion.answer;

import org.jspecify.annotations.Nullable;

/**
 * One value that decided an answer.
 *
 * @param fact path from the subject to the value, such as {@code cluster.evcMode}
 * @param value what the snapshot says; absent where it does not say
 * @param required what was expected of it, such as {@code at most 600}; empty where it was only compared with
 */
public record Evidence(String fact, @Nullable Object value, String required) {

    /** Whether the snapshot does not say this value, or too little of it: what an unknown answer waits for. */
    public boolean missing() {
        return value == null || (value instanceof PartiallyOrdered<?> ordered && ordered.vague());
    }
}
