package dev.premotion.simulation;

import java.util.Locale;

/**
 * ESXi's pre-copy as its settings and its log describe it (migration-models.md 1.1; VMware publishes no source): each
 * pass sends all pages that are dirty at its begin; it stops when the rest can go within the switchover goal at the
 * measured bandwidth; where a pass sends less than 130 % of what is dirtied - the first one is asked each 30 s - the
 * guest is stunned in small increments from then on, until it dirties a fifth of what is transmitted.
 */
final class VmotionPrecopy implements Precopy {
    /** Passes after which a guest that may not be slowed is given up. */
    private static final int PATIENCE = 250;
    /** With more polls than this left in a pass, several are taken as one; passes below half a day keep all of theirs. */
    private static final double POLLS = 1500;
    /** Down to a billionth of the guest's speed. */
    private static final int HALVINGS = 30;

    private enum Step {
        TRACE,
        SEND,
        SCAN,
        STOP,
        HAND_OVER,
        DONE
    }

    private final VmotionPolicy policy;
    private final MemoryShape shape;
    private final UniquePages unique;
    private final GuestMemory memory;
    private final PassLog log = new PassLog();

    private Step step = Step.TRACE;
    private Demand demand;
    private double toSend;
    private double speed;
    private boolean slowing;
    private double bandwidth = Double.POSITIVE_INFINITY;
    private double sending;
    private double stopSeconds;
    private double pagesLeft;
    private double transmitToDirty;
    private boolean converged = true;
    private String reason = "";

    VmotionPrecopy(VmotionPolicy policy, MemoryShape shape, GuestMemory memory) {
        this.policy = policy;
        this.shape = shape;
        this.unique = new UniquePages(shape);
        this.memory = memory;
        this.speed = policy.traceStopsGuest() ? 0 : 1;
        this.demand = Demand.pause(policy.traceSecondsPerPage() * shape.pages());
    }

    @Override
    public Demand demand() {
        return demand;
    }

    @Override
    public boolean finished() {
        return step == Step.DONE;
    }

    @Override
    public void advance(double seconds, double bytes) {
        if (step == Step.STOP || step == Step.HAND_OVER) {
            log.addStop(seconds, bytes + (step == Step.HAND_OVER ? slowDeviceBytes() : 0));
            stopSeconds += seconds;
            double devices = slowDeviceBytes() / policy.deviceBytesPerSecond();
            demand = new Demand(0, devices + policy.roundTrips() * policy.rttSeconds(), false);
            step = step == Step.STOP && demand.seconds() > 0 ? Step.HAND_OVER : Step.DONE;
            return;
        }
        memory.run(seconds, speed);
        unique.run(seconds, speed);
        log.add(seconds, bytes, speed);
        switch (step) {
            case TRACE -> {
                log.traced(policy.traceStopsGuest() ? seconds : 0);
                firstPass();
            }
            case SEND -> sent(seconds, bytes);
            default -> endPass();
        }
    }

    private void firstPass() {
        speed = 1;
        toSend = (memory.pending() - memory.pendingZero()) * Region.PAGE_BYTES;
        send();
    }

    /** The first pass comes back for each poll; a later one when it is through. */
    private void send() {
        step = Step.SEND;
        boolean polls = log.passes() == 0 && policy.sdps() && !slowing;
        demand =
                toSend > 0 ? new Demand(toSend, polls ? untilPoll() : Double.POSITIVE_INFINITY, true) : Demand.pause(0);
    }

    private double untilPoll() {
        return Math.max(policy.sdpsPollSeconds(), toSend / bandwidth / POLLS);
    }

    private void sent(double seconds, double bytes) {
        sending += seconds;
        toSend = bytes >= toSend * (1 - 1e-12) ? 0 : toSend - bytes;
        bandwidth = sending > 0 ? log.passBytes() / sending : bandwidth;
        if (toSend > 0) {
            double dirty = unique.count() * Region.PAGE_BYTES;
            if (!slowing && log.passBytes() < policy.minProgress() * dirty) {
                slowing = true;
                slow();
            }
            send();
        } else if (log.passes() == 0 && shape.zeroPages() > 0) {
            step = Step.SCAN;
            demand = Demand.pause(memory.pendingZero() / policy.zeroPagesPerSecond());
        } else {
            endPass();
        }
    }

