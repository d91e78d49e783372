package dev.premotion.report.excel;

import dev.premotion.report.Result.Consequence;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One consequence and the VMs that it comes to: most plans have a few, and thousands of VMs for each. */
record ConsequenceRow(Consequence consequence, List<String> vms) {

    private static final int MOST_NAMES = 12;

    static List<ConsequenceRow> of(List<Migration> migrations) {
        Map<Consequence, List<String>> vms = new LinkedHashMap<>();
        for (Migration migration : migrations) {
            for (Consequence consequence : migration.consequences()) {
                vms.computeIfAbsent(consequence, key -> new ArrayList<>()).add(migration.vm());
            }
        }
        return vms.entrySet().stream()
                .map(entry -> new ConsequenceRow(entry.getKey(), entry.getValue()))
                .toList();
    }

    static List<Column<ConsequenceRow>> columns() {
        return List.of(
                Column.prose("What changes", row -> row.consequence().what()),
                Column.prose("Because", row -> row.consequence().because()),
                Column.count("Migrations", row -> row.vms().size()),
                Column.prose("VMs", ConsequenceRow::names));
    }

    private String names() {
        String first = String.join(", ", vms.subList(0, Math.min(MOST_NAMES, vms.size())));
        return vms.size() <= MOST_NAMES ? first : first + " and " + Words.number(vms.size() - MOST_NAMES) + " more";
    }
}
