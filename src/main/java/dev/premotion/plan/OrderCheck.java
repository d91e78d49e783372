package dev.premotion.plan;

import dev.premotion.inventory.Nearest;
import dev.premotion.plan.PlanDocument.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Notes ids that are used twice or belong to no entry, waves that contradict the order, and circles. */
final class OrderCheck {

    private final List<Entry> entries;
    private final Mistakes mistakes;
    private final Map<String, Integer> byId = new HashMap<>();

    private OrderCheck(List<Entry> entries, Mistakes mistakes) {
        this.entries = entries;
        this.mistakes = mistakes;
        for (int i = entries.size() - 1; i >= 0; i--) {
            var id = entries.get(i).id();
            if (id != null) {
                byId.put(id, i);
            }
        }
    }

    static void check(List<Entry> entries, Mistakes mistakes) {
        var check = new OrderCheck(entries, mistakes);
        check.checkIds();
        check.checkWaves();
        check.checkCircle();
    }

    private void checkCircle() {
        var circle = PlanOrder.circle(entries);
        if (!circle.isEmpty()) {
            var shown = circle.stream().map(OrderCheck::label).toList();
            mistake(
                    circle.get(0),
                    "after",
                    circle.size() == 1
                            ? shown.get(0) + " waits for itself."
                            : Words.some(shown) + " wait for one another in a circle.",
                    "one \"after\" points the wrong way.");
        }
    }

    private static String label(Entry entry) {
        return entry.id() == null ? "the entry at " + entry.pointer() : Words.quoted(entry.id());
    }

    private void checkIds() {
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.id() != null) {
                checkOwn(i, entry, entry.id());
            }
            entry.after().forEach(id -> known(entry, "after", id));
            entry.together().forEach(id -> known(entry, "together", id));
        }
    }

    private void checkOwn(int index, Entry entry, String id) {
        int first = Objects.requireNonNull(byId.get(id));
        if (first < index) {
            mistake(
                    entry,
                    "id",
                    "The id " + Words.quoted(id) + " is that of "
                            + entries.get(first).place() + " too; expected one of its own.",
                    "write \"" + id + "-2\".");
        }
    }

    private void known(Entry entry, String key, String id) {
        if (!byId.containsKey(id)) {
            var near = Nearest.to(id, byId.keySet());
            mistake(
                    entry,
                    key,
                    "No entry has the id " + Words.quoted(id) + ".",
                    near.isEmpty()
                            ? "the entry meant has no line \"id: " + id + "\" yet."
                            : Words.quoted(near.get(0)) + " is meant.");
        }
    }

    private void checkWaves() {
        for (var entry : entries) {
            for (var id : entry.after()) {
                var other = entry(id);
                if (other != null && PlanOrder.wave(other) > PlanOrder.wave(entry)) {
                    mistake(
                            entry,
                            "after",
                            shown(entry) + " comes after " + id + ", which is of the later wave "
                                    + PlanOrder.wave(other) + ".",
                            "give it wave " + PlanOrder.wave(other) + " or a later one.");
                }
            }
            for (var id : entry.together()) {
                var other = entry(id);
                if (other != null && PlanOrder.wave(other) != PlanOrder.wave(entry)) {
                    mistake(
                            entry,
                            "together",
                            shown(entry) + " starts together with " + id + ", which is of wave " + PlanOrder.wave(other)
                                    + ".",
                            "give both the same wave.");
                }
            }
        }
    }

    private void mistake(Entry entry, String key, String problem, String maybe) {
        mistakes.add(entry.pointerOf(key), entry.lineOf(key), problem, maybe);
    }

    private static String shown(Entry entry) {
        return "This entry (wave " + PlanOrder.wave(entry) + ")";
    }

    private @Nullable Entry entry(String id) {
        Integer index = byId.get(id);
        return index == null ? null : entries.get(index);
    }
}
