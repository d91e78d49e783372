package dev.premotion.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What kind of migration it is: what changes, how far it goes, and the power state planned for it.
 *
 * @param change compute, storage or both
 * @param reach inside one vCenter, to a linked one, or to one of another SSO domain
 * @param power the power state during the move
 */
public record MigrationType(Change change, Reach reach, Power power) {

    /** What changes, in the words of the vSphere wizard. */
    public enum Change {
        COMPUTE("Change compute resource only"),
        STORAGE("Change storage only"),
        BOTH("Change both compute resource and storage");

        private final String wizard;

        Change(String wizard) {
            this.wizard = wizard;
        }

        /** The wizard's words. */
        public String wizard() {
            return wizard;
        }
    }

    /** How far it goes: {@code LOCAL} stays in one vCenter, {@code LINKED} uses one SSO domain, {@code ADVANCED} is XVM. */
    public enum Reach {
        LOCAL,
        LINKED,
        ADVANCED
    }

    /** The power state during the move: {@code LIVE} is vMotion; suspended and powered-off VMs migrate cold. */
    public enum Power {
        LIVE,
        SUSPENDED,
        OFF
    }

    /** From 0 to 26, another for each kind. */
    int number() {
        return (change.ordinal() * 3 + reach.ordinal()) * 3 + power.ordinal();
    }

    /** Every kind there is. */
    public static List<MigrationType> all() {
        return Arrays.stream(Change.values())
                .flatMap(change -> Arrays.stream(Reach.values())
                        .flatMap(reach ->
                                Arrays.stream(Power.values()).map(power -> new MigrationType(change, reach, power))))
                .filter(type -> type.change != Change.STORAGE || type.reach == Reach.LOCAL)
                .toList();
    }

    /** Such as {@code both linked live}: the words that {@link TypePattern} reads. */
    @Override
    public String toString() {
        return (change + " " + reach + " " + power).toLowerCase(Locale.ROOT);
    }
}