    private void endPass() {
        memory.sendAll();
        memory.sync();
        pagesLeft = memory.pending();
        double bytesLeft = pagesLeft * Region.PAGE_BYTES;
        transmitToDirty = bytesLeft > 0 ? log.passBytes() / bytesLeft : Double.POSITIVE_INFINITY;
        log.endPass(pagesLeft);
        if (bytesLeft <= bandwidth * policy.goalSeconds()) {
            stop(bytesLeft);
        } else if (log.passes() > PATIENCE) {
            givesUp("Never stops: the guest may not be slowed.");
        } else {
            slowing |= policy.sdps() && transmitToDirty < policy.minProgress();
            toSend = bytesLeft;
            sending = 0;
            unique.restart();
            speed = 1;
            if (slowing) {
                slow();
            }
            send();
        }
    }

    /** Finds the largest share of its speed at which the guest dirties no more than it may in the rest of the pass. */
    private void slow() {
        double seconds = toSend / bandwidth;
        double before = unique.count();
        double allowed = toSend / policy.sdpsRatio() / Region.PAGE_BYTES;
        double low = 0;
        double high = 1;
        if (unique.countAfter(seconds, 1) - before <= allowed) {
            low = 1;
        }
        for (int halvings = 0; low < 1 && halvings < HALVINGS; halvings++) {
            double middle = (low + high) / 2;
            boolean fits = unique.countAfter(seconds, middle) - before <= allowed;
            low = fits ? middle : low;
            high = fits ? high : middle;
        }
        speed = low;
        log.throttle(1 - speed);
    }

    private void givesUp(String why) {
        converged = false;
        reason = why;
        step = Step.DONE;
    }

    /** Bytes of devices that do not go as fast as the path. */
    private double slowDeviceBytes() {
        return policy.deviceBytesPerSecond() < Double.POSITIVE_INFINITY ? policy.deviceBytes() : 0;
    }

    private void stop(double pages) {
        double bytesLeft = pages + policy.deviceBytes() - slowDeviceBytes();
        double seconds = bytesLeft / bandwidth + slowDeviceBytes() / policy.deviceBytesPerSecond();
        if (seconds > policy.stopSecondsAtMost()) {
            givesUp("Gives up: the guest would stand still for " + Quantity.DURATION.print(seconds)
                    + ", longer than the " + Quantity.DURATION.print(policy.stopSecondsAtMost())
                    + " that ESXi waits"
                    + (policy.deviceBytes() > 0 ? "; the memory of its vGPU takes that long." : "."));
            return;
        }
        step = Step.STOP;
        demand = new Demand(bytesLeft, bytesLeft > 0 ? Double.POSITIVE_INFINITY : 0, false);
    }

    @Override
    public Outcome outcome() {
        double margin = pagesLeft * Region.PAGE_BYTES / (bandwidth * policy.goalSeconds());
        return log.outcome(converged, stopSeconds, margin, converged ? logLine() : reason);
    }

    /** In the form of vmkernel's own log line, so that the two can be held side by side. */
    private String logLine() {
        if (bandwidth == Double.POSITIVE_INFINITY) {
            return "Stopped at once: all of its memory is zero, so there was nothing to send.";
        }
        double percent = Math.min(transmitToDirty * 100, 1e9);
        return String.format(
                Locale.ROOT,
                "Stopping pre-copy: only %.0f pages left to send, which can be sent within the switchover time goal of %.3f"
                        + " seconds (network bandwidth ~%.3f MB/s, %.0f%% t2d)",
                pagesLeft,
                policy.goalSeconds(),
                bandwidth / 1e6,
                percent);
    }
}
