package dev.premotion.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A transfer on its way through pipes at a rate that others on the way decide; or, without pipes, a wait. */
final class Flow {
    final Execution owner;
    final Transfer transfer;
    final Pipe[] pipes;
    /** Where it stands in the list of each of its pipes. */
    final int[] places;
    /** Bytes per second that it takes at most. */
    final double most;
    /** Whether that is less than any of its pipes could carry. */
    final boolean limited;
    /** Decides between flows that are due at the same time. */
    final long order;

    double rate;
    /** The pipe that keeps it from going faster; absent where it goes as fast as it wants. */
    @Nullable
    Pipe bottleneck;

    /** When it began. */
    final double began;

    private double since;

    /** When its transfer needs attention, and its place in the queue of events; -1 when it is not in it. */
    double due = Double.POSITIVE_INFINITY;

    int queued = -1;

    /** Scratch of one rebalancing. */
    int round;

    boolean fixed;
    double newRate;

    @Nullable
    Pipe newBottleneck;

    Flow(Execution owner, Transfer transfer, Pipe[] pipes, double most, long order, double now) {
        this.owner = owner;
        this.transfer = transfer;
        this.pipes = pipes;
        this.places = new int[pipes.length];
        this.most = most;
        this.limited = Arrays.stream(pipes).allMatch(pipe -> most < pipe.nominal);
        this.order = order;
        this.began = now;
        this.since = now;
    }

    /** Lets the transfer go on at the present rate until now. */
    void settle(double now) {
        if (now > since) {
            transfer.progress(now - since, rate);
        }
        since = now;
    }

    /** When the transfer needs attention at the present rate. */
    double attention(double now) {
        return now + transfer.secondsLeft(rate);
    }

    void moved(Pipe pipe, int place) {
        for (int i = 0; i < pipes.length; i++) {
            if (pipes[i] == pipe) {
                places[i] = place;
            }
        }
    }
}
