package dev.premotion.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
}
