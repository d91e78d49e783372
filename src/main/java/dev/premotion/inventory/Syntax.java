package dev.premotion.inventory;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.CharConversionException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a text that is no JSON or YAML. */
final class Syntax {

    private Syntax() {}

    static BadInput bad(String file, @Nullable JsonParser parser, IOException e) {
        var kind = parser instanceof YAMLParser ? "YAML" : "JSON";
        if (e instanceof StreamConstraintsException) {
            return place(file, parser, e)
                    .bad(
                            "a text, a number or the nesting is far larger than any inventory has: " + firstLine(e),
                            "this is another kind of file");
        }
        if (e instanceof JsonEOFException) {
            return place(file, parser, e)
                    .bad(
                            "the text ends in the middle of " + kind,
                            "the file was cut off when it was written or copied");
        }
        if (e instanceof JsonProcessingException) {
            return place(file, parser, e).bad("this is no " + kind + ": " + firstLine(e), hint(firstLine(e)));
        }
        if (e instanceof CharConversionException) {
            return new BadInput(file, "", "the text has bytes that are no characters", "it should be saved as UTF-8");
        }
        return new BadInput(
                file, "", "it cannot be read: " + e.getMessage(), "its permissions or its disk are at fault");
    }

    private static Place place(String file, @Nullable JsonParser parser, IOException e) {
        var location = e instanceof JsonProcessingException j ? j.getLocation() : null;
        if (location == null && parser != null) {
            location = parser.currentLocation();
        }
        return at(file, location);
    }

    private static Place at(String file, @Nullable JsonLocation at) {
        return new Place(
                file,
                null,
                "",
                at == null ? 1 : Math.max(1, at.getLineNr()),
                at == null ? 1 : Math.max(1, at.getColumnNr()));
    }

    private static String firstLine(IOException e) {
        var message = e instanceof JsonProcessingException j ? j.getOriginalMessage() : e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static String hint(String message) {
        if (message.contains("'P' (code 80)") || message.contains("Unrecognized token 'PK")) {
            return "it is a workbook or an archive: name an RVTools export .xlsx";
        }
        if (message.contains("double-quote to start")) {
            return "there is a comma too many before it, or the name has no double quotes";
        }
        if (message.contains("Unexpected character ('}'") || message.contains("Unexpected character (']'")) {
            return "there is a comma too many before it, or a value is missing";
        }
        if (message.contains("was expecting comma")) {
            return "a comma is missing before it";
        }
        if (message.contains("was expecting a colon")) {
            return "a colon is missing before it";
        }
        if (message.contains("('/' (code 47))") || message.contains("('#' (code 35))")) {
            return "it is a comment, which JSON does not have";
        }
        if (message.contains("found character '\\t") || message.contains("TAB")) {
            return "the line is indented with a tab; YAML wants spaces";
        }
        return "a quote, comma or bracket is missing just before it";
    }
}
