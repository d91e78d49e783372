package dev.premotion.simulation;

import dev.premotion.reference.Csv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The constants of the convergence policies, from {@code rules/migration-constants.csv}, each with its source.
 *
 * <p>A row with a release holds from that release on; the one of the latest release that is not after the asked one
 * counts.
 */
public final class MigrationConstants {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final String[] COLUMNS = {"policy", "from_release", "name", "value", "unit", "source"};

    /**
     * One constant.
     *
     * @param policy {@code vmotion}, {@code qemu} or {@code xen}
     * @param fromRelease the first release it holds for, empty for all
     * @param name its name
     * @param value its value
     * @param unit the unit of the value
     * @param source where it was read
     */
    public record Constant(String policy, String fromRelease, String name, double value, String unit, String source) {}

    /** The tables do not change while the program runs, and plans ask for each VM. */
    private static final Map<String, MigrationConstants> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, Constant> byName = new LinkedHashMap<>();

    private MigrationConstants() {}

    /**
     * The constants of one policy at one release.
     *
     * @param policy {@code vmotion}, {@code qemu} or {@code xen}
     * @param release such as {@code 8.0U1}; empty for the newest known
     */
    public static MigrationConstants of(String policy, String release) {
        return KNOWN.computeIfAbsent(policy + ' ' + release, key -> make(policy, release));
    }

    private static MigrationConstants make(String policy, String release) {
        var constants = new MigrationConstants();
        for (Constant row : all()) {
            if (row.policy().equals(policy) && (release.isEmpty() || order(row.fromRelease()) <= order(release))) {
                constants.byName.merge(row.name(), row, MigrationConstants::later);
            }
        }
        return constants;
    }

    private static Constant later(Constant a, Constant b) {
        return order(b.fromRelease()) >= order(a.fromRelease()) ? b : a;
    }

    /** Major, minor and update level as one number: 7.0U2 is 70,002, and so is 7.0.2; 7.0 is 70,000. */
    private static int order(String release) {
        Matcher numbers = NUMBER.matcher(release);
        int order = 0;
        for (int part = 0; part < 3; part++) {
            order = order * 100 + (numbers.find() ? Integer.parseInt(numbers.group()) : 0);
        }
        return order;
    }

    /**
     * A constant's value in its own unit.
     *
     * @throws IllegalStateException if the table lacks it
     */
    public double value(String name) {
        Constant constant = byName.get(name);
        if (constant == null) {
            throw new IllegalStateException(
                    "rules/migration-constants.csv has no " + name + ".\nMaybe a row was renamed.");
        }
        return constant.value();
    }

    /** All rows, in the table's order. */
    public static List<Constant> all() {
        var all = new ArrayList<Constant>();
        for (var row : Csv.builtIn("migration-constants.csv", COLUMNS).rows()) {
            all.add(new Constant(
                    row.text("policy"),
                    Objects.requireNonNullElse(row.optional("from_release"), ""),
                    row.text("name"),
                    row.decimal("value"),
                    row.text("unit"),
                    row.text("source")));
        }
        return all;
    }
}
