package dev.premotion.simulation;

/**
 * QEMU's pre-copy.
 *
 * @param downtimeSeconds time in which what is left must fit ({@code downtime-limit})
 * @param limit bytes per second at most while the guest runs ({@code max-bandwidth}); infinite for none
 * @param windowSeconds window of the limit and of the bandwidth estimate
 * @param sliceSeconds how long pages are sent before the loop looks up
 * @param gateSeconds least time between two judgements of the dirty rate
 * @param autoConverge whether the guest is throttled
 * @param trigger share of the sent bytes that, dirtied, counts as a hit
 * @param hits hits until the throttle moves
 * @param initial first throttle, 0 to 1
 * @param increment each further step
 * @param max largest throttle
 * @param throttleSliceSeconds how long the guest runs between two sleeps
 * @param throttleLatencySeconds how much longer than asked it sleeps each time
 * @param pageWire bytes on the wire for a page
 * @param zeroWire bytes on the wire for a zero page
 * @param zeroPagesPerSecond how fast zero pages are recognised
 */
public record QemuPolicy(
        double downtimeSeconds,
        double limit,
        double windowSeconds,
        double sliceSeconds,
        double gateSeconds,
        boolean autoConverge,
        double trigger,
        int hits,
        double initial,
        double increment,
        double max,
        double throttleSliceSeconds,
        double throttleLatencySeconds,
        double pageWire,
        double zeroWire,
        double zeroPagesPerSecond)
        implements Policy {
    /** QEMU's defaults, but without a limit. */
    public static QemuPolicy defaults() {
        var table = MigrationConstants.of("qemu", "");
        return new QemuPolicy(
                table.value("downtimeLimit") / 1e3,
                Double.POSITIVE_INFINITY,
                table.value("bufferDelay") / 1e3,
                table.value("maxWait") / 1e3,
                table.value("rateGate") / 1e3,
                false,
                table.value("throttleTrigger") / 100,
                (int) table.value("throttleHits"),
                table.value("throttleInitial") / 100,
                table.value("throttleIncrement") / 100,
                table.value("throttleMax") / 100,
                table.value("throttleSlice") / 1e3,
                table.value("throttleLatency") / 1e3,
                table.value("pageWire"),
                table.value("zeroWire"),
                table.value("zeroScan") * 1e9 / Region.PAGE_BYTES);
    }

    /** The same with what a user sets. */
    public QemuPolicy with(double downtime, double maxBandwidth, boolean throttling) {
        return new QemuPolicy(
                downtime,
                maxBandwidth,
                windowSeconds,
                sliceSeconds,
                gateSeconds,
                throttling,
                trigger,
                hits,
                initial,
                increment,
                max,
                throttleSliceSeconds,
                throttleLatencySeconds,
                pageWire,
                zeroWire,
                zeroPagesPerSecond);
    }

    /**
     * The speed that a throttled guest keeps: of a period of slice/(1-throttle) it sleeps that share, and each time a
     * little longer.
     */
    double speed(double throttle) {
        double late = throttle > 0 ? throttleLatencySeconds / throttleSliceSeconds : 0;
        return (1 - throttle) * (1 - Math.min(1, late));
    }

    @Override
    public String title() {
        return "qemu";
    }

    @Override
    public Precopy start(MemoryShape shape, GuestMemory memory) {
        return new QemuPrecopy(this, memory);
    }

    @Override
    public double bandwidth(double path, double rtt, int adapters) {
        return path;
    }
}
