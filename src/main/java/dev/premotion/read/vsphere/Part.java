package dev.premotion.read.vsphere;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a managed object, such as one of its devices.
 *
 * @param of what it is a part of
 * @param at path in there
 * @param value what it holds
 */
record Part(Held of, String at, Value value) implements Held {

    /** The type it declares itself; empty where it declares none. */
    String type() {
        return value.type();
    }

    @Override
    public @Nullable Value find(String path) {
        return value.find(path);
    }

    @Override
    public List<Value> all(String path) {
        return value.all(path);
    }

    @Override
    public void odd(String path, String text, String expected) {
        of.odd(at + "." + path, text, expected);
    }
}
