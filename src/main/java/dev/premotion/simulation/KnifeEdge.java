package dev.premotion.simulation;

/**
 * Whether small things decide what a migration does: one percent more or less bandwidth makes it end or not, changes its
 * passes by more than one or its time by more than three times as much. There, predictions by any model and repeated runs
 * of the real thing differ.
 */
final class KnifeEdge {
    private static final double LITTLE = 0.01;
    private static final double MUCH = 0.03;
    /** So many times what may be left is not a matter of luck. */
    private static final double FAR = 2;

    private KnifeEdge() {}

    /**
     * Whether a migration is on the edge. One that leaves many times what it may is far from it.
     *
     * @param request all of whose sweeps have their place; its engine and seed do not matter
     */
    static boolean decides(EstimateRequest request) {
        Outcome outcome = at(request, 1);
        if (!outcome.converged() && outcome.margin() > FAR) {
            return false;
        }
        return differs(outcome, at(request, 1 - LITTLE)) || differs(outcome, at(request, 1 + LITTLE));
    }

    private static Outcome at(EstimateRequest request, double factor) {
        return Estimator.run(request.scaled(factor), request.memory(), GuestMemory.Engine.EXPECTED, 0);
    }

    private static boolean differs(Outcome a, Outcome b) {
        return a.converged() != b.converged()
                || Math.abs(a.passes().size() - b.passes().size()) > 1
                || Math.abs(a.totalSeconds() / b.totalSeconds() - 1) > MUCH;
    }
}
