package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.List;

/** Something that bytes go through in one direction, with what is going through it now and what has. */
final class Pipe {
    final String name;
    /** Bytes per second that it carries when nothing is broken. */
    final double nominal;

    /** What it carries now. */
    double capacity;
    /** Since when it carries nothing; infinite while it does. */
    double brokenSince = Double.POSITIVE_INFINITY;

    final List<Flow> flows = new ArrayList<>();

    /** Sum of the rates of its flows. */
    double load;
    /** How many of its flows get no more because of it. */
    int bound;

    private double since;
    private double bytes;
    private double busySeconds;
    private double fullSeconds;
    private double peak;

    /** Scratch of one rebalancing, valid while {@code round} is that rebalancing's. */
    int round;

    double free;
    int unfixed;
    double newLoad;
    double largestNew;
    double boundAt;

    Pipe(String name, double capacity) {
        if (!(capacity > 0)) {
            throw new IllegalArgumentException("Nothing moves through " + name + " at " + capacity
                    + " bytes per second.\nMaybe it has a speed above 0.");
        }
        this.name = name;
        this.nominal = capacity;
        this.capacity = capacity;
    }

    /** Books what has gone through since the load last changed; to be called before it changes. */
    void settle(double now) {
        double seconds = now - since;
        bytes += load * seconds;
        busySeconds += load > 0 ? seconds : 0;
        fullSeconds += load > 0 && load >= capacity * (1 - 1e-6) ? seconds : 0;
        since = now;
    }

    /** The load has its new value. */
    void loaded() {
        load = flows.isEmpty() ? 0 : load;
        peak = Math.max(peak, Math.min(1, load / nominal));
    }

    /** Some of what was booked was a share that its flow left unused. */
    void carriedLess(double unused) {
        bytes -= unused;
    }

    void add(Flow flow, int place) {
        flow.places[place] = flows.size();
        flows.add(flow);
    }

    void remove(Flow flow, int place) {
        int at = flow.places[place];
        Flow last = flows.remove(flows.size() - 1);
        if (last != flow) {
            flows.set(at, last);
            last.moved(this, at);
        }
    }

    Simulation.LinkUse use() {
        return new Simulation.LinkUse(name, nominal, bytes, busySeconds, fullSeconds, peak);
    }
}
