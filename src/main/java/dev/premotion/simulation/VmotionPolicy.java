package dev.premotion.simulation;

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
 * @param stopSecondsAtMost a stop that would take longer is given up
 * @param deviceBytesPerSecond how fast a vGPU's memory goes while the guest stands still; infinite for as fast as the path
 * @param deviceBytes memory of vGPUs, all of which goes in the stop
 */
public record VmotionPolicy(
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
        double rttSeconds,
        double stopSecondsAtMost,
        double deviceBytesPerSecond,
        double deviceBytes)
        implements Policy {
    /** The constants of a release such as {@code 7.0U1}; of the newest if empty. */
    public static VmotionPolicy of(String release) {
        var table = MigrationConstants.of("vmotion", release);
        return new VmotionPolicy(
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
                0,
                table.value("switchoverTimeout"),
                table.value("vgpuRate") > 0 ? table.value("vgpuRate") * 1e6 : Double.POSITIVE_INFINITY,
                0);
    }

    /** The same with another switchover goal. */
    public VmotionPolicy withGoal(double seconds) {
        return copy(seconds, rttSeconds, deviceBytes);
    }

    /** The same over a path with this round-trip time. */
    public VmotionPolicy withRtt(double seconds) {
        return copy(goalSeconds, seconds, deviceBytes);
    }

    /** The same for a VM with so much memory of vGPUs. */
    public VmotionPolicy withDevices(double bytes) {
        return copy(goalSeconds, rttSeconds, bytes);
    }

    private VmotionPolicy copy(double goal, double rtt, double devices) {
        return new VmotionPolicy(
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
                rtt,
                stopSecondsAtMost,
                deviceBytesPerSecond,
                devices);
    }

    @Override
    public String title() {
        return "vmotion";
    }

    @Override
    public Precopy start(MemoryShape shape, GuestMemory memory) {
        return new VmotionPrecopy(this, shape, memory);
    }

    /**
     * Streams x 15 Gbit/s, and a send buffer per round trip and stream where buffers do not grow. An adapter has a stream,
     * and where streams follow the link's speed as many as it takes.
     */
    @Override
    public double bandwidth(double path, double rtt, int adapters) {
        double streams =
                streamsScale ? Math.max(adapters, Math.ceil(path / streamBytesPerSecond)) : Math.max(1, adapters);
        boolean buffersGrow = rtt == 0 || rtt >= latencyModeFromSeconds;
        double perStream = buffersGrow ? streamBytesPerSecond : Math.min(streamBytesPerSecond, sendBuffer / rtt);
        return Math.min(path, streams * perStream);
    }
}
