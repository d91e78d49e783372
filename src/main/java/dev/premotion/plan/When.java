package dev.premotion.plan;

import java.util.BitSet;

/**
 * The moment at which a migration starts. What is surely complete by then is what ran in an earlier wave, and what the
 * migration comes after; everything else of its wave may still be on its way.
 *
 * @param before the steps that it comes after, theirs included
 */
record When(int wave, BitSet before) {

    /** Whether a migration is surely complete by then, if it runs. */
    boolean after(Booking booking) {
        return booking.wave() < wave || before.get(booking.step());
    }
}
