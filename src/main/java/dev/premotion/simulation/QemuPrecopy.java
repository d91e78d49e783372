package dev.premotion.simulation;

/**
 * QEMU's migration thread, step by step (migration.c and ram.c): pages go in slices, a byte limit per window of 100 ms
 * holds them back, the bandwidth of the last full window times the downtime limit is the threshold, and only when what
 * is left falls below it is the log of dirty pages taken over. What the pass left unsent is carried into the next.
 */
final class QemuPrecopy implements Precopy {
    /** Passes without a new low after which more of the same will not help. */
    private static final int PATIENCE = 250;
    /** With more windows than this to go, several are taken as one: their grain shows only near the threshold. */
    private static final double WINDOWS = 1000;
    /** The same once passes no longer leave less, and far more than may be left: then all passes are alike. */
    private static final double WINDOWS_IN_VAIN = 6;
    /** How many passes without a new low make it likely that they are in vain... */
    private static final int IN_VAIN = 3;
    /** ... and how many times the threshold they then leave at least. */
    private static final double FAR = 4;

    /** Pages between two looks at the clock. */
    private static final int CHECK_PAGES = 64;

    private static final double TINY = 1e-6;

    private enum Step {
        SEND,
        SCAN,
        HOLD,
        STOP,
        DONE
    }

    private final QemuPolicy policy;
    private final GuestMemory memory;
    private final PassLog log = new PassLog();

    private Step step = Step.SEND;
    private Demand demand = Demand.pause(0);
    private double now;
    private double windowBegan;
    private double windowBytes;
    private double stretch = 1;
    private double sliceBegan;
    private double slicePages;
    private double scanPages;
    private double sendingSeconds;
    private double threshold;
    private double throttle;
    private int hits;
    private double judgedAt;
    private double sentSinceJudged;
    private double joinedSinceJudged;
    private double fewest = Double.POSITIVE_INFINITY;
    private int passesSinceFewest;
    private boolean converged;
    private double stopSeconds;
    private double left;

    QemuPrecopy(QemuPolicy policy, GuestMemory memory) {
        this.policy = policy;
        this.memory = memory;
        slice();
    }

    @Override
    public Demand demand() {
        return demand;
    }

    @Override
    public boolean finished() {
        return step == Step.DONE;
    }

    /** migration_iteration_run: go on, or stop. */
    private void look() {
        if (bytesPending() < threshold) {
            takeOver();
        }
        boolean enough = bytesPending() == 0 || bytesPending() < threshold;
        if (enough || passesSinceFewest > PATIENCE) {
            converged = enough;
            stop();
        } else {
            slice();
        }
    }

    private double bytesPending() {
        return memory.pending() * Region.PAGE_BYTES;
    }

    /** migration_bitmap_sync, with the judgement of the dirty rate. */
    private void takeOver() {
        joinedSinceJudged += memory.sync() * Region.PAGE_BYTES;
        log.endPass(memory.pending());
        if (now > judgedAt + policy.gateSeconds()) {
            judge();
            judgedAt = now;
            joinedSinceJudged = 0;
            sentSinceJudged = 0;
        }
        boolean lower = memory.pending() < fewest * 0.999;
        fewest = lower ? memory.pending() : fewest;
        passesSinceFewest = lower ? 0 : passesSinceFewest + 1;
    }

    private void judge() {
        boolean high = joinedSinceJudged > sentSinceJudged * policy.trigger();
        if (!policy.autoConverge() || !high || ++hits < policy.hits()) {
            return;
        }
        hits = 0;
        if (throttle < policy.max()) {
            throttle = throttle == 0 ? policy.initial() : Math.min(policy.max(), throttle + policy.increment());
            log.throttle(throttle);
            passesSinceFewest = 0;
        }
    }

    /** ram_save_iterate begins. */
    private void slice() {
        sliceBegan = now;
        slicePages = 0;
        sendOn();
    }

    private void sendOn() {
        double ahead = memory.ahead();
        double sliceLeft = sliceBegan + stretch * policy.sliceSeconds() - now;
        double toCheck = sliceLeft > 1e-9 ? Double.POSITIVE_INFINITY : untilCheck();
        if (ahead <= TINY || toCheck <= TINY || overLimit()) {
            limit();
        } else if (memory.nextIsZero()) {
            scan(Math.min(Math.min(ahead, toCheck), pagesAllowed(policy.zeroWire())), sliceLeft);
        } else {
            double pages = Math.min(Math.min(ahead, toCheck), pagesAllowed(policy.pageWire()));
            double untilTime = sliceLeft > 1e-9 ? sliceLeft : Double.POSITIVE_INFINITY;
            ask(Step.SEND, new Demand(pages * policy.pageWire(), untilTime, true));
        }
    }

