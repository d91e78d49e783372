package dev.premotion.simulation;

/** Who decides when a pre-copy stops and how the guest is slowed: constants as data, one machine for each. */
public sealed interface Policy permits VmotionPolicy, QemuPolicy, XenPolicy {
    /** A migration at its start. */
    Precopy start(MemoryShape shape, GuestMemory memory);

    /**
     * The bandwidth, in bytes per second, that one migration gets out of a path by itself.
     *
     * @param path bytes per second of the path
     * @param rttSeconds its round-trip time, 0 where that does not matter
     * @param adapters vMotion adapters at each end
     */
    double bandwidth(double path, double rttSeconds, int adapters);

    /** The name in commands and results. */
    String title();
}
