package dev.premotion.read;

import com.fasterxml.jackson.core.JsonToken;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Nearest;
import dev.premotion.inventory.Node;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.SourceFile;
import dev.premotion.inventory.Tokens;
import dev.premotion.inventory.VCenter;
import dev.premotion.read.Problems.Loss;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the native inventory, {@code premotion/inventory/1}: object by object, so that a large estate is never in memory
 * twice.
 */
public final class NativeReader {

    /** The format this reads. */
    public static final String FORMAT = "premotion/inventory/1";

    private static final List<String> TOP = List.of("format", "capturedAt", "vCenters", "links");

    private final Path path;
    private final Place top;
    private final Tokens tokens;
    private final Notes notes = new Notes();
    private final Origins origins = new Origins();
    private final Records records = new Records(new Values(false), notes, origins);
    private final Lists lists;
    private final List<VCenter> vCenters = new ArrayList<>();
    private @Nullable Listing<SiteLink> links;
    private @Nullable Instant capturedAt;
    private boolean formatSeen;

    private NativeReader(Path path, String name, Tokens tokens) {
        this.path = path;
        this.top = Place.start(name);
        this.tokens = tokens;
        this.lists = new Lists(tokens, records, notes);
    }

    /**
     * Reads one file.
     *
     * @param path the file
     * @param name as the user named it
     * @throws BadInput where it is no JSON, or another kind of JSON file
     */
    public static Reading read(Path path, String name) {
        try (var in = Digested.open(path, name);
                var tokens = Tokens.json(in, name)) {
            var reader = new NativeReader(path, name, tokens);
            reader.top();
            return reader.reading(in.sha256());
        }
    }

    private Reading reading(String sha256) {
        var whole = new ArrayList<VCenter>();
        for (var vCenter : vCenters) {
            var read = vCenter.capturedAt() == null && capturedAt != null
                    ? Draft.of(vCenter).set("capturedAt", capturedAt).build()
                    : vCenter;
            whole.add(new References(read, records.places()).checked(path, notes));
        }
        var newest =
                whole.stream().map(VCenter::capturedAt).filter(Objects::nonNull).max(Comparator.naturalOrder());
        var file = new SourceFile(top.file(), sha256, capturedAt != null ? capturedAt : newest.orElse(null));
        var known = links == null ? Listing.<SiteLink>partial(List.of()) : links;
        return new Reading(new Inventory(List.copyOf(whole), known), origins, notes.all(), List.of(file));
    }

    private void top() {
        var first = tokens.next();
        if (first != JsonToken.START_OBJECT) {
            throw top.bad(
                    (first == null ? "the file is empty" : "the text is no object") + ", expected {\"format\": \""
                            + FORMAT + "\", \"vCenters\": [...]}",
                    "another file was meant");
        }
        var seen = new HashSet<String>();
        while (tokens.next() != JsonToken.END_OBJECT) {
            var name = tokens.name();
            tokens.next();
            member(name, tokens.place(top, name), seen);
        }
        tokens.end();
        if (!formatSeen) {
            throw top.bad("it has no \"format\", expected \"format\": \"" + FORMAT + "\"", "another file was meant");
        }
        if (!seen.contains("vCenters") && !seen.contains("links")) {
            throw top.bad(
                    "it has no \"vCenters\", expected one object for each vCenter",
                    Nearest.to("vCenters", seen).stream()
                            .findFirst()
                            .map(name -> "they stand there as \"" + name + "\"")
                            .orElse("the capture stopped before it had one"));
        }
    }

    private void member(String name, Place place, Set<String> seen) {
        if (!seen.add(name)) {
            throw place.bad("\"" + name + "\" stands twice at the top", "two files were put into one");
        }
        switch (name) {
            case "format" -> format(tokens.tree(place));
            case "capturedAt" ->
                capturedAt =
                        (Instant) records.value(Instant.class, tokens.tree(place), naming(name), Owner.vCenter(""));
            case "vCenters" -> vCenters(place);
            case "links" -> links = lists.read(SiteLink.class, place, naming(name), Owner.vCenter(""));
            case "$schema" -> tokens.skip();
            default -> {
                notes.found(
                        place,
                        "Inventory." + name,
                        Loss.NAME,
                        "an inventory has no property \"" + name + "\"",
                        Nearest.maybe(name, TOP, "it belongs to an object further down"));
                tokens.skip();
            }
        }
    }

    private static Naming naming(String property) {
        return new Naming(Inventory.class, "inventory", property, null);
    }

    private void format(Node node) {
        if (!(node instanceof Node.Scalar scalar) || !scalar.text().equals(FORMAT)) {
            throw node.place()
                    .bad("the format is " + node.shown() + ", expected \"" + FORMAT + "\"", Formats.hint(node, FORMAT));
        }
        formatSeen = true;
    }

    private void vCenters(Place place) {
        if (tokens.current() != JsonToken.START_ARRAY) {
            throw place.bad(
                    "\"vCenters\" is no array, expected one object for each vCenter", "[ ] around it is missing");
        }
        for (int i = 0; tokens.next() != JsonToken.END_ARRAY; i++) {
            var at = tokens.place(place, Integer.toString(i));
            var read = new VCenterReader(path, tokens, records, lists).read(at);
            if (vCenters.stream().anyMatch(other -> other.ref().equals(read.ref()))) {
                throw at.bad(
                        "two vCenters have the instance UUID " + read.ref().id(),
                        "one of them was copied and not changed");
            }
            vCenters.add(read);
        }
    }
}
