package dev.premotion.plan;

import java.util.List;

/** Lists in sentences. */
final class Words {

    private static final int SHOWN = 5;

    private Words() {}

    /** {@code a, b or c}. */
    static String or(List<String> items) {
        return joined(items, " or ");
    }

    /** {@code a, b and c}. */
    static String and(List<String> items) {
        return joined(items, " and ");
    }

    /** The first few of a long list. */
    static String some(List<String> items) {
        return items.size() > SHOWN
                ? String.join(", ", items.subList(0, SHOWN)) + " and " + (items.size() - SHOWN) + " more"
                : and(items);
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String joined(List<String> items, String last) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + last + items.get(items.size() - 1);
    }
}
