package dev.premotion.simulation;

/** A pre-copy's demands, one after the other, over a path whose rate changes. */
final class MemoryTransfer implements Transfer {
    private final Precopy precopy;
    private Demand demand;
    private double seconds;
    private double bytes;
    private double unused;

    MemoryTransfer(Precopy precopy) {
        this.precopy = precopy;
        this.demand = precopy.demand();
    }

    @Override
    public double secondsLeft(double rate) {
        double untilTime = Math.max(0, demand.seconds() - seconds);
        if (demand.bytes() <= 0) {
            return untilTime;
        }
        double untilBytes = rate > 0 ? Math.max(0, demand.bytes() - bytes) / rate : Double.POSITIVE_INFINITY;
        return Math.min(untilTime, untilBytes);
    }

    @Override
    public void progress(double passed, double rate) {
        seconds += passed;
        bytes += demand.bytes() > 0 ? rate * passed : 0;
        unused += demand.bytes() > 0 ? 0 : rate * passed;
    }

    @Override
    public boolean attend(double rate) {
        boolean allBytes = demand.bytes() > 0 && demand.bytes() - bytes <= 2 * MOMENT * rate;
        boolean allTime = demand.seconds() - seconds <= 2 * MOMENT;
        precopy.advance(allTime && !allBytes ? demand.seconds() : seconds, allBytes ? demand.bytes() : bytes);
        seconds = 0;
        bytes = 0;
        if (precopy.finished()) {
            return true;
        }
        demand = precopy.demand();
        return false;
    }

    @Override
    public double unused() {
        return unused;
    }

    Outcome outcome() {
        return precopy.outcome();
    }
}
