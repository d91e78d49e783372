package dev.premotion.read;

import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Node;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.VCenter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Ref} of a thing from what the file calls it by. */
final class Identity {

    private Identity() {}

    /** The JSON property that an identity is made of. */
    static String property(Class<?> type) {
        if (type == VCenter.class) {
            return "instanceUuid";
        }
        if (type == SiteLink.class) {
            return "between";
        }
        return Draft.has(type, "ref") && Draft.has(type, "key") ? "key" : "id";
    }

    /** The identity; absent where the object has none that can be used. */
    static @Nullable Ref of(Class<?> type, Node.Fields fields, Owner owner) {
        var kind = Kind.of(type);
        var node = fields.get(property(type));
        if (kind == null || node == null) {
            return null;
        }
        if (type == SiteLink.class) {
            return link(node);
        }
        if (!(node instanceof Node.Scalar id) || id.text().isBlank()) {
            return null;
        }
        if (property(type).equals("key")) {
            var key = key(id.text());
            return owner.vm() == null || key == null ? null : owner.vm().device(kind, key);
        }
        if (id.type() != Node.Type.TEXT) {
            return null;
        }
        return type == VCenter.class ? Ref.vCenter(id.text()) : new Ref(kind, owner.vCenter(), id.text());
    }

    /** A device key; what is none is told where the property is read. */
    private static @Nullable Integer key(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Ref link(Node between) {
        var ends = between instanceof Node.Items items ? items.items() : List.<Node>of();
        var names = ends.stream()
                .flatMap(end -> end instanceof Node.Scalar scalar ? Stream.of(scalar.text()) : Stream.empty())
                .distinct()
                .toList();
        return ends.size() == 2 && names.size() == 2 ? Ref.link(names) : null;
    }

    /** Kind and name, for messages. */
    static String label(String word, Node.Fields fields) {
        var name = Stream.of("name", "label", "device", "id", "instanceUuid", "key", "datastore")
                .flatMap(property -> fields.get(property) instanceof Node.Scalar scalar && !scalar.isNull()
                        ? Stream.of(scalar.text())
                        : Stream.empty())
                .findFirst();
        return word + name.map(text -> " " + text).orElse("");
    }
}
