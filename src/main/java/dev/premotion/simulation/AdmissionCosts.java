package dev.premotion.simulation;

import dev.premotion.reference.Tables;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What vCenter charges for an operation and how much a host, an adapter, a datastore and vCenter itself can be charged at
 * once ({@code rules/admission-costs.csv}); what does not fit waits, it is not refused. Two sources differ, so there are
 * two of them; where the article is silent, the documentation counts.
 */
public final class AdmissionCosts {
    /** The tables of the product documentation. */
    public static final String DOCUMENTATION = "documentation";
    /** A performance article of 2021, for 6.x and 7.x. */
    public static final String ARTICLE = "article-2021";
    /** Above every cost that could add up. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final String name;
    private final dev.premotion.reference.AdmissionCosts[] tables;

    /** Whether each host takes one operation at a time, whatever it costs. */
    private final boolean single;

    private AdmissionCosts(String name, boolean single, dev.premotion.reference.AdmissionCosts... tables) {
        this.name = name;
        this.single = single;
        this.tables = tables;
    }

    /** The costs of VMware's documentation, from the built-in tables: host 8, vMotion 1, Storage vMotion 4. */
    public static AdmissionCosts documented() {
        return named(Tables.load(), DOCUMENTATION);
    }

    /**
     * The costs that one source gives.
     *
     * @param name {@link #DOCUMENTATION} or {@link #ARTICLE}
     */
    public static AdmissionCosts named(Tables all, String name) {
        var first = all.admissionCosts(name);
        if (first == null) {
            throw new IllegalArgumentException(
                    "There is no table of admission costs named \"" + name + "\".\nMaybe " + DOCUMENTATION + ".");
        }
        return new AdmissionCosts(name, false, first, Objects.requireNonNull(all.admissionCosts(DOCUMENTATION)));
    }

    /** No admission: everything starts at once. */
    public static AdmissionCosts none() {
        return new AdmissionCosts("none", false);
    }

    /** One operation at a time on each host, whatever vCenter would admit. */
    static AdmissionCosts oneAtATime() {
        return new AdmissionCosts("one at a time", true);
    }

    /** The source's name. */
    public String name() {
        return name;
    }

    int hostBudget() {
        return single ? 1 : budget("host");
    }

    int datastoreBudget() {
        return budget("datastore");
    }

    int vCenterBudget() {
        return budget("vcenter");
    }

    /** By detected link speed: below 1 GbE, 1 GbE, 10 GbE and more. */
    int adapterBudget(double bitsPerSecond) {
        return budget(
                bitsPerSecond >= 10e9
                        ? "vmotion-network-10g"
                        : bitsPerSecond >= 1e9 ? "vmotion-network-1g" : "vmotion-network-slow");
    }

    private int budget(String resource) {
        Integer units = units(table -> table.budget(resource));
        return units == null ? UNLIMITED : units;
    }

    /** What an operation costs a {@code host}, a {@code vmotion-network} or a {@code datastore}; 0 where no source says. */
    int cost(Job.Operation operation, String resource) {
        if (single) {
            return resource.equals("host") ? 1 : 0;
        }
        String column = resource.equals("vmotion-network") ? "vmotion-network-1g" : resource;
        Integer units = units(table ->
                table.cost(column, operation.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return units == null ? 0 : units;
    }

    private @Nullable Integer units(Function<dev.premotion.reference.AdmissionCosts, @Nullable Integer> read) {
        return Arrays.stream(tables)
                .map(read)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
