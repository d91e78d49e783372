package dev.premotion.read;

import com.fasterxml.jackson.core.JsonToken;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Lines;
import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Node;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.Tokens;
import dev.premotion.inventory.VCenter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one vCenter: its small properties as one tree, its long lists object by object. */
final class VCenterReader {

    private static final Map<String, Class<? extends Record>> LISTS = lists();

    private final Path path;
    private final Tokens tokens;
    private final Records records;
    private final Lists lists;
    private final Map<String, Node> small = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Node> repeated = new ArrayList<>();
    private final Map<String, @Nullable Listing<?>> read = new LinkedHashMap<>();
    private @Nullable String uuid;

    VCenterReader(Path path, Tokens tokens, Records records, Lists lists) {
        this.path = path;
        this.tokens = tokens;
        this.records = records;
        this.lists = lists;
    }

    /** The vCenter that begins here. Without an identity nothing in it could be named: that is an error. */
    VCenter read(Place place) {
        if (tokens.current() != JsonToken.START_OBJECT) {
            throw place.bad("the vCenter is no object", "a bracket is missing or too many");
        }
        while (tokens.next() != JsonToken.END_OBJECT) {
            var name = tokens.name();
            tokens.next();
            member(name, place);
        }
        return whole(place);
    }

    private void member(String name, Place place) {
        var at = tokens.place(place, name);
        var item = LISTS.get(name);
        if (item == null && !Draft.has(VCenter.class, name) && !name.equals("instanceUuid")) {
            records.unknown(VCenter.class, "vcenter", name, at);
            unknown.add(name);
            tokens.skip();
        } else if (item == null) {
            var node = tokens.tree(at);
            if (small.putIfAbsent(name, node) != null) {
                repeated.add(node);
            }
        } else if (read.containsKey(name)) {
            repeated.add(new Node.Scalar(at, Node.Type.NULL, ""));
            tokens.skip();
        } else {
            var naming = new Naming(VCenter.class, "vcenter", name, null);
            read.put(name, lists.read(item, at, naming, Owner.vCenter(uuid(place))));
        }
    }

    private VCenter whole(Place place) {
        var vCenter = records.read(VCenter.class, new Node.Fields(place, small, repeated), Owner.vCenter(""));
        if (vCenter == null) {
            throw place.bad(
                    "the vCenter has no usable instanceUuid, which everything in it is named by",
                    Nearest.to("instanceUuid", unknown).stream()
                            .findFirst()
                            .map(name -> "it stands there as \"" + name + "\"")
                            .orElse("About > instanceUuid in vCenter's managed object browser has it"));
        }
        var draft = Draft.of(vCenter);
        var twice = repeated.stream().map(node -> node.place().step()).toList();
        read.forEach((name, list) -> draft.set(name, twice.contains(name) ? null : list));
        return draft.build();
    }

    /** The instance UUID, part of the identity of everything below; looked for ahead where it stands behind. */
    private String uuid(Place place) {
        if (uuid == null) {
            var node = small.get("instanceUuid");
            var found = node != null ? node : Lines.find(path, place.file(), place.pointer() + "/instanceUuid");
            uuid = found instanceof Node.Scalar scalar ? scalar.text() : "";
        }
        return uuid;
    }

    /** The lists of things that have an identity of their own. */
    private static Map<String, Class<? extends Record>> lists() {
        var lists = new LinkedHashMap<String, Class<? extends Record>>();
        Stream.of(VCenter.class.getRecordComponents())
                .filter(component -> component.getType() == Listing.class)
                .forEach(component -> {
                    var item = Draft.item(component.getGenericType());
                    if (Kind.of(item) != null) {
                        lists.put(component.getName(), item.asSubclass(Record.class));
                    }
                });
        return lists;
    }
}
