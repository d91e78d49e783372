package dev.premotion.read.vsphere;

import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing of a dump was read: file, managed object and the property path that the catalogue names for the property.
 *
 * @param file file of the object
 * @param object type and id of the object
 * @param thing the thing as it was read, so that nothing is said to be read that is not there
 */
record ManagedOrigin(String file, String object, Record thing) implements Origin {

    @Override
    public @Nullable String of(String property) {
        int dot = property.indexOf('.');
        var first = dot < 0 ? property : property.substring(0, dot);
        if (!Draft.has(thing.getClass(), first) || Draft.value(thing, first) == null) {
            return null;
        }
        var rules = Catalogue.bundled().of(thing.getClass(), first);
        var type = object.substring(0, object.indexOf(' '));
        return file + " " + object
                + (rules == null
                        ? ""
                        : rules.vsphere().stream()
                                .filter(path -> path.startsWith(type + " "))
                                .map(path -> path.substring(type.length()))
                                .findFirst()
                                .orElse(""));
    }
}
