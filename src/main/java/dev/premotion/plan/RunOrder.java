package dev.premotion.plan;

import dev.premotion.plan.Plan.Migration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The steps in which a plan's migrations run: those that start together are one, and each knows which come before it. */
final class RunOrder {

    private final Map<String, Integer> index = new HashMap<>();
    private final int[] step;
    private final List<List<Migration>> steps;
    private final List<BitSet> before = new ArrayList<>();
    private final Map<List<String>, BitSet> known = new IdentityHashMap<>(); // the VMs of one entry share one list

    private RunOrder(List<Migration> migrations) {
        for (int i = 0; i < migrations.size(); i++) {
            index.put(migrations.get(i).id(), i);
        }
        this.step = together(migrations);
        var groups = new LinkedHashMap<Integer, List<Migration>>();
        for (int i = 0; i < migrations.size(); i++) {
            groups.computeIfAbsent(step[i], first -> new ArrayList<>(1)).add(migrations.get(i));
        }
        this.steps = List.copyOf(groups.values());
        number(migrations, new ArrayList<>(groups.keySet()));
        for (var group : steps) {
            before.add(before(group));
        }
    }

    /** @param migrations in the order in which they would run */
    static RunOrder of(List<Migration> migrations) {
        return new RunOrder(migrations);
    }

    List<List<Migration>> steps() {
        return steps;
    }

    When when(Migration migration) {
        return new When(wave(migration), before.get(step(migration)));
    }

    int step(Migration migration) {
        return step[Objects.requireNonNull(index.get(migration.id()))];
    }

    /** Entries without a wave run with the first. */
    static int wave(Migration migration) {
        var wave = migration.wave();
        return wave == null ? 1 : wave;
    }

    /** For each migration the first one of its group. */
    private int[] together(List<Migration> migrations) {
        var first = new int[migrations.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
        }
        var joined = new IdentityHashMap<List<String>, Integer>();
        for (int i = 0; i < first.length; i++) {
            var with = migrations.get(i).together();
            var earlier = with.isEmpty() ? null : joined.putIfAbsent(with, i);
            if (earlier != null) {
                join(first, i, earlier);
                continue;
            }
            for (var id : with) {
                var other = index.get(id);
                if (other != null) {
                    join(first, i, other);
                }
            }
        }
        for (int i = 0; i < first.length; i++) {
            first[i] = root(first, i);
        }
        return first;
    }

    private static void join(int[] first, int one, int other) {
        int a = root(first, one);
        int b = root(first, other);
        first[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] first, int at) {
        int root = at;
        while (first[root] != root) {
            first[root] = first[first[root]];
            root = first[root];
        }
        return root;
    }

    private void number(List<Migration> migrations, List<Integer> firsts) {
        var numbers = new HashMap<Integer, Integer>();
        for (int i = 0; i < firsts.size(); i++) {
            numbers.put(firsts.get(i), i);
        }
        for (int i = 0; i < migrations.size(); i++) {
            step[i] = Objects.requireNonNull(numbers.get(step[i]));
        }
    }

    private BitSet before(List<Migration> group) {
        if (group.size() == 1) {
            return known.computeIfAbsent(group.get(0).after(), this::ancestors);
        }
        var all = new BitSet();
        group.forEach(migration -> all.or(known.computeIfAbsent(migration.after(), this::ancestors)));
        return all;
    }

    private BitSet ancestors(List<String> after) {
        var all = new BitSet();
        for (var id : after) {
            var other = index.get(id);
            if (other != null && step[other] < before.size() && !all.get(step[other])) {
                all.set(step[other]);
                all.or(before.get(step[other]));
            }
        }
        return all;
    }
}
