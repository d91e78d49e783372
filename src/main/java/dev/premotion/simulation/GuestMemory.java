package dev.premotion.simulation;

/**
 * A running guest's memory with the two sets of pages every pre-copy works on: those still to be sent, and the log of
 * pages written since it was last taken over. The sender goes through memory in circles from where it stopped.
 *
 * <p>Two implementations must agree: one that counts (expected values, deterministic) and one that keeps every page
 * (seeded). All pages are to be sent at first; the log starts empty.
 */
public sealed interface GuestMemory permits ExpectedMemory, PageMemory {
    /** Which implementation to use. */
    enum Engine {
        /** Expected values in closed form: fast, deterministic. */
        EXPECTED,
        /** A bitmap of every page, writes drawn from a seed. */
        PAGES;

        /**
         * Memory at the start of a migration.
         *
         * @param seed decides the random writes of {@link #PAGES}; {@link #EXPECTED} ignores it
         */
        GuestMemory open(MemoryShape shape, long seed) {
            return this == EXPECTED ? new ExpectedMemory(shape) : new PageMemory(shape, seed);
        }
    }

    /**
     * Lets the guest write.
     *
     * @param seconds how long
     * @param speed the share of its time that it runs, 0 to 1
     */
    void run(double seconds, double speed);

    /**
     * Takes the log over into the set of pages to send, and empties it.
     *
     * @return how many pages joined that were not in it already
     */
    double sync();

    /** Pages still to be sent, zero pages included. */
    double pending();

    /** Zero pages still to be sent; 0 once the first pass has been through them. */
    double pendingZero();

    /** Whether the next page to send is a zero page. */
    boolean nextIsZero();

    /** How many pages can be sent before their kind (zero or not) changes. */
    double ahead();

    /**
     * How many of the next pages to send have been written again, as the log says.
     *
     * @param pages how many to look at, at most {@link #pending()}
     */
    double loggedAhead(double pages);

    /**
     * Sends the next pages.
     *
     * @param pages how many, at most {@link #ahead()}
     */
    void send(double pages);

    /** Sends everything that is pending. */
    void sendAll();
}
