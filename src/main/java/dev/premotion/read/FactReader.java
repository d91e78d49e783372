package dev.premotion.read;

import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.GivenFact;
import dev.premotion.inventory.GivenValue;
import dev.premotion.inventory.Glob;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Node;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.Whereabouts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a facts file. */
final class FactReader {

    private static final Set<String> ABOUT = Set.of("kind", "because", "by");

    private final Records records = new Records(new Values(true), FactReader::refuse, new Origins());

    private static void refuse(Place place, String what, Problems.Loss loss, String problem, String maybe) {
        throw place.bad(problem, maybe);
    }

    /** One entry; absent where it is a question without an answer. */
    @Nullable
    GivenFact read(Node node) {
        if (!(node instanceof Node.Fields entry)) {
            throw node.place()
                    .bad(
                            "the entry is " + node.shown()
                                    + ", expected one like { kind: host, name: \"esx-*\", vmotionAdapter: true,"
                                    + " because: \"checked\", by: jk }",
                            "braces or an indentation are missing");
        }
        once(entry);
        var kind = kind(entry);
        var about = new LinkedHashSet<>(ABOUT);
        about.addAll(kind.equals(Kind.LINK) ? List.of("between") : Whereabouts.words(kind));
        var values = new LinkedHashMap<String, GivenValue>();
        var thing = new Settable(kind);
        entry.members().forEach((name, value) -> {
            if (!about.contains(name)) {
                values(thing, name, value, values);
            }
        });
        if (values.isEmpty()) {
            return null;
        }
        return new GivenFact(
                kind,
                where(entry, kind),
                between(entry, kind),
                values,
                reason(entry, "because"),
                reason(entry, "by"),
                entry.place());
    }

    private static String kind(Node.Fields entry) {
        var node = entry.get("kind");
        var kind = node instanceof Node.Scalar scalar ? scalar.text() : "";
        if (Kind.type(kind) == null) {
            throw (node == null ? entry : node)
                    .place()
                    .bad(
                            (node == null ? "the entry has no \"kind\"" : "kind is " + node.shown())
                                    + ", expected one of " + String.join(", ", Kind.all()),
                            Nearest.maybe(kind, Kind.all(), "kind: host"));
        }
        return kind;
    }

    private void values(Settable thing, String name, Node value, Map<String, GivenValue> into) {
        var type = thing.type(name);
        if (type == null) {
            throw value.place().bad(thing.refusal(name), thing.hint(name));
        }
        if (unanswered(value)) {
            return;
        }
        if (value instanceof Node.Fields fields && type instanceof Class<?> record && Settable.open(record)) {
            once(fields);
            fields.members().forEach((part, below) -> values(thing, name + "." + part, below, into));
            return;
        }
        var owner = thing.owner(name);
        var property = name.substring(name.lastIndexOf('.') + 1);
        var naming =
                new Naming(owner, thing.kind(), property, Catalogue.bundled().of(owner, property));
        var read = records.value(type, value, naming, Owner.vCenter(""));
        if (read != null) {
            into.put(name, new GivenValue(read, value.place()));
        }
    }

    private static Map<String, Glob> where(Node.Fields entry, String kind) {
        var where = new LinkedHashMap<String, Glob>();
        for (var word : Whereabouts.words(kind)) {
            var node = entry.get(word);
            if (node != null && !unanswered(node)) {
                where.put(word, Glob.of(text(node, word, "a name, in which * stands for anything")));
            }
        }
        if (where.isEmpty() && !kind.equals(Kind.LINK)) {
            throw entry.place()
                    .bad(
                            "the entry does not say which " + kind + " it is about, expected name, "
                                    + String.join(
                                            " or ",
                                            Whereabouts.words(kind)
                                                    .subList(
                                                            1,
                                                            Whereabouts.words(kind)
                                                                    .size())),
                            "name: \"*\", if it is about all of them");
        }
        return where;
    }

    private static List<String> between(Node.Fields entry, String kind) {
        if (!kind.equals(Kind.LINK)) {
            return List.of();
        }
        var expected = "two names of vCenters or sites";
        var node = entry.get("between");
        var ends = node instanceof Node.Items items ? items.items() : List.<Node>of();
        var names = ends.stream()
                .map(end -> text(end, "between", expected))
                .distinct()
                .toList();
        if (ends.size() != 2 || names.size() != 2) {
            throw (node == null ? entry : node)
                    .place()
                    .bad(
                            "between is " + (node == null ? "not there" : node.shown()) + ", expected " + expected,
                            "between: [site-a, site-b]");
        }
        return names;
    }

    private static String reason(Node.Fields entry, String word) {
        var node = entry.get(word);
        if (node == null || unanswered(node)) {
            throw entry.place()
                    .bad(
                            "the entry has no \"" + word + "\", which every fact needs",
                            word.equals("because")
                                    ? "because: \"checked 2026-11-20\""
                                    : "by: and the initials of who says so");
        }
        return text(node, word, "a text");
    }

    private static String text(Node node, String word, String expected) {
        if (node instanceof Node.Scalar scalar && !unanswered(scalar)) {
            return scalar.text();
        }
        throw node.place().bad(word + " is " + node.shown() + ", expected " + expected, "quotes around it are missing");
    }

    /** Whether nothing was written, which YAML also reads as an empty text. */
    static boolean unanswered(Node node) {
        return node.isNull()
                || node instanceof Node.Scalar scalar && scalar.text().isBlank();
    }

    static void once(Node.Fields fields) {
        for (var again : fields.repeated()) {
            throw again.place()
                    .bad(
                            "\"" + again.place().step() + "\" stands twice in one entry",
                            "the dash before a new entry is missing");
        }
    }
}
