package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.List;

/** Flows by the time they are due, then by their order; a flow whose time changes is moved, so that none is stale. */
final class EventQueue {
    private final List<Flow> heap = new ArrayList<>();

    boolean isEmpty() {
        return heap.isEmpty();
    }

    double nextTime() {
        return heap.get(0).due;
    }

    /** Puts a flow at its time, or moves it there; out of the queue if that never comes. */
    void schedule(Flow flow, double due) {
        flow.due = due;
        if (due == Double.POSITIVE_INFINITY) {
            remove(flow);
        } else if (flow.queued < 0) {
            flow.queued = heap.size();
            heap.add(flow);
            up(flow);
        } else {
            up(flow);
            down(flow);
        }
    }

    Flow poll() {
        Flow first = heap.get(0);
        remove(first);
        return first;
    }

    private void remove(Flow flow) {
        if (flow.queued < 0) {
            return;
        }
        Flow last = heap.remove(heap.size() - 1);
        if (last != flow) {
            put(last, flow.queued);
            up(last);
            down(last);
        }
        flow.queued = -1;
    }

    private void put(Flow flow, int at) {
        heap.set(at, flow);
        flow.queued = at;
    }

    private void up(Flow flow) {
        int at = flow.queued;
        while (at > 0 && before(flow, heap.get((at - 1) / 2))) {
            put(heap.get((at - 1) / 2), at);
            at = (at - 1) / 2;
        }
        put(flow, at);
    }

    private void down(Flow flow) {
        int at = flow.queued;
        while (2 * at + 1 < heap.size()) {
            int child = 2 * at + 1;
            if (child + 1 < heap.size() && before(heap.get(child + 1), heap.get(child))) {
                child++;
            }
            if (!before(heap.get(child), flow)) {
                break;
            }
            put(heap.get(child), at);
            at = child;
        }
        put(flow, at);
    }

    private static boolean before(Flow a, Flow b) {
        return a.due < b.due || (a.due == b.due && a.order < b.order);
    }
}
