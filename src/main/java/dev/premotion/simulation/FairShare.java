package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Max-min fair sharing: a flow gets what it wants, or as much as the largest other flow through some full pipe on its
 * way. That condition holds for exactly one set of rates, and it can be tested at each pipe by itself; so a change is
 * followed only as far as it matters: the flows it touches are shared out anew among what the others leave, and others
 * join them only while one of them breaks the condition.
 */
final class FairShare {
    private static final double TINY = 1e-9;

    private final List<Flow> joined = new ArrayList<>();
    private final List<Pipe> left = new ArrayList<>();
    private final List<Flow> open = new ArrayList<>();
    private final List<Flow> limited = new ArrayList<>();
    private final List<Pipe> touched = new ArrayList<>();
    private int round;

    /** A flow begins; it has a rate after the next {@link #rebalance}. */
    void join(Flow flow) {
        for (int i = 0; i < flow.pipes.length; i++) {
            flow.pipes[i].add(flow, i);
        }
        joined.add(flow);
    }

    /** A flow is over. */
    void leave(Flow flow, double now) {
        if (flow.bottleneck != null) {
            flow.bottleneck.bound--;
            flow.bottleneck = null;
        }
        for (int i = 0; i < flow.pipes.length; i++) {
            Pipe pipe = flow.pipes[i];
            pipe.settle(now);
            pipe.load -= flow.rate;
            pipe.carriedLess(flow.transfer.unused());
            pipe.remove(flow, i);
            pipe.loaded();
            left.add(pipe);
        }
        flow.rate = 0;
        joined.removeIf(each -> each == flow);
    }

    /** A pipe carries less or more from now on. */
    void capacity(Pipe pipe, double bytesPerSecond, double now) {
        pipe.settle(now);
        pipe.capacity = bytesPerSecond;
        joined.addAll(pipe.flows);
        left.add(pipe);
    }

    /**
     * Shares out anew.
     *
     * @param change is told each flow whose rate changes and its new rate, before it changes
     */
    void rebalance(double now, ObjDoubleConsumer<Flow> change) {
        round++;
        open.clear();
        touched.clear();
        joined.forEach(flow -> open(flow, now));
        left.forEach(pipe -> touch(pipe, now));
        joined.clear();
        left.clear();
        do {
            share();
        } while (openBroken(now));
        commit(change);
    }

    private void touch(Pipe pipe, double now) {
        if (pipe.round != round) {
            pipe.round = round;
            pipe.settle(now);
            touched.add(pipe);
        }
    }

    /** Takes a flow among those that are shared out anew. */
    private void open(Flow flow, double now) {
        if (flow.round == round) {
            return;
        }
        flow.round = round;
        open.add(flow);
        if (flow.bottleneck != null) {
            flow.bottleneck.bound--;
            flow.bottleneck = null;
        }
        for (Pipe pipe : flow.pipes) {
            touch(pipe, now);
            pipe.load -= flow.rate;
        }
    }

    private void openBound(Pipe pipe, double now) {
        for (int i = 0; pipe.bound > 0 && i < pipe.flows.size(); i++) {
            if (pipe.flows.get(i).bottleneck == pipe) {
                open(pipe.flows.get(i), now);
            }
        }
    }

    /** Progressive filling of what the flows that are not open leave. */
    private void share() {
        for (Pipe pipe : touched) {
            pipe.free = Math.max(0, pipe.capacity - pipe.load);
            pipe.unfixed = 0;
            pipe.newLoad = pipe.load;
            pipe.largestNew = 0;
            pipe.boundAt = Double.POSITIVE_INFINITY;
        }
        limited.clear();
        for (Flow flow : open) {
            flow.fixed = false;
            if (flow.limited) {
                limited.add(flow);
            }
            for (Pipe pipe : flow.pipes) {
                pipe.unfixed++;
            }
        }
        limited.sort(Comparator.comparingDouble(flow -> flow.most));
        fill();
    }

    /** Fixes, level by level, the flows that want no more than the tightest pipe has for each, or all through it. */
    private void fill() {
        int next = 0;
        Pipe tightest = tightest();
        while (tightest != null || next < limited.size()) {
            double level = tightest == null ? Double.POSITIVE_INFINITY : tightest.free / tightest.unfixed;
            int before = next;
            for (; next < limited.size() && (limited.get(next).fixed || limited.get(next).most <= level); next++) {
                fix(limited.get(next), limited.get(next).most, null);
            }
            if (next == before && tightest != null) {
                fixThrough(tightest, level);
            }
            tightest = tightest();
        }
    }

    private @Nullable Pipe tightest() {
        Pipe tightest = null;
        for (Pipe pipe : touched) {
            if (pipe.unfixed > 0 && (tightest == null || pipe.free * tightest.unfixed < tightest.free * pipe.unfixed)) {
                tightest = pipe;
            }
        }
        return tightest;
    }

    private void fixThrough(Pipe pipe, double level) {
        for (Flow flow : pipe.flows) {
            if (flow.round == round && !flow.fixed) {
                fix(flow, level, pipe);
            }
        }
    }

    private void fix(Flow flow, double rate, @Nullable Pipe bottleneck) {
        if (flow.fixed) {
            return;
        }
        flow.fixed = true;
        flow.newRate = rate;
        flow.newBottleneck = bottleneck;
        for (Pipe pipe : flow.pipes) {
            pipe.free = Math.max(0, pipe.free - rate);
            pipe.unfixed--;
            pipe.newLoad += rate;
            pipe.largestNew = Math.max(pipe.largestNew, rate);
        }
        if (bottleneck != null) {
            bottleneck.boundAt = rate;
        }
    }

    /** Opens the flows that, with the open ones at their new rates, have no bottleneck any more or are someone's. */
    private boolean openBroken(double now) {
        int before = open.size();
        for (int i = 0, pipes = touched.size(); i < pipes; i++) {
            Pipe pipe = touched.get(i);
            if (pipe.newLoad < pipe.capacity * (1 - TINY)) {
                openBound(pipe, now);
            } else if (pipe.flows.size() > 0) {
                openUnequal(pipe, now);
            }
        }
        return open.size() > before;
    }

    private void openUnequal(Pipe pipe, double now) {
        for (int i = 0; i < pipe.flows.size(); i++) {
            Flow flow = pipe.flows.get(i);
            boolean tooSlow = flow.bottleneck == pipe && flow.rate < pipe.largestNew * (1 - TINY);
            boolean tooFast = flow.rate > pipe.boundAt * (1 + TINY);
            if (flow.round != round && (tooSlow || tooFast)) {
                open(flow, now);
            }
        }
    }

    private void commit(ObjDoubleConsumer<Flow> change) {
        for (Flow flow : open) {
            flow.bottleneck = flow.newBottleneck;
            if (flow.bottleneck != null) {
                flow.bottleneck.bound++;
            }
            if (Math.abs(flow.newRate - flow.rate) > TINY * flow.newRate) {
                change.accept(flow, flow.newRate);
                flow.rate = flow.newRate;
            }
            for (Pipe pipe : flow.pipes) {
                pipe.load += flow.rate;
            }
        }
        touched.forEach(Pipe::loaded);
    }
}
