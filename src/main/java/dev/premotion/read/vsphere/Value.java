package dev.premotion.read.vsphere;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a data object of the vSphere API.
 *
 * @param name name of the element
 * @param type type it declares itself, without prefix; empty where it declares none
 * @param kind for a reference the type of the object it leads to; empty for others
 * @param text what it holds as text; empty where it holds parts
 * @param parts elements inside, in order
 */
record Value(String name, String type, String kind, String text, List<Value> parts) {

    private static final String ARRAY = "ArrayOf";

    /** The first part at a path; absent where there is none. An empty path is the value itself. */
    @Nullable
    Value find(String path) {
        if (path.isEmpty()) {
            return this;
        }
        int dot = path.indexOf('.');
        var step = dot < 0 ? path : path.substring(0, dot);
        for (var part : parts) {
            if (part.name.equals(step)) {
                return part.find(dot < 0 ? "" : path.substring(dot + 1));
            }
        }
        return null;
    }

    /** All parts of the last name at a path, or the items of an array that stands there. */
    List<Value> all(String path) {
        int dot = path.lastIndexOf('.');
        var around = find(dot < 0 ? "" : path.substring(0, dot));
        var name = path.substring(dot + 1);
        var all = new ArrayList<Value>();
        for (var part : around == null ? List.<Value>of() : around.parts) {
            if (part.name.equals(name)) {
                all.addAll(part.items());
            }
        }
        return all;
    }

    /** The items of an array, or the value alone. */
    List<Value> items() {
        return type.startsWith(ARRAY) ? parts : List.of(this);
    }
}
