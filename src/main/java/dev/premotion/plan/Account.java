package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of one thing while a plan runs: what is there at first, what comes, and what is free again once a migration
 * is complete. Asked in the order of the run.
 */
final class Account {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Booking> freeing = new ArrayList<>();
    private final Map<Ref, Booking> left;
    private Tally counted = new Tally();
    private int countedTo;
    private int wave;

    /**
     * @param resident the VM that holds it until it leaves; absent for what comes, and for what is of no VM
     * @param by what brings or frees it; absent for what is there at first
     * @param whenDone whether it counts only once that is complete
     */
    private record Entry(
            @Nullable Ref resident, Amount amount, @Nullable Booking by, boolean whenDone) {}

    /** @param left which VMs leave, by the migration that takes them away; looked up whenever it is asked */
    Account(Map<Ref, Booking> left) {
        this.left = left;
    }

    /** What is there at first, of a VM or of nobody. */
    void holds(@Nullable Ref resident, Amount amount) {
        if (!amount.equals(Amount.NONE)) {
            entries.add(new Entry(resident, amount, null, false));
        }
    }

    /** What a migration brings: from its start on. */
    void comes(Amount amount, Booking by) {
        entries.add(new Entry(null, amount, by, false));
    }

    /** What a migration frees: once it is complete. */
    void goes(Amount amount, Booking by) {
        entries.add(new Entry(null, amount.freed(), by, true));
        freeing.add(by);
    }

    /** Notes that a resident leaves with a migration. */
    void leaves(Booking by) {
        freeing.add(by);
    }

    void forget(Migration migration) {
        entries.removeIf(entry -> entry.by != null && entry.by.of(migration));
        freeing.removeIf(by -> by.of(migration));
        restart();
    }

    /** All that counts at a moment: what comes with earlier migrations, done or not, less what has surely gone. */
    Tally at(When when) {
        if (when.wave() != wave) {
            restart();
            wave = when.wave();
        }
        if (freeing.stream().anyMatch(by -> by.wave() >= wave && when.after(by))) {
            var own = new Tally();
            entries.forEach(entry -> own.add(counted(entry, by -> when.after(by))));
            return own;
        }
        for (; countedTo < entries.size(); countedTo++) {
            counted.add(counted(entries.get(countedTo), by -> by.wave() < wave));
        }
        return counted.copy();
    }

    private void restart() {
        counted = new Tally();
        countedTo = 0;
    }

    private Amount counted(Entry entry, Predicate<Booking> done) {
        var amount = entry.amount;
        if (entry.by != null) {
            if (entry.whenDone && !done.test(entry.by)) {
                return Amount.NONE;
            }
            return entry.by.sure() ? amount : amount.perhaps(entry.by.open());
        }
        var gone = entry.resident == null ? null : left.get(entry.resident);
        if (gone == null || !done.test(gone)) {
            return amount;
        }
        return gone.sure() ? Amount.NONE : amount.perhaps(gone.open());
    }
}
