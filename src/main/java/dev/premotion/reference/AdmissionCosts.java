package dev.premotion.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What migrations cost of the resources they share, and what a resource can give at a time; what is above it waits. Resources:
 * {@code host}, {@code vmotion-network-slow}, {@code vmotion-network-1g}, {@code vmotion-network-10g}, {@code datastore}, {@code vcenter}. Operations:
 * {@code vmotion}, {@code storage-vmotion}, {@code vmotion-with-storage}, {@code provisioning}.
 *
 * @param variant the source it follows: {@code documentation} or {@code article-2021}
 * @param units by resource and operation
 */
public record AdmissionCosts(String variant, Map<List<String>, Integer> units) {

    static final String[] COLUMNS = {"variant", "resource", "operation", "units", "source", "status"};

    private static final String BUDGET = "budget";

    public AdmissionCosts {
        units = Map.copyOf(units);
    }

    /** Units that the resource can give at a time; {@code null} where the source does not say. */
    public @Nullable Integer budget(String resource) {
        return units.get(List.of(resource, BUDGET));
    }

    /** Units that one such operation takes of each such resource it involves; {@code null} where the source does not say. */
    public @Nullable Integer cost(String resource, String operation) {
        return units.get(List.of(resource, operation));
    }

    static Map<String, AdmissionCosts> of(Csv table) {
        var units = new HashMap<String, Map<List<String>, Integer>>();
        for (var row : table.rows()) {
            row.sourced();
            var key = List.of(
                    row.oneOf(
                            "resource",
                            "host",
                            "vmotion-network-slow",
                            "vmotion-network-1g",
                            "vmotion-network-10g",
                            "datastore",
                            "vcenter"),
                    row.oneOf(
                            "operation", BUDGET, "vmotion", "storage-vmotion", "vmotion-with-storage", "provisioning"));
            var ofVariant = units.computeIfAbsent(row.text("variant"), v -> new HashMap<>());
            if (ofVariant.put(key, row.count("units")) != null) {
                throw row.bad("operation", "each operation once for a variant and resource", "a row is doubled.");
            }
        }
        var costs = new HashMap<String, AdmissionCosts>();
        units.forEach((variant, all) -> costs.put(variant, new AdmissionCosts(variant, all)));
        return costs;
    }
}
