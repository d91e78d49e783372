package dev.premotion.read.rvtools;

import dev.premotion.read.rvtools.Column.Use;
import java.util.List;

/** Which column of which sheet tells which property: for pages about what a workbook can say. */
public final class RvToolsColumns {

    private RvToolsColumns() {}

    /**
     * A column that tells something.
     *
     * @param sheet name of the sheet
     * @param header name of the column, the newest it has had
     * @param olderHeaders names it had before
     * @param kind kind of the things its rows are about, a constant of {@link dev.premotion.inventory.Kind}
     * @param properties properties of that kind that it tells or helps to tell; with a dot those of a part or neighbour
     */
    public record Source(
            String sheet, String header, List<String> olderHeaders, String kind, List<String> properties) {}

    /** All columns that tell something, in the order of RVTools; not those that only identify or count. */
    public static List<Source> all() {
        return Tables.ALL.stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.use() != Use.KEY && column.use() != Use.COUNT)
                        .filter(column -> !column.property().equals("ref"))
                        .map(column -> new Source(
                                table.sheet(),
                                column.header(),
                                column.headers().subList(1, column.headers().size()),
                                table.kind(),
                                column.properties().stream()
                                        .map(property -> path(table, property))
                                        .toList())))
                .toList();
    }

    private static String path(Table table, String property) {
        return table.within().isEmpty() ? property : table.within() + "." + property;
    }
}
