package dev.premotion.simulation;

/**
 * Xen's pre-copy before its migration stream version 2 (xc_domain_save.c): a pass goes through its pages in batches and
 * leaves out of each what has been written again meanwhile, as a later pass will send that anyway. It suspends the guest
 * after 29 passes, after one with fewer than 50 pages, or when it has sent three times all memory.
 */
final class XenFirstPrecopy implements Precopy {
    /** Pages between two looks at the log of dirty pages. */
    private static final double BATCH = 1024;
    /** A pass of more batches than this takes several as one. */
    private static final double BATCHES = 2000;

    private static final double TINY = 1e-6;

    private final XenPolicy policy;
    private final GuestMemory memory;
    private final double all;
    private final PassLog log = new PassLog();

    private Demand demand = Demand.pause(0);
    private double batch;
    private double inBatch;
    private double leftInPass;
    private double wentThrough;
    private double sentInAll;
    private boolean stopping;
    private boolean finished;
    private double stopSeconds;
    private String decision = "";

    XenFirstPrecopy(XenPolicy policy, MemoryShape shape, GuestMemory memory) {
        this.policy = policy;
        this.memory = memory;
        this.all = shape.pages();
        beginPass();
    }

    private void beginPass() {
        leftInPass = memory.pending();
        wentThrough = leftInPass;
        batch = Math.max(BATCH, leftInPass / BATCHES);
        next();
    }

    private void next() {
        inBatch = Math.min(batch, leftInPass);
        double sent = inBatch - memory.loggedAhead(inBatch);
        demand = sent > TINY ? new Demand(sent * policy.pageWire(), Double.POSITIVE_INFINITY, true) : Demand.pause(0);
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
        sentInAll += bytes / policy.pageWire();
        memory.send(inBatch);
        leftInPass -= inBatch;
        if (leftInPass > TINY) {
            next();
        } else {
            endPass();
        }
    }

    private void endPass() {
        memory.sync();
        log.endPass(memory.pending());
        decision = reason();
        if (decision.isEmpty()) {
            beginPass();
        } else {
            stopping = true;
            double bytes = memory.pending() * policy.pageWire();
            memory.sendAll();
            demand = new Demand(bytes, bytes > 0 ? Double.POSITIVE_INFINITY : 0, false);
        }
    }

    private String reason() {
        if (wentThrough < policy.dirtyTarget()) {
            return "Stopped because a pass had fewer than " + Quantity.number(policy.dirtyTarget()) + " pages.";
        }
        if (sentInAll > policy.maxFactor() * all) {
            return "Stopped because it had sent more than " + Quantity.number(policy.maxFactor())
                    + " times all memory.";
        }
        return log.passes() < policy.maxPasses()
                ? ""
                : "Stopped after its last pass, number " + policy.maxPasses() + ".";
    }

    @Override
    public Outcome outcome() {
        boolean converged = wentThrough < policy.dirtyTarget();
        return log.outcome(converged, stopSeconds, wentThrough / policy.dirtyTarget(), decision);
    }
}
