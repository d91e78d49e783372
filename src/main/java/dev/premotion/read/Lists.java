package dev.premotion.read;

import com.fasterxml.jackson.core.JsonToken;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Node;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.Tokens;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads long lists, one object in memory at a time. */
final class Lists {

    private final Tokens tokens;
    private final Records records;
    private final Problems problems;

    Lists(Tokens tokens, Records records, Problems problems) {
        this.tokens = tokens;
        this.records = records;
        this.problems = problems;
    }

    /** The list that begins here; absent where there is none. */
    <R extends Record> @Nullable Listing<R> read(Class<R> type, Place place, Naming naming, Owner owner) {
        if (tokens.current() == JsonToken.START_ARRAY) {
            return items(type, place, owner).listing();
        }
        if (tokens.current() == JsonToken.START_OBJECT) {
            return stated(type, place, naming, owner);
        }
        var node = tokens.tree(place);
        if (!node.isNull()) {
            records.noList(node, naming);
        }
        return null;
    }

    /** A list that says whether it is complete. */
    private <R extends Record> @Nullable Listing<R> stated(Class<R> type, Place place, Naming naming, Owner owner) {
        Gathered<R> gathered = null;
        Node complete = null;
        while (tokens.next() != JsonToken.END_OBJECT) {
            var name = tokens.name();
            var token = tokens.next();
            var at = tokens.place(place, name);
            if (name.equals("items") && token == JsonToken.START_ARRAY && gathered == null) {
                gathered = items(type, at, owner);
            } else if (name.equals("complete") && complete == null) {
                complete = tokens.tree(at);
            } else {
                records.unknown(Listing.class, naming, name, at);
                tokens.skip();
            }
        }
        if (gathered == null) {
            records.noList(new Node.Fields(place, Map.of(), List.of()), naming);
            return null;
        }
        if (!records.complete(complete, naming, place)) {
            gathered.partial();
        }
        return gathered.listing();
    }

    private <R extends Record> Gathered<R> items(Class<R> type, Place place, Owner owner) {
        var gathered = new Gathered<R>(problems);
        for (int i = 0; tokens.next() != JsonToken.END_ARRAY; i++) {
            var at = tokens.place(place, Integer.toString(i));
            gathered.add(records.read(type, tokens.tree(at), owner), at);
        }
        return gathered;
    }
}
