package dev.premotion.assessment;

/** How many single checks (a rule on a subject) ended how. */
public record Checks(long held, long notApplicable, long failed, long unknown) {

    public static final Checks NONE = new Checks(0, 0, 0, 0);

    public Checks plus(Checks other) {
        return new Checks(
                held + other.held, notApplicable + other.notApplicable, failed + other.failed, unknown + other.unknown);
    }
}
