package dev.premotion.read.rvtools;

import dev.premotion.read.rvtools.Column.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is read of one sheet. Columns are told apart by name, never by place; they stand here in RVTools' order.
 *
 * @param sheet name of the sheet
 * @param otherNames older names of it
 * @param kind kind of the things its rows are about or belong to
 * @param within property of these things that its rows are entries of; empty where they are the things themselves
 * @param columns columns, at most 64
 * @param positions position of each column by its (newest) header
 */
record Table(
        String sheet,
        List<String> otherNames,
        String kind,
        String within,
        List<Column> columns,
        Map<String, Integer> positions) {

    static Builder of(String sheet, String kind, String... otherNames) {
        return new Builder(sheet, kind, List.of(otherNames));
    }

    boolean isCalled(String name) {
        var plain = name.strip().replaceFirst("(?i)^(rvtools_)?tab", "");
        return sheet.equalsIgnoreCase(plain) || otherNames.stream().anyMatch(plain::equalsIgnoreCase);
    }

    int position(String header) {
        Integer position = positions.get(header);
        if (position == null) {
            throw new IllegalArgumentException(sheet + " has no column " + header + " that is read");
        }
        return position;
    }

    /** A header as it is compared: without case, surplus blanks, and the old words for binary units. */
    static String plain(String header) {
        return header.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll("\\bmb\\b", "mib")
                .replaceAll("\\bkb\\b", "kib");
    }

    /** Lists the columns of a table. */
    static final class Builder {

        private final String sheet;
        private final String kind;
        private final List<String> otherNames;
        private final List<Column> columns = new ArrayList<>();
        private String within = "";
        private boolean last;

        private Builder(String sheet, String kind, List<String> otherNames) {
            this.sheet = sheet;
            this.kind = kind;
            this.otherNames = otherNames;
        }

        /** The rows are not things with an identity, but entries of a listing of one. */
        Builder within(String property) {
            within = property;
            return this;
        }

        /** A column without which the sheet, and a row without which, is of no use. */
        Builder key(String property, Form form, String... headers) {
            return add(Use.KEY, property, form, true, headers);
        }

        /** Part of the identity, where it is there. */
        Builder id(String property, Form form, String... headers) {
            return add(Use.KEY, property, form, false, headers);
        }

        Builder fact(String property, Form form, String... headers) {
            return add(Use.FACT, property, form, false, headers);
        }

        Builder again(String property, Form form, String... headers) {
            return add(Use.AGAIN, property, form, false, headers);
        }

        /** Several properties are separated by blanks. */
        Builder part(String properties, Form form, String... headers) {
            return add(Use.PART, properties, form, false, headers);
        }

        Builder count(String property, Form form, String... headers) {
            return add(Use.COUNT, property, form, false, headers);
        }

        /** What an empty cell of the column before this means, in a row whose column {@code filled} is not empty. */
        Builder whenEmpty(Object value, String filled) {
            int before = columns.size() - 1;
            columns.set(before, columns.get(before).meaningWhenEmpty(value, filled));
            return this;
        }

        /** Here RVTools puts the custom attributes, which an administrator may call anything. */
        Builder customAttributes() {
            last = true;
            return this;
        }

        Builder vm() {
            return customAttributes().id("ref", Form.TEXT, "VM ID").server();
        }

        Builder server() {
            return customAttributes()
                    .id("vCenter.name", Form.TEXT, "VI SDK Server")
                    .id("vCenter.ref", Form.LOWER, "VI SDK UUID", "vCenter UUID");
        }

        private Builder add(Use use, String properties, Form form, boolean needed, String... headers) {
            columns.add(
                    new Column(use, List.of(properties.split(" ")), form, List.of(headers), last, needed, null, null));
            return this;
        }

        Table build() {
            var positions = new LinkedHashMap<String, Integer>();
            for (int i = 0; i < columns.size(); i++) {
                positions.put(columns.get(i).header(), i);
            }
            if (columns.size() > Long.SIZE || positions.size() < columns.size()) {
                throw new IllegalStateException(sheet + " has too many columns, or two of the same name");
            }
            return new Table(sheet, otherNames, kind, within, List.copyOf(columns), positions);
        }
    }
}
