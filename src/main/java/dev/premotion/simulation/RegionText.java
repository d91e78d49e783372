package dev.premotion.simulation;

import dev.premotion.simulation.Region.WritePattern;
import java.util.ArrayList;
import java.util.List;

/** A region as people write it: {@code SIZE@RATE[:random|:sequential[:START]|:zipf[:EXPONENT]]}. */
final class RegionText {
    private final String text;
    private final String size;
    private final List<String> parts;

    RegionText(String text) {
        this.text = text;
        int at = text.indexOf('@');
        if (at < 0) {
            throw malformed("64MiB@4000pages/s:random");
        }
        this.size = text.substring(0, at);
        this.parts = List.of(text.substring(at + 1).split(":", -1));
    }

    Region region() {
        long pages = pages(size, text);
        var stretches = new ArrayList<Pace.Stretch>();
        double rate = rate(stretches);
        return new Region(pages, rate, pattern(pages), new Pace(stretches));
    }

    /**
     * A region's size, as what stands before the {@code @}.
     *
     * @param text all of it, for errors
     */
    static long pages(String size, String text) {
        double bytes = Quantity.SIZE.parse(size);
        if (bytes < 1) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" writes a region of no size.\nMaybe 64MiB" + text.substring(size.length()) + ".");
        }
        return Math.max(1, Math.round(bytes / Region.PAGE_BYTES));
    }

    /** The rate, or the highest of those that follow each other, with the stretches' factors of it. */
    private double rate(List<Pace.Stretch> stretches) {
        String rates = parts.get(0);
        if (!rates.contains("*") && !rates.contains(",")) {
            return Quantity.WRITE_RATE.parse(rates);
        }
        var phases = new ArrayList<double[]>();
        for (String phase : rates.split(",", -1)) {
            String[] sides = phase.split("\\*", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException("\"" + phase + "\" in \"" + text
                        + "\" is no phase: expected RATE*TIME.\nMaybe " + sides[0] + "*10s.");
            }
            phases.add(new double[] {Quantity.WRITE_RATE.parse(sides[0]), Quantity.DURATION.parse(sides[1])});
        }
        double most = phases.stream().mapToDouble(phase -> phase[0]).max().orElse(0);
        phases.forEach(phase -> stretches.add(new Pace.Stretch(phase[1], most > 0 ? phase[0] / most : 0)));
        return most;
    }

    private WritePattern pattern(long pages) {
        String name = parts.size() > 1 ? parts.get(1) : "random";
        if (name.equals("random") && parts.size() <= 2) {
            return new WritePattern.Random();
        }
        if (name.equals("sequential") && parts.size() <= 3) {
            return new WritePattern.Sequential(parts.size() == 3 ? start(parts.get(2), pages) : null);
        }
        if (name.equals("zipf") && parts.size() <= 3) {
            return new WritePattern.Zipf(parts.size() == 3 ? exponent(parts.get(2)) : WritePattern.Zipf.USUAL);
        }
        String meant = name.startsWith("z") ? ":zipf" : name.startsWith("s") || parts.size() > 2 ? ":sequential" : "";
        throw malformed(size + "@" + parts.get(0) + (meant.isEmpty() ? ":random" : meant));
    }

    private double start(String start, long pages) {
        double page = Quantity.SIZE.parse(start) / Region.PAGE_BYTES;
        if (page > pages) {
            throw new IllegalArgumentException("\"" + text + "\" starts its sweep at " + start
                    + ", behind the end of its region.\nMaybe at 0, or without a start: then all positions count.");
        }
        return page;
    }

    private double exponent(String exponent) {
        try {
            return Double.parseDouble(exponent);
        } catch (NumberFormatException e) {
            throw malformed(size + "@" + parts.get(0) + ":zipf:" + WritePattern.Zipf.USUAL);
        }
    }

    private IllegalArgumentException malformed(String example) {
        return new IllegalArgumentException("\"" + text + "\" is not a region that is written: expected"
                + " SIZE@RATE[:random|:sequential[:START]|:zipf[:EXPONENT]].\nMaybe " + example + ".");
    }
}
