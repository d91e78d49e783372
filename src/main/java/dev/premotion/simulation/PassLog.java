package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.List;

/** Keeps count of passes, bytes, time and lost guest work for the machines that decide. */
final class PassLog {
    private final List<Pass> passes = new ArrayList<>();
    private double total;
    private double bytes;
    private double throttle;
    private double lost;
    private double live;
    private double traceStop;
    private double passBegan;
    private double passBytes;
    private double passLost;

    /** Time passed with the guest at this speed, and bytes went. */
    void add(double seconds, double sent, double speed) {
        total += seconds;
        live += seconds;
        bytes += sent;
        passBytes += sent;
        lost += seconds * (1 - speed);
        passLost += seconds * (1 - speed);
    }

    /** The guest was asked to give up this share of its speed. */
    void throttle(double share) {
        throttle = Math.max(throttle, share);
    }

    /** The guest stood still for so long before the first pass. */
    void traced(double seconds) {
        traceStop = seconds;
    }

    /** The guest stood still. */
    void addStop(double seconds, double sent) {
        total += seconds;
        bytes += sent;
    }

    /** A pass ended with so many pages to send. */
    void endPass(double dirtyPages) {
        double seconds = total - passBegan;
        double speed = seconds > 0 ? 1 - passLost / seconds : 1;
        passes.add(new Pass(Math.round(passBytes), seconds, Math.round(dirtyPages * Region.PAGE_BYTES), speed));
        passBegan = total;
        passBytes = 0;
        passLost = 0;
    }

    int passes() {
        return passes.size();
    }

    double total() {
        return total;
    }

    double passSeconds() {
        return total - passBegan;
    }

    double passBytes() {
        return passBytes;
    }

    Outcome outcome(boolean converged, double stunSeconds, double margin, String decision) {
        double slowdown = live > 0 ? lost / live : 0;
        return new Outcome(
                converged, passes, total, stunSeconds, traceStop, bytes, throttle, slowdown, margin, decision);
    }
}
