package dev.premotion.simulation;

/**
 * One migration's memory on its way, as a machine that is told how much went through and says what it wants next. It
 * knows nothing of who else is on the path, so that the same machine runs alone and inside an estate.
 */
public sealed interface Precopy permits VmotionPrecopy, QemuPrecopy, XenPrecopy, XenFirstPrecopy {
    /** What to do next; the same answer until {@link #advance} is called. */
    Demand demand();

    /**
     * Tells that a demand is through.
     *
     * @param seconds that it took
     * @param bytes that went; at most what was demanded
     */
    void advance(double seconds, double bytes);

    /** Whether it is over. */
    boolean finished();

    /** What it did, once {@link #finished}. */
    Outcome outcome();

    /**
     * Runs a migration that has its path for itself.
     *
     * @param path bytes per second of the path
     * @param limit bytes per second at most while the guest runs; infinite for no limit
     */
    static Outcome alone(Precopy migration, double path, double limit) {
        while (!migration.finished()) {
            Demand wanted = migration.demand();
            double rate = wanted.live() ? Math.min(path, limit) : path;
            double needed = wanted.bytes() / rate;
            if (wanted.bytes() > 0 && needed <= wanted.seconds()) {
                migration.advance(needed, wanted.bytes());
            } else {
                migration.advance(wanted.seconds(), wanted.bytes() > 0 ? rate * wanted.seconds() : 0);
            }
        }
        return migration.outcome();
    }
}
