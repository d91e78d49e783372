package dev.premotion.simulation;

/**
 * Xen's, since its migration stream version 2.
 *
 * @param maxPasses live passes at most, the full one included
 * @param dirtyTarget fewer pages than this left, and it stops
 * @param pageWire bytes on the wire for a page, zero or not
 */
public record XenPolicy(int maxPasses, double dirtyTarget, double pageWire) implements Policy {
    /** Xen's constants. */
    public static XenPolicy defaults() {
        var table = MigrationConstants.of("xen", "");
        return new XenPolicy((int) table.value("maxPasses"), table.value("dirtyTarget"), table.value("pageWire"));
    }

    @Override
    public String title() {
        return "xen";
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
