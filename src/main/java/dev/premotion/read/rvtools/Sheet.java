package dev.premotion.read.rvtools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sheet found in a workbook, with its columns located. */
final class Sheet {

    final Table table;
    final SheetSource source;
    final int headerRow;

    /** Rows that hold something, without the header; -1 before it was read. */
    int rows = -1;

    /** Whether rows are missing: it broke off, or some row does not tell what it is about. */
    boolean broken;

    /** Whether it broke off. */
    boolean unreadable;

    /** Rows whose VM is known. */
    int attributed;

    /** Names of the VMs of rows that could not be told apart. */
    final Set<String> unattributed = new HashSet<>();

    /** Headers that look like names of a database's columns but are not known. */
    final List<String> unknown;

    private final int[] at;

    private Sheet(Table table, SheetSource source, int headerRow, int[] at, List<String> unknown) {
        this.table = table;
        this.source = source;
        this.headerRow = headerRow;
        this.at = at;
        this.unknown = unknown;
    }

    /** Locates the columns of a table by the headers in a row. */
    static Sheet of(Table table, SheetSource source, SheetRow header, int headerRow) {
        var found = headers(table, header);
        var at = new int[table.columns().size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = locate(table.columns().get(i), found);
        }
        return new Sheet(table, source, headerRow, at, DbColumnNames.unknown(table.sheet(), header));
    }

    /** Places of headers; the names that columns have in a database count as the headers they stand for. */
    private static Map<String, List<Integer>> headers(Table table, SheetRow header) {
        var found = new HashMap<String, List<Integer>>();
        for (int i = 0; i < header.count(); i++) {
            if (!header.text(i).isEmpty()) {
                var name = DbColumnNames.header(table.sheet(), header.text(i));
                found.computeIfAbsent(Table.plain(name), key -> new ArrayList<>(1))
                        .add(i);
            }
        }
        return found;
    }

    private static int locate(Column column, Map<String, List<Integer>> found) {
        for (var header : column.headers()) {
            var places = found.get(Table.plain(header));
            if (places != null) {
                return column.last() ? places.get(places.size() - 1) : places.get(0);
            }
        }
        return -1;
    }

    /** The columns that are read. */
    SheetSource.Columns columns() {
        var columns = new BitSet();
        for (int place : at) {
            if (place >= 0) {
                columns.set(place);
            }
        }
        return new SheetSource.Columns(columns);
    }

    boolean has(String header) {
        return at[table.position(header)] >= 0;
    }

    int index(int position) {
        return at[position];
    }

    /** Headers of the columns that are read but not there. */
    List<String> missing(boolean neededOnly) {
        return table.columns().stream()
                .filter(column -> !has(column.header()) && (column.needed() || !neededOnly))
                .map(Column::header)
                .toList();
    }

    String name() {
        return source.name();
    }

    /** A cell, such as {@code vHost!AF7}. */
    String place(int position, int row) {
        return name() + "!" + letters(Math.max(0, at[position])) + row;
    }

    String place(String header, int row) {
        return place(table.position(header), row);
    }

    /** A whole column, such as {@code vHost!AF:AF}. */
    String column(String header) {
        var letters = letters(Math.max(0, at[table.position(header)]));
        return name() + "!" + letters + ":" + letters;
    }

    static String letters(int column) {
        var letters = new StringBuilder(3);
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return name() + Arrays.toString(at);
    }
}
