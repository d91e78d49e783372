package dev.premotion.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one property.
 *
 * @param name as in the record and in JSON
 * @param description what it is, its unit and what it decides
 * @param values the only texts it can have; empty where any text will do
 * @param pattern regular expression that a text has to match; absent where any will do
 * @param examples examples, best first
 * @param minimum least number; absent where there is none
 * @param maximum greatest number; absent where there is none
 * @param refersTo kinds of things whose id it holds; empty where it holds no id
 * @param rvtools where an RVTools export has it, as {@code sheet.column}; empty where it does not
 * @param vsphere where the vSphere API has it, as type and property path; empty where it does not
 */
public record Property(
        String name,
        String description,
        List<String> values,
        @Nullable String pattern,
        List<String> examples,
        @Nullable Double minimum,
        @Nullable Double maximum,
        List<String> refersTo,
        List<String> rvtools,
        List<String> vsphere) {

    public Property {
        values = List.copyOf(values);
        examples = List.copyOf(examples);
        refersTo = List.copyOf(refersTo);
        rvtools = List.copyOf(rvtools);
        vsphere = List.copyOf(vsphere);
    }
}
