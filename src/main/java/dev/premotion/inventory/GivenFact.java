package dev.premotion.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a facts file: values for all things of a kind that its patterns match.
 *
 * @param kind one of the constants of {@link Kind}
 * @param where patterns by what they are held against: name, id, vcenter, datacenter, cluster or vm
 * @param between both ends of a link; empty for the other kinds
 * @param values by property, nested ones joined by dots
 * @param because why it holds
 * @param by who says so
 * @param place where it stands
 */
public record GivenFact(
        String kind,
        Map<String, Glob> where,
        List<String> between,
        Map<String, GivenValue> values,
        String because,
        String by,
        Place place) {

    public GivenFact {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        between = List.copyOf(between);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Whether the entry corrects what a snapshot says. One that names its thing does; a pattern over many things only fills
     * what is missing, since whoever answers a question for all has not looked at each.
     */
    boolean corrects() {
        return kind.equals(Kind.LINK) || exact(where.get("name")) || exact(where.get("id"));
    }

    private static boolean exact(@Nullable Glob pattern) {
        return pattern != null
                && !pattern.text().contains("*")
                && !pattern.text().contains("?");
    }

    /** The same entry with some of its values. */
    GivenFact with(Map<String, GivenValue> some) {
        return new GivenFact(kind, where, between, some, because, by, place);
    }
}
