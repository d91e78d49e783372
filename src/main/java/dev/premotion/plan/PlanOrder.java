package dev.premotion.plan;

import dev.premotion.plan.PlanDocument.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a plan's entries run: by wave, then as written, but never before what they come {@code after}. An
 * entry without a wave runs with the first. Entries that start {@code together} are one step.
 */
final class PlanOrder {

    private final List<Entry> entries;
    private final Map<String, Integer> byId = new HashMap<>();
    private final int[] step;
    private final List<Set<Integer>> before = new ArrayList<>();

    private PlanOrder(List<Entry> entries) {
        this.entries = entries;
        for (int i = entries.size() - 1; i >= 0; i--) {
            var id = entries.get(i).id();
            if (id != null) {
                byId.put(id, i);
            }
        }
        this.step = new int[entries.size()];
        for (int i = 0; i < step.length; i++) {
            step[i] = i;
            before.add(new LinkedHashSet<>());
        }
        join();
    }

    /** The entries in the order in which they run; those in a circle, which {@link OrderCheck} refuses, are missing. */
    static List<Entry> of(List<Entry> entries) {
        return new PlanOrder(entries).sorted().stream().map(entries::get).toList();
    }

    /** Entries that wait for one another, each for the next; empty where there is no circle. */
    static List<Entry> circle(List<Entry> entries) {
        var order = new PlanOrder(entries);
        var done = new HashSet<>(order.sorted());
        var walked = new ArrayList<Integer>();
        Integer at = order.stuck(IntStream.range(0, entries.size()).boxed(), done);
        while (at != null && !walked.contains(at)) {
            walked.add(at);
            at = order.stuck(order.before.get(at).stream(), done);
        }
        return at == null
                ? List.of()
                : walked.subList(walked.indexOf(at), walked.size()).stream()
                        .map(entries::get)
                        .toList();
    }

    private @Nullable Integer stuck(Stream<Integer> among, Set<Integer> done) {
        return among.map(this::root).filter(i -> !done.contains(i)).findFirst().orElse(null);
    }

    private void join() {
        for (int i = 0; i < step.length; i++) {
            for (var id : entries.get(i).together()) {
                Integer other = byId.get(id);
                if (other != null) {
                    step[root(Math.max(root(i), root(other)))] = Math.min(root(i), root(other));
                }
            }
        }
        for (int i = 0; i < step.length; i++) {
            for (var id : entries.get(i).after()) {
                Integer other = byId.get(id);
                if (other != null) {
                    before.get(root(i)).add(root(other));
                }
            }
        }
    }

    private int root(int entry) {
        int at = entry;
        while (step[at] != at) {
            step[at] = step[step[at]];
            at = step[at];
        }
        return at;
    }

    /** 1 where the entry names none. */
    static int wave(Entry entry) {
        return entry.wave() == null ? 1 : entry.wave();
    }

    private List<Integer> sorted() {
        var waiting = new int[step.length];
        var next = new ArrayList<List<Integer>>();
        before.forEach(set -> next.add(new ArrayList<>()));
        var members = new HashMap<Integer, List<Integer>>();
        for (int i = 0; i < step.length; i++) {
            members.computeIfAbsent(root(i), key -> new ArrayList<>()).add(i);
            for (var earlier : before.get(i)) {
                waiting[i]++;
                next.get(earlier).add(i);
            }
        }
        var ready = new PriorityQueue<Integer>(
                Comparator.<Integer>comparingInt(i -> wave(entries.get(i))).thenComparing(i -> i));
        members.keySet().stream().filter(i -> waiting[i] == 0).forEach(ready::add);
        var sorted = new ArrayList<Integer>();
        while (!ready.isEmpty()) {
            int now = ready.remove();
            sorted.addAll(members.getOrDefault(now, List.of()));
            next.get(now).forEach(later -> {
                if (--waiting[later] == 0) {
                    ready.add(later);
                }
            });
        }
        return sorted;
    }
}
