package dev.premotion.simulation;

/**
 * The copy of a disk in one pass with the guest's writes mirrored: a write to what is already copied goes to both ends
 * and takes its share of the path, so of a rate C the copy gets C - w f, with f the share copied so far. A disk of V
 * bytes takes (V/w) ln(C / (C - w)), which is V / (C - w/2) for small w (migration-models.md 1.2).
 */
final class DiskTransfer implements Transfer {
    /** Where writes would need more than this share of the path, mirroring becomes synchronous and holds them to it. */
    private static final double MIRRORED_AT_MOST = 0.5;

    private final double bytes;
    private final double writes;
    private double copied;
    private double sent;
    private double seconds;

    DiskTransfer(double bytes, double writes) {
        this.bytes = bytes;
        this.writes = writes;
    }

    @Override
    public double secondsLeft(double rate) {
        if (copied >= bytes) {
            return 0;
        }
        double mirrored = mirrored(rate);
        if (mirrored <= 0) {
            return rate > 0 ? (bytes - copied) / rate : Double.POSITIVE_INFINITY;
        }
        return bytes / mirrored * Math.log((rate - mirrored * copied / bytes) / (rate - mirrored));
    }

    @Override
    public void progress(double more, double rate) {
        double mirrored = mirrored(rate);
        seconds += more;
        sent += rate * more;
        if (mirrored <= 0) {
            copied += rate * more;
        } else {
            double target = rate * bytes / mirrored;
            copied = target + (copied - target) * Math.exp(-mirrored * more / bytes);
        }
    }

    private double mirrored(double rate) {
        return Math.min(writes, rate * MIRRORED_AT_MOST);
    }

    @Override
    public boolean attend(double rate) {
        copied = bytes;
        return true;
    }

    /** All bytes that went, mirrored writes included, so that none are left to send. */
    Pass pass() {
        return new Pass(Math.round(sent), seconds, Math.round(Math.max(0, bytes - copied)), 1);
    }
}
