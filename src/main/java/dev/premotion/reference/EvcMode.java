package dev.premotion.reference;

import dev.premotion.answer.Labelled;
import dev.premotion.answer.PartiallyOrdered;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An EVC mode: the features of one processor generation, as {@code intel-haswell} names them. One mode is at most another
 * where the other offers all of its features; modes of two vendors are known not to be, in either direction. AMD's modes are no
 * single sequence, since 3DNow! went away.
 *
 * @param key in lower case
 * @param label as people call it, such as {@code Intel Haswell}
 * @param vendor {@code intel} or {@code amd}; absent where the key begins with neither
 * @param listed whether the table knows the mode; one that it does not know has no rank and compares only by vendor
 * @param offers keys of the modes it surely contains, itself included
 * @param perhaps keys of the modes of which that is not known
 */
public record EvcMode(
        String key, String label, @Nullable String vendor, boolean listed, Set<String> offers, Set<String> perhaps)
        implements PartiallyOrdered<EvcMode>, Labelled {

    public EvcMode {
        offers = Set.copyOf(offers);
        perhaps = Set.copyOf(perhaps);
    }

    /**
     * Some mode that is at most this one: where only the CPU's generation is known, firmware and settings may hide features
     * of it, so that it surely offers none of the modes that this one contains and surely no other.
     */
    public EvcMode upTo() {
        var possible = new HashSet<>(offers);
        possible.addAll(perhaps);
        return new EvcMode("at most " + key, "some mode up to " + label, vendor, listed, Set.of(), possible);
    }

    /** Whether it is only known what it contains at most. */
    @Override
    public boolean vague() {
        return offers.isEmpty();
    }

    @Override
    public @Nullable Boolean atMost(EvcMode other) {
        if (key.equals(other.key)) {
            return true;
        }
        if (vendor != null && other.vendor != null && !vendor.equals(other.vendor)) {
            return false;
        }
        if (!listed || !other.listed || other.perhaps.contains(key)) {
            return null;
        }
        return other.offers.contains(key);
    }

    @Override
    public String toString() {
        return listed ? key : label;
    }
}
