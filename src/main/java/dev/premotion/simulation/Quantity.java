package dev.premotion.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of quantities as people write them ({@code 2GiB}, {@code 10Gbit/s}, {@code 300ms}), each with its base unit.
 *
 * <p>Decimal prefixes are powers of 1,000 and binary ones powers of 1,024; network rates are bits per second where the
 * unit says {@code bit}. Units are case-sensitive, because {@code Mb} and {@code MB} differ by a factor of eight.
 */
public enum Quantity {
    /** Bytes. */
    SIZE(
            "a size",
            "2GiB",
            List.of(
                    unit("B", 1),
                    unit("KiB", 1L << 10),
                    unit("MiB", 1L << 20),
                    unit("GiB", 1L << 30),
                    unit("TiB", 1L << 40),
                    unit("kB", 1e3),
                    unit("MB", 1e6),
                    unit("GB", 1e9),
                    unit("TB", 1e12))),
    /** Bytes per second. */
    RATE(
            "a rate",
            "10Gbit/s",
            List.of(
                    unit("bit/s", 1 / 8d),
                    unit("kbit/s", 1e3 / 8),
                    unit("Mbit/s", 1e6 / 8),
                    unit("Gbit/s", 1e9 / 8),
                    unit("B/s", 1),
                    unit("KiB/s", 1L << 10),
                    unit("MiB/s", 1L << 20),
                    unit("GiB/s", 1L << 30),
                    unit("kB/s", 1e3),
                    unit("MB/s", 1e6),
                    unit("GB/s", 1e9))),
    /** Pages of 4 KiB per second. */
    WRITE_RATE(
            "a write rate",
            "4000pages/s",
            List.of(
                    unit("pages/s", 1),
                    unit("B/s", 1 / 4096d),
                    unit("KiB/s", (1L << 10) / 4096d),
                    unit("MiB/s", (1L << 20) / 4096d),
                    unit("GiB/s", (1L << 30) / 4096d),
                    unit("kB/s", 1e3 / 4096),
                    unit("MB/s", 1e6 / 4096),
                    unit("GB/s", 1e9 / 4096))),
    /** Seconds. */
    DURATION(
            "a duration",
            "300ms",
            List.of(unit("us", 1e-6), unit("ms", 1e-3), unit("s", 1), unit("min", 60), unit("h", 3600)));

    /** A unit and how many base units it is. */
    private record Unit(String name, double factor) {}

