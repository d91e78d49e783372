package dev.premotion.simulation;

import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value for each thing of which a snapshot does not tell one: the likely one, one input moved, or drawn from a seed. */
sealed interface Guesses {
    /**
     * The value of an input for one thing, the same whenever it is asked.
     *
     * @param thing its id
     */
    double of(Input input, String thing);

    /** The likely value for everything. */
    static Guesses likely() {
        return new Moved(null, 0.5);
    }

    /**
     * One input at a quantile (0 to 1) for everything, the others likely.
     *
     * @param input absent for none
     */
    record Moved(@Nullable Input input, double quantile) implements Guesses {
        @Override
        public double of(Input asked, String thing) {
            return asked.at(asked == input ? quantile : 0.5);
        }
    }

    /**
     * Another's values, with a record of what was asked.
     *
     * @param asked is told each input
     */
    record Recording(Guesses other, Set<Input> asked) implements Guesses {
        @Override
        public double of(Input input, String thing) {
            asked.add(input);
            return other.of(input, thing);
        }
    }

    /**
     * All inputs drawn. What a plan's things have in common (all its storage is of one make, all its guests of one kind)
     * and what each has for itself count alike, so that the spread of a plan is neither that of one thing nor none.
     *
     * @param seed decides everything
     */
    record Drawn(long seed) implements Guesses {
        @Override
        public double of(Input input, String thing) {
            double common = normal(input.name());
            double own = normal(input.name() + '/' + thing);
            return input.at(Normal.share((common + own) / Math.sqrt(2)));
        }

        private double normal(String what) {
            long hash = seed;
            for (int i = 0; i < what.length(); i++) {
                hash = (hash ^ what.charAt(i)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            return new Random(hash).nextGaussian();
        }
    }
}
