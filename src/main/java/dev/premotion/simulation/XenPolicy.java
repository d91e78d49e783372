package dev.premotion.simulation;

/**
 * Xen's, since its migration stream version 2 and before.
 *
 * @param maxPasses live passes at most, the full one included
 * @param dirtyTarget fewer pages than this left (before version 2: sent or skipped in a pass), and it stops
 * @param maxFactor it stops once it has sent more than so many times all memory; infinite for no such limit
 * @param skipsRewritten whether a pass leaves out what has been written again since it began
 * @param pageWire bytes on the wire for a page, zero or not
 */
public record XenPolicy(int maxPasses, double dirtyTarget, double maxFactor, boolean skipsRewritten, double pageWire)
        implements Policy {
    /** The constants of a release such as {@code 4.5}; of the newest if empty. */
    public static XenPolicy of(String release) {
        var table = MigrationConstants.of("xen", release);
        double factor = table.value("maxFactor");
        return new XenPolicy(
                (int) table.value("maxPasses"),
                table.value("dirtyTarget"),
                factor > 0 ? factor : Double.POSITIVE_INFINITY,
                table.value("skipsRewritten") > 0,
                table.value("pageWire"));
    }

    /** The newest release's constants. */
    public static XenPolicy defaults() {
        return of("");
    }

    @Override
    public String title() {
        return "xen";
    }

    @Override
    public Precopy start(MemoryShape shape, GuestMemory memory) {
        return skipsRewritten ? new XenFirstPrecopy(this, shape, memory) : new XenPrecopy(this, memory);
    }

    @Override
    public double bandwidth(double path, double rtt, int adapters) {
        return path;
    }
}
