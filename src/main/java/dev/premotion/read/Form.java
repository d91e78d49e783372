package dev.premotion.read;

import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Property;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record looks like in a file, worked out once for each type.
 *
 * @param type the record
 * @param word what it is called in messages
 * @param identity the member that its {@code ref} is made of; absent where it has no identity of its own
 * @param fields its properties by name
 * @param needed names of what it cannot be without
 */
record Form(Class<?> type, String word, @Nullable String identity, Map<String, Field> fields, List<String> needed) {

    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return make(type);
        }
    };

    /**
     * A property.
     *
     * @param type its type
     * @param rules what the catalogue says of it; absent where it is not in there
     */
    record Field(Type type, @Nullable Property rules) {}

    static Form of(Class<?> type) {
        return FORMS.get(type);
    }

    private static Form make(Class<?> type) {
        var fields = new LinkedHashMap<String, Field>();
        var needed = new ArrayList<String>();
        for (var property : Draft.properties(type)) {
            var name = property.getName();
            if (!name.equals("ref")) {
                fields.put(
                        name,
                        new Field(property.getGenericType(), Catalogue.bundled().of(type, name)));
            }
            if (Draft.needed(property)) {
                needed.add(name);
            }
        }
        var kind = Kind.of(type);
        var name = type.getSimpleName();
        var word = kind != null ? kind : Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return new Form(type, word, Draft.has(type, "ref") ? Identity.property(type) : null, fields, needed);
    }
}
