package dev.premotion.simulation;

import dev.premotion.simulation.Region.WritePattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A measured trace of unique dirty pages, such as QEMU's {@code calc-dirty-rate} gives, replayed: in each interval as
 * many different pages of a working set are written as were measured, any of them with the same chance. So what a longer
 * time dirties follows from the working set and is not the sum of its intervals. After its end it starts anew.
 */
public final class DirtyTrace {
    /** A whole working set counts as all but this share of it: the last page of it would need for ever. */
    private static final double ALL_BUT = 1e-4;

    private DirtyTrace() {}

    /**
     * The region that a trace describes, its working set as people write a size.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static Region parse(String size, List<String> lines, String name) {
        return region(RegionText.pages(size, size), lines, name);
    }

    /**
     * The region that a trace describes.
     *
     * @param pages the working set, in pages
     * @param lines two columns, {@code seconds,pages}: an interval's length and the different pages written in it; a header
     *     line and empty lines may stand between
     * @param name of the file, for errors
     * @throws IllegalArgumentException naming the line that is wrong
     */
    static Region region(long pages, List<String> lines, String name) {
        var seconds = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.equals("seconds,pages")) {
                double[] row = row(line, name + " line " + (i + 1));
                seconds.add(row[0]);
                rates.add(rate(row, pages, name + " line " + (i + 1)));
            }
        }
        double most = rates.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (!(most > 0)) {
            throw new IllegalArgumentException(
                    name + " holds no interval in which anything is written.\nMaybe a line such as 1,2500 is missing.");
        }
        var stretches = new ArrayList<Pace.Stretch>();
        for (int i = 0; i < rates.size(); i++) {
            stretches.add(new Pace.Stretch(seconds.get(i), rates.get(i) / most));
        }
        return new Region(pages, most, new WritePattern.Random(), new Pace(stretches));
    }

    private static double[] row(String line, String place) {
        String[] cells = line.split(",", -1);
        try {
            double[] row = {Double.parseDouble(cells[0].strip()), Double.parseDouble(cells[1].strip())};
            if (cells.length == 2 && row[0] > 0 && row[1] >= 0 && Double.isFinite(row[0] + row[1])) {
                return row;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Told below, as every other line that is no interval.
        }
        throw new IllegalArgumentException(place + ": \"" + line
                + "\" is no interval: expected its seconds, above 0, and the different pages written in it."
                + "\nMaybe 1,2500.");
    }

    /** Random writes a second that touch so many different pages: N(1-exp(-rt/N)) = d (migration-models.md 3.2). */
    private static double rate(double[] row, long pages, String place) {
        if (row[1] > pages) {
            throw new IllegalArgumentException(place + ": " + Quantity.number(row[1])
                    + " different pages are more than the " + Quantity.number(pages)
                    + " of the region.\nMaybe a larger size before the @.");
        }
        double share = Math.min(row[1] / pages, 1 - ALL_BUT);
        return -pages * Math.log1p(-share) / row[0];
    }
}
