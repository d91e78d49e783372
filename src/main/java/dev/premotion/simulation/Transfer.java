package dev.premotion.simulation;

/** Something that takes time, bytes or both, at a rate that may change while it lasts. */
sealed interface Transfer permits Transfer.Wait, Transfer.Mirror, DiskTransfer, MemoryTransfer {
    /** Seconds until it needs attention if the rate stays as it is; infinite if it stands still. */
    double secondsLeft(double rate);

    /** Goes on. */
    void progress(double seconds, double rate);

    /** Times closer together than this are one moment; it is far below what any constant here is known to. */
    double MOMENT = 1e-9;

    /**
     * It has come, but for a {@link #MOMENT}, to where it needed attention.
     *
     * @param rate the present rate
     * @return whether it is over
     */
    boolean attend(double rate);

    /** Bytes that its share of the path would have carried while it only let time pass. */
    default double unused() {
        return 0;
    }

    /** Lets time pass. */
    final class Wait implements Transfer {
        private double left;

        Wait(double seconds) {
            left = seconds;
        }

        @Override
        public double secondsLeft(double rate) {
            return left;
        }

        @Override
        public void progress(double seconds, double rate) {
            left = Math.max(0, left - seconds);
        }

        @Override
        public boolean attend(double rate) {
            return true;
        }
    }

    /** Writes that go to both ends as long as others are under way; it never ends by itself. */
    final class Mirror implements Transfer {
        private double bytes;

        @Override
        public double secondsLeft(double rate) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public void progress(double seconds, double rate) {
            bytes += rate * seconds;
        }

        @Override
        public boolean attend(double rate) {
            return true;
        }

        double bytes() {
            return bytes;
        }
    }
}
