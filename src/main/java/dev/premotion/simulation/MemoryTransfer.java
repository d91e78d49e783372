package dev.premotion.simulation;

/** A pre-copy's demands, one after the other, over a path whose rate changes; disks already copied stay mirrored. */
final class MemoryTransfer implements Transfer {
    private static final double MIRRORED_AT_MOST = 0.5;

    private final Precopy precopy;
    private final double mirroredWrites;
    private Demand demand;
    private double seconds;
    private double bytes;
    private double mirrored;
    private double unused;

    MemoryTransfer(Precopy precopy, double mirroredWrites) {
        this.precopy = precopy;
        this.mirroredWrites = mirroredWrites;
        this.demand = precopy.demand();
    }

    private double rate(double share) {
        return share - Math.min(mirroredWrites, share * MIRRORED_AT_MOST);
    }

    @Override
    public double secondsLeft(double share) {
        double untilTime = Math.max(0, demand.seconds() - seconds);
        if (demand.bytes() <= 0) {
            return untilTime;
        }
        double rate = rate(share);
        double untilBytes = rate > 0 ? Math.max(0, demand.bytes() - bytes) / rate : Double.POSITIVE_INFINITY;
        return Math.min(untilTime, untilBytes);
    }

    @Override
    public void progress(double passed, double share) {
        double rate = rate(share);
        seconds += passed;
        mirrored += (share - rate) * passed;
        bytes += demand.bytes() > 0 ? rate * passed : 0;
        unused += demand.bytes() > 0 ? 0 : rate * passed;
    }

    @Override
    public boolean attend(double share) {
        boolean allBytes = demand.bytes() > 0 && demand.bytes() - bytes <= 2 * MOMENT * rate(share);
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

    /** Writes to the disks that went over the path meanwhile, in bytes. */
    double mirrored() {
        return mirrored;
    }
}
