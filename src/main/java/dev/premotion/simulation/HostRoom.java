package dev.premotion.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The room that a host's own budget and its vMotion adapter's leave, and the lines that rest with it. */
final class HostRoom {
    final String name;
    final int hostBudget;
    final int adapterBudget;
    int host;
    int adapter;

    /** By the other host, the resting lines between the two by what they need; both hosts hold the same. */
    private final Map<HostRoom, Map<Integer, PriorityQueue<WaitingLine>>> resting = new LinkedHashMap<>();

    HostRoom(String name, int hostBudget, int adapterBudget) {
        this.name = name;
        this.hostBudget = hostBudget;
        this.adapterBudget = adapterBudget;
        this.host = hostBudget;
        this.adapter = adapterBudget;
    }

    /** The lines that rest between two hosts, or with one. */
    static Map<Integer, PriorityQueue<WaitingLine>> between(HostRoom a, HostRoom b) {
        var lines = a.resting.computeIfAbsent(b, other -> new TreeMap<>());
        b.resting.putIfAbsent(a, lines);
        return lines;
    }

    /** The foremost resting line that this host and the line's other one have room for. */
    @Nullable
    WaitingLine foremost() {
        WaitingLine best = null;
        for (Map.Entry<HostRoom, Map<Integer, PriorityQueue<WaitingLine>>> each : resting.entrySet()) {
            if (host <= 0 || each.getKey().host <= 0) {
                continue;
            }
            for (PriorityQueue<WaitingLine> queue : each.getValue().values()) {
                WaitingLine head = queue.peek();
                boolean fits = head != null && head.fits(this) && head.fits(each.getKey());
                best = fits && (best == null || head.rank() < best.rank()) ? head : best;
            }
        }
        return best;
    }
}