    private static final Pattern FORM = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))\\s*(\\S*)");
    /** No machine, network or wait is larger; beyond it, arithmetic would silently lose bytes. */
    private static final double GREATEST = 1e18;
    /** From here on, three digits round up to the next unit. */
    private static final double NEARLY = 0.9995;
    /** What people write, and mean by it. */
    private static final Map<String, String> HABITS = Map.ofEntries(
            Map.entry("g", "GiB"),
            Map.entry("gb", "GB"),
            Map.entry("m", "MiB"),
            Map.entry("t", "TiB"),
            Map.entry("k", "KiB"),
            Map.entry("gbps", "Gbit/s"),
            Map.entry("gbit", "Gbit/s"),
            Map.entry("gb/s", "Gbit/s"),
            Map.entry("gbits/s", "Gbit/s"),
            Map.entry("gige", "Gbit/s"),
            Map.entry("mbps", "Mbit/s"),
            Map.entry("mbit", "Mbit/s"),
            Map.entry("mb/s", "MB/s"),
            Map.entry("mbits/s", "Mbit/s"),
            Map.entry("kbps", "kbit/s"),
            Map.entry("bps", "bit/s"),
            Map.entry("pages", "pages/s"),
            Map.entry("page/s", "pages/s"),
            Map.entry("p/s", "pages/s"),
            Map.entry("sec", "s"),
            Map.entry("seconds", "s"),
            Map.entry("msec", "ms"),
            Map.entry("millis", "ms"),
            Map.entry("m/s", "MiB/s"));

    private final String name;
    private final String example;
    private final List<Unit> units;

    Quantity(String name, String example, List<Unit> units) {
        this.name = name;
        this.example = example;
        this.units = units;
    }

    /**
     * Reads a number and its unit; a zero needs none.
     *
     * @param text such as {@code 2GiB}
     * @return the value in this quantity's base unit, 0 or more
     * @throws IllegalArgumentException if it is not one; the message says what was expected and, on a line that starts
     *     with "Maybe", what may have been meant
     */
    public double parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(expected(text) + "\nMaybe " + example + ".");
        }
        BigDecimal number = new BigDecimal(form.group(1));
        if (number.signum() < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is below zero, which " + name + " cannot be.\nMaybe "
                    + text.strip().substring(1) + ".");
        }
        Unit unit = find(form.group(2));
        if (unit == null && number.signum() == 0 && form.group(2).isEmpty()) {
            return 0;
        }
        if (unit == null) {
            throw new IllegalArgumentException(
                    expected(text) + "\nMaybe " + form.group(1) + guess(form.group(2)) + ".");
        }
        double value = number.doubleValue() * unit.factor();
        if (value > GREATEST) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is more than any machine has.\nMaybe a smaller unit was meant, as in " + example + ".");
        }
        return value;
    }

    /**
     * Writes a value for people: the largest binary (sizes), decimal bit (rates) or plain unit that gives at least 1,
     * with three significant digits.
     *
     * @param value in the base unit
     */
    public String print(double value) {
        return switch (this) {
            case SIZE -> scaled(value < 1024 ? Math.round(value) : value, List.of("TiB", "GiB", "MiB", "KiB", "B"));
            case RATE -> scaled(value, List.of("Gbit/s", "Mbit/s", "kbit/s", "bit/s"));
            case WRITE_RATE -> scaled(value, List.of("pages/s"));
            case DURATION ->
                value >= 7200
                        ? scaled(value, List.of("h"))
                        : value >= 120 ? scaled(value, List.of("min")) : scaled(value, List.of("s", "ms"));
        };
    }

    /** A length of time as every report tells it: {@code 8.4 s}, {@code 12 min 05 s}, {@code 3 h 04 min}. */
    public static String clock(double seconds) {
        if (Math.round(seconds * 10) < 600) {
            // rounded as the page's script does it
            return String.format(Locale.ROOT, "%.1f s", Math.round(seconds * 10) / 10.0);
        }
        long whole = Math.round(seconds);
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
        }
        long minutes = Math.round(seconds / 60);
        return String.format(Locale.ROOT, "%,d h %02d min", minutes / 60, minutes % 60);
    }

    private String scaled(double value, List<String> names) {
        String last = names.get(names.size() - 1);
        String chosen = names.stream()
                .filter(each -> value >= factor(each) * NEARLY)
                .findFirst()
                .orElse(last);
        return number(value / factor(chosen)) + " " + chosen;
    }

    private double factor(String unitName) {
        Unit unit = find(unitName);
        return unit == null ? 1 : unit.factor();
    }

    /** Three significant digits, all digits before the point, no exponent. */
    static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(Math.min(decimals, 6), RoundingMode.HALF_UP);
        String plain = rounded.stripTrailingZeros().toPlainString();
        return Math.abs(value) >= 10_000 ? String.format(Locale.ROOT, "%,d", rounded.longValue()) : plain;
    }

    private @Nullable Unit find(String unitName) {
        return units.stream()
                .filter(unit -> unit.name().equals(unitName))
                .findFirst()
                .orElse(null);
    }

    private String guess(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        String habit = HABITS.get(lower);
        if (habit != null && find(habit) != null) {
            return habit;
        }
        return units.stream()
                .map(Unit::name)
                .filter(each -> each.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst()
                .orElse(example.replaceFirst("^[\\d.]+", ""));
    }

    private String expected(String text) {
        var names = new ArrayList<String>();
        units.forEach(unit -> names.add(unit.name()));
        return "\"" + text + "\" is not " + name + ": expected a number and one of " + String.join(", ", names)
                + ", such as " + example + ".";
    }

    private static Unit unit(String name, double factor) {
        return new Unit(name, factor);
    }
}
