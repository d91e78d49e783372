package dev.premotion.report.excel;

import dev.premotion.report.Result.Migration;
import java.util.List;
import java.util.stream.Stream;

/** One thing beside facts that the verdict of one migration stands on. */
record Reliance(Migration migration, String kind, RuleText text) {

    static Stream<Reliance> of(Migration migration) {
        return Stream.of(
                        of(migration, "waiver", migration.reliesOn().waivers()),
                        of(migration, "assumption", migration.reliesOn().assumptions()),
                        of(migration, "promised fix", migration.reliesOn().fixes()))
                .flatMap(rows -> rows);
    }

    private static Stream<Reliance> of(Migration migration, String kind, List<String> texts) {
        return texts.stream().map(text -> new Reliance(migration, kind, RuleText.of(text)));
    }

    static List<Column<Reliance>> columns() {
        return List.of(
                Column.name("VM", r -> r.migration().vm()),
                Column.count("Wave", r -> r.migration().wave()),
                Column.verdict("Verdict", r -> r.migration().verdict()),
                Column.name("Kind", Reliance::kind),
                Column.name("Rule and subject", r -> r.text().rule()),
                Column.prose("Because", r -> r.text().because()),
                Column.name("Migration id", r -> r.migration().id()));
    }
}
