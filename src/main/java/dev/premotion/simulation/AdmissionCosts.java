package dev.premotion.simulation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What vCenter charges for an operation and how much a host, an adapter and a datastore can be charged at once
 * ({@code rules/concurrency-costs.csv}); what does not fit waits, it is not refused.
 */
public final class AdmissionCosts {
    private static final String RESOURCE = "concurrency-costs.csv";
    /** Above every cost that could add up. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final String table;
    private final Map<String, Integer> points = new LinkedHashMap<>();

    private AdmissionCosts(String table) {
        this.table = table;
    }

    /** The table of VMware's documentation: host 8, vMotion 1, Storage vMotion 4. */
    public static AdmissionCosts documented() {
        return named("documented");
    }

    /**
     * A table by its name.
     *
     * @param table {@code documented} or {@code performance-2021}
     */
    public static AdmissionCosts named(String table) {
        var costs = new AdmissionCosts(table);
        for (String[] cells : MigrationConstants.rows(RESOURCE, 5)) {
            if (cells[0].equals(table)) {
                costs.points.put(cells[1] + " " + cells[2], Integer.parseInt(cells[3]));
            }
        }
        if (costs.points.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no table of admission costs named \"" + table + "\".\nMaybe documented.");
        }
        return costs;
    }

    /** No admission: everything starts at once. */
    public static AdmissionCosts none() {
        return new AdmissionCosts("none");
    }

    /** The table's name. */
    public String table() {
        return table;
    }

    int hostBudget() {
        return points.getOrDefault("budget host", UNLIMITED);
    }

    int datastoreBudget() {
        return points.getOrDefault("budget datastore", UNLIMITED);
    }

    /** By detected link speed: below 1 GbE, 1 GbE, 10 GbE and more. */
    int adapterBudget(double bitsPerSecond) {
        String speed = bitsPerSecond >= 10e9 ? "nic-10gbe" : bitsPerSecond >= 1e9 ? "nic-1gbe" : "nic-slow";
        return points.getOrDefault("budget " + speed, UNLIMITED);
    }

    /** What an operation costs a {@code host}, a {@code nic} or a {@code datastore}. */
    int cost(Job.Operation operation, String resource) {
        String name = operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return points.getOrDefault(name + " " + resource, 0);
    }
}
