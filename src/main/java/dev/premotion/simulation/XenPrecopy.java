package dev.premotion.simulation;

/**
 * Xen's pre-copy (xg_sr_save.c): each pass sends all that is dirty, at most five of them, and the guest is suspended
 * for the rest - soon when fewer than 50 pages are left, and in any case after the fifth. Zero pages go as pages.
 */
final class XenPrecopy implements Precopy {
    private final XenPolicy policy;
    private final GuestMemory memory;
    private final PassLog log = new PassLog();

    private Demand demand;
    private boolean stopping;
    private boolean finished;
    private double stopSeconds;
    private double pagesLeft;

    XenPrecopy(XenPolicy policy, GuestMemory memory) {
        this.policy = policy;
        this.memory = memory;
        this.demand = send(true);
    }

    private Demand send(boolean live) {
        double bytes = memory.pending() * policy.pageWire();
        return new Demand(bytes, bytes > 0 ? Double.POSITIVE_INFINITY : 0, live);
    }

    @Override
    public Demand demand() {
        return demand;
    }

    @Override
    public boolean finished() {
        return finished;
    }

    @Override
    public void advance(double seconds, double bytes) {
        if (stopping) {
            log.addStop(seconds, bytes);
            stopSeconds = seconds;
            finished = true;
            return;
        }
        memory.run(seconds, 1);
        log.add(seconds, bytes, 1);
        memory.sendAll();
        memory.sync();
        pagesLeft = memory.pending();
        log.endPass(pagesLeft);
        stopping = pagesLeft < policy.dirtyTarget() || log.passes() >= policy.maxPasses();
        demand = send(!stopping);
    }

    @Override
    public Outcome outcome() {
        boolean converged = pagesLeft < policy.dirtyTarget();
        String left = Quantity.number(Math.round(pagesLeft)) + " pages were left";
        String decision = converged
                ? "Stopped because " + left + ", fewer than " + Quantity.number(policy.dirtyTarget()) + "."
                : "Stopped after its last pass, number " + policy.maxPasses() + ", although " + left + ".";
        return log.outcome(converged, stopSeconds, pagesLeft / policy.dirtyTarget(), decision);
    }
}