    /**
     * Looks through zero pages. Under a limit the thread that looks is the one that waits for the next window; without
     * one, pages already handed over go on meanwhile, and only what takes longer than they do costs time.
     */
    private void scan(double most, double sliceLeft) {
        double spare = policy.limit() == Double.POSITIVE_INFINITY ? sendingSeconds : 0;
        double untilTime = sliceLeft > 1e-9 ? (sliceLeft + spare) * policy.zeroPagesPerSecond() : most;
        scanPages = Math.min(most, untilTime);
        double seconds = scanPages / policy.zeroPagesPerSecond();
        double hidden = Math.min(spare, seconds);
        sendingSeconds -= hidden;
        ask(Step.SCAN, Demand.pause(seconds - hidden));
    }

    /** The clock is read before page 1, 65, 129 and so on, so a slice ends one page after a multiple of 64. */
    private double untilCheck() {
        double checked = Math.max(1, Math.ceil((slicePages - 1 - TINY) / CHECK_PAGES) * CHECK_PAGES + 1);
        return checked - slicePages;
    }

    private double windowAllowance() {
        return policy.limit() * stretch * policy.windowSeconds();
    }

    private boolean overLimit() {
        return windowBytes > windowAllowance();
    }

    /** The limit is tested before each page, so that the last one goes over it. */
    private double pagesAllowed(double wire) {
        return policy.limit() == Double.POSITIVE_INFINITY
                ? policy.limit()
                : Math.floor((windowAllowance() - windowBytes) / wire) + 1;
    }

    /** migration_rate_limit: closes a full window, and waits for its end where its bytes are used up. */
    private void limit() {
        if (now - windowBegan >= stretch * policy.windowSeconds() - 1e-9) {
            closeWindow();
            look();
        } else if (overLimit()) {
            ask(Step.HOLD, Demand.pause(windowBegan + stretch * policy.windowSeconds() - now));
        } else {
            look();
        }
    }

    private void closeWindow() {
        double bandwidth = windowBytes / (now - windowBegan);
        threshold = bandwidth * policy.downtimeSeconds();
        double windowsLeft = bandwidth > 0 ? bytesPending() / bandwidth / policy.windowSeconds() : 0;
        boolean inVain = passesSinceFewest > IN_VAIN && fewest * Region.PAGE_BYTES > FAR * threshold;
        stretch = Math.max(1, windowsLeft / (inVain ? WINDOWS_IN_VAIN : WINDOWS));
        windowBegan = now;
        windowBytes = 0;
    }

    /** The guest stands still, and no limit holds back the rest. */
    private void stop() {
        memory.sync();
        left = bytesPending();
        if (log.passes() == 0) {
            log.endPass(memory.pending());
        }
        if (!converged) {
            step = Step.DONE;
            return;
        }
        double zero = memory.pendingZero();
        double bytes = (memory.pending() - zero) * policy.pageWire() + zero * policy.zeroWire();
        memory.sendAll();
        ask(Step.STOP, bytes > 0 ? new Demand(bytes, Double.POSITIVE_INFINITY, false) : new Demand(0, 0, false));
    }

    private void ask(Step next, Demand wanted) {
        step = next;
        demand = wanted;
    }

    @Override
    public void advance(double seconds, double bytes) {
        now += seconds;
        if (step == Step.STOP) {
            log.addStop(seconds, bytes);
            stopSeconds = seconds;
            step = Step.DONE;
            return;
        }
        memory.run(seconds, policy.speed(throttle));
        double sent = step == Step.SCAN ? scanned() : bytes;
        log.add(seconds, sent, policy.speed(throttle));
        windowBytes += sent;
        sentSinceJudged += sent;
        if (step == Step.SEND) {
            sendingSeconds += seconds;
            slicePages += bytes / policy.pageWire();
            memory.send(bytes / policy.pageWire());
        }
        if (step == Step.HOLD) {
            closeWindow();
            look();
        } else {
            sendOn();
        }
    }

    private double scanned() {
        slicePages += scanPages;
        memory.send(scanPages);
        return scanPages * policy.zeroWire();
    }

    @Override
    public Outcome outcome() {
        String allowed =
                Quantity.SIZE.print(threshold) + " that go within " + Quantity.DURATION.print(policy.downtimeSeconds());
        String decision = converged
                ? "Stopped because " + Quantity.SIZE.print(left) + " were left, less than the " + allowed + "."
                : "Never stops: " + passesSinceFewest + " passes in a row left no less than "
                        + Quantity.SIZE.print(fewest * Region.PAGE_BYTES) + ", more than the " + allowed + ".";
        double margin = (converged ? left : fewest * Region.PAGE_BYTES) / Math.max(1, threshold);
        return log.outcome(converged, stopSeconds, margin, decision);
    }
}
