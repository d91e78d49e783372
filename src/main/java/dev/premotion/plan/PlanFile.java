package dev.premotion.plan;

import dev.premotion.inventory.BadInput;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.PlanDocument.Permits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plans ({@code premotion/plan/1}) and files of waivers ({@code premotion/waivers/1}), YAML or JSON (by the file's
 * ending {@code .json}). The JSON Schemas in {@code inventories/} describe both.
 */
public final class PlanFile {

    static final String PLAN = "premotion/plan/1";
    static final String WAIVERS = "premotion/waivers/1";

    private PlanFile() {}

    /**
     * Reads a plan.
     *
     * @param shown the file as the user named it, for messages
     * @throws BadInput telling all that is malformed; what the plan names is looked up later, by {@link Resolver}
     */
    public static PlanDocument read(Path file, String shown) {
        var mistakes = new Mistakes(shown);
        var fields = root(mistakes, file, PLAN, PlanKeys.PLAN);
        fields.require("migrations", "migrations: [ { vm: acct-web01, to: { host: esx-05a.site-b.example } } ]");
        var name = fields.text("name");
        var permits = new PermitReader(mistakes).read(fields);
        var entries = new EntryReader(fields.object("defaults", PlanKeys.DEFAULTS)).read(fields);
        if (fields.get("migrations") instanceof Node.Items items
                && items.items().isEmpty()) {
            fields.mistake("migrations", "The plan lists no migration.", "leave the plan away to get a survey.");
        }
        mistakes.throwIfAny(); // an entry that cannot be read has no id for others to name
        OrderCheck.check(entries, mistakes);
        mistakes.throwIfAny();
        return document(shown, name, entries, permits);
    }

    /**
     * Reads waivers, assumptions and promised fixes from a file of their own.
     *
     * @throws BadInput telling all that is malformed
     */
    public static Permits readPermits(Path file, String shown) {
        var mistakes = new Mistakes(shown);
        var permits = new PermitReader(mistakes).read(root(mistakes, file, WAIVERS, PlanKeys.WAIVERS));
        mistakes.throwIfAny();
        return permits;
    }

    private static PlanDocument document(String shown, @Nullable String name, List<Entry> entries, Permits permits) {
        return new PlanDocument(
                shown,
                name == null ? stem(shown) : name,
                entries,
                permits.waivers(),
                permits.assumptions(),
                permits.fixes());
    }

    /** The mapping of the file; without it or with another format there is nothing more to say about the file. */
    static Fields root(Mistakes mistakes, Path file, String format, List<String> keys) {
        var node = NodeReader.read(file, mistakes.file());
        if (node instanceof Node.Entries entries) {
            format(mistakes, entries, format);
        }
        var fields = Fields.of(mistakes, "", node, keys);
        if (fields == null) {
            mistakes.throwIfAny();
            throw new IllegalStateException("a document without keys that is no mistake");
        }
        return fields;
    }

    private static void format(Mistakes mistakes, Node.Entries root, String expected) {
        var given = root.values().get("format");
        if (given instanceof Node.Scalar scalar && scalar.text().equals(expected)) {
            return;
        }
        if (given == null) {
            mistakes.add(
                    "",
                    root.line(),
                    "The key \"format\" is missing; expected " + expected + ".",
                    "add the line \"format: " + expected + "\".");
        } else {
            var other = given.kind().startsWith("\"premotion/");
            mistakes.add(
                    "/format",
                    given.line(),
                    "The format is " + given.kind() + "; expected " + expected + ".",
                    other ? "this is another file than you meant." : "write \"format: " + expected + "\".");
        }
        mistakes.throwIfAny();
    }

    private static String stem(String shown) {
        var name = shown.substring(Math.max(shown.lastIndexOf('/'), shown.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
