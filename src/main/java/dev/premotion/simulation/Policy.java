package dev.premotion.simulation;

import java.util.Locale;

/** Who decides when a pre-copy stops and how the guest is slowed: constants as data, one machine for each. */
public sealed interface Policy {
    /** A migration at its start. */
    Precopy start(MemoryShape shape, GuestMemory memory);

    /** The bandwidth, in bytes per second, that one migration gets out of a path by itself. */
    double bandwidth(double path, double rttSeconds);

    /** The name in commands and results. */
    default String title() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * ESXi's vMotion.
     *
     * @param goalSeconds time in which the last pages must go ({@code Migrate.PreCopySwitchoverTimeGoal})
     * @param minProgress least ratio of sent to dirtied bytes of a pass that counts as progress
     * @param sdps whether the guest is stunned during page send when there is none
     * @param sdpsRatio how many times the dirty rate the transmit rate is made, once stunning
     * @param sdpsPollSeconds how often the first pass asks whether to stun
     * @param latencyModeFromSeconds round-trip time from which buffers grow with the distance
     * @param sendBuffer bytes under way per connection below that round-trip time
     * @param streamBytesPerSecond what one stream helper carries
     * @param streamsScale whether the number of streams follows the link's speed
     * @param traceSecondsPerPage time to install the tracing of one page's writes
     * @param traceStopsGuest whether the guest stands still for it
     * @param zeroPagesPerSecond how fast zero pages are recognised
     * @param roundTrips round trips within the switchover
     * @param rttSeconds the path's round-trip time
     */
    record Vmotion(
            double goalSeconds,
            double minProgress,
            boolean sdps,
            double sdpsRatio,
            double sdpsPollSeconds,
            double latencyModeFromSeconds,
            double sendBuffer,
            double streamBytesPerSecond,
            boolean streamsScale,
            double traceSecondsPerPage,
            boolean traceStopsGuest,
            double zeroPagesPerSecond,
            double roundTrips,
            double rttSeconds)
            implements Policy {
        /** The constants of a release such as {@code 7.0U1}; of the newest if empty. */
        public static Vmotion of(String release) {
            var table = MigrationConstants.of("vmotion", release);
            return new Vmotion(
                    table.value("switchoverGoal") / 1e3,
                    table.value("minProgress") / 100,
                    table.value("sdps") > 0,
                    table.value("sdpsTargetRate") / 100,
                    table.value("sdpsPoll"),
                    table.value("latencyModeFrom") / 1e3,
                    table.value("sendBuffer"),
                    table.value("streamHelper") * 1e9 / 8,
                    table.value("streamsScale") > 0,
                    table.value("traceInstall") / 1e3 / (1 << 18),
                    table.value("traceStopsGuest") > 0,
                    table.value("zeroScan") * 1e9 / Region.PAGE_BYTES,
                    table.value("switchoverRoundTrips"),
                    0);
        }

        /** The same with another switchover goal. */
        public Vmotion withGoal(double seconds) {
            return copy(seconds, rttSeconds);
        }

        /** The same over a path with this round-trip time. */
        public Vmotion withRtt(double seconds) {
            return copy(goalSeconds, seconds);
        }

        private Vmotion copy(double goal, double rtt) {
            return new Vmotion(
                    goal,
                    minProgress,
                    sdps,
                    sdpsRatio,
                    sdpsPollSeconds,
                    latencyModeFromSeconds,
                    sendBuffer,
                    streamBytesPerSecond,
                    streamsScale,
                    traceSecondsPerPage,
                    traceStopsGuest,
                    zeroPagesPerSecond,
                    roundTrips,
                    rtt);
        }

        @Override
        public Precopy start(MemoryShape shape, GuestMemory memory) {
            return new VmotionPrecopy(this, shape, memory);
        }

        /** Streams x 15 Gbit/s, and a send buffer per round trip and stream where buffers do not grow. */
        @Override
        public double bandwidth(double path, double rtt) {
            double streams = streamsScale ? Math.max(1, Math.ceil(path / streamBytesPerSecond)) : 1;
            boolean buffersGrow = rtt == 0 || rtt > latencyModeFromSeconds;
            double perStream = buffersGrow ? streamBytesPerSecond : Math.min(streamBytesPerSecond, sendBuffer / rtt);
            return Math.min(path, streams * perStream);
        }
    }

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
    record Qemu(
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
        public static Qemu defaults() {
            var table = MigrationConstants.of("qemu", "");
            return new Qemu(
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
        public Qemu with(double downtime, double maxBandwidth, boolean throttling) {
            return new Qemu(
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
        public Precopy start(MemoryShape shape, GuestMemory memory) {
            return new QemuPrecopy(this, memory);
        }

        @Override
        public double bandwidth(double path, double rtt) {
            return path;
        }
    }

    /**
     * Xen's, since its migration stream version 2.
     *
     * @param maxPasses live passes at most, the full one included
     * @param dirtyTarget fewer pages than this left, and it stops
     * @param pageWire bytes on the wire for a page, zero or not
     */
    record Xen(int maxPasses, double dirtyTarget, double pageWire) implements Policy {
        /** Xen's constants. */
        public static Xen defaults() {
            var table = MigrationConstants.of("xen", "");
            return new Xen((int) table.value("maxPasses"), table.value("dirtyTarget"), table.value("pageWire"));
        }

        @Override
        public Precopy start(MemoryShape shape, GuestMemory memory) {
            return new XenPrecopy(this, memory);
        }

        @Override
        public double bandwidth(double path, double rtt) {
            return path;
        }
    }
}
