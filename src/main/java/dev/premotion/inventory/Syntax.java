package dev.premotion.inventory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what is wrong with a text that is no JSON or YAML, in words for its author. */
final class Syntax {

    private static final String LARGE = "this is another kind of file";

    /** What the parsers say of a text that is well formed and holds more than is read; {@code $1} is what they quote. */
    private static final List<Known> TOO_LARGE = List.of(
            known(
                    "nesting depth \\((\\d+)\\)",
                    "brackets stand $1 deep in each other, far deeper than anywhere here",
                    LARGE),
            known(
                    "Number.* length \\((\\d+)\\)",
                    "a number has $1 digits or more, far more than any that is read here",
                    "a key got stuck, or it is a text and needs double quotes around it"),
            known("(?:String|Name).* length \\((\\d+)\\)", "one value or name has $1 characters or more", LARGE),
            known(
                    "incoming YAML document exceeds the limit",
                    "the text is far larger than any file of this kind",
                    LARGE));

    /** What they say is wrong with a text, the more special messages first. */
    private static final List<Known> KNOWN = List.of(
            known(
                    "Unexpected close marker ('.'): expected ('.')",
                    "$1 stands where another bracket was expected",
                    "a bracket is missing before it"),
            known(
                    "Unrecognized token 'PK|\\('P' \\(code 80\\)\\)",
                    "it is no text",
                    "it is a workbook or an archive: an RVTools export is named .xlsx"),
            known("('.*') \\(code \\d+\\)\\): maybe a", "$1 begins a comment, which JSON does not have", "it can go"),
            known(
                    "(?s)('.*') \\(code \\d+\\)\\): was expecting double-quote to start",
                    "$1 stands where a name in double quotes was expected",
                    "there is a comma too many before it, or the quotes are missing"),
            known(
                    "('.*') \\(code \\d+\\)\\): was expecting comma",
                    "$1 stands where a comma was expected",
                    "a comma is missing before it"),
            known(
                    "('.*') \\(code \\d+\\)\\): was expecting a colon",
                    "$1 stands where a colon was expected",
                    "a colon is missing before it"),
            known("('[]}]') \\(code", "$1 stands where a value was expected", "there is a comma too many before it"),
            known(
                    "('.*') \\(code \\d+\\)\\)",
                    "$1 stands where a value was expected",
                    "a value or a quote is missing before it"),
            known(
                    "Unrecognized token ('(?i:true|false|null)')",
                    "$1 stands where a value was expected",
                    "true, false and null are written in small letters"),
            known(
                    "Unrecognized token ('[^']*')",
                    "$1 stands where a value was expected",
                    "a text needs double quotes around it"),
            known(
                    "Illegal unquoted character|Illegal character",
                    "a line break or another control character stands where none can be",
                    "a closing quote is missing before it"),
            known("Leading zeroes", "a number begins with 0", "it is a text and needs double quotes around it"),
            known(
                    "Unrecognized character escape",
                    "a backslash begins no escape here",
                    "the backslash has to be doubled"),
            known(
                    "Invalid UTF-8|Unexpected surrogate|MalformedInput|multi-byte char",
                    "a byte here is no character of UTF-8",
                    "the file was saved in another encoding"),
            known("found duplicate key (\\S+)", "\"$1\" stands twice", "one of them belongs elsewhere"),
            known("found character '\\\\t", "the line is indented with a tab", "YAML wants spaces instead"),
            known(
                    "mapping values are not allowed",
                    "a colon stands where none can be",
                    "a text with a colon in it needs quotes, or the line is indented too far"),
            known(
                    "found unknown escape character",
                    "a backslash begins no escape here",
                    "single quotes around the text keep backslashes as they are"));

    private Syntax() {}

    static BadInput bad(String file, @Nullable JsonParser parser, IOException e) {
        var kind = parser instanceof YAMLParser ? "YAML" : "JSON";
        if (e instanceof JsonEOFException || message(e).startsWith("Unexpected end-of-input")) {
            return place(file, parser, e)
                    .bad(
                            "the text ends in the middle of " + kind,
                            "the file was cut off when it was written or copied");
        }
        if (e instanceof JsonProcessingException || e instanceof CharConversionException) {
            var large = known(e, TOO_LARGE);
            return large != null
                    ? place(file, parser, e).bad(large.problem, large.maybe)
                    : place(file, parser, e).bad("this is no " + kind + ": " + told(e).problem, told(e).maybe);
        }
        return new BadInput(
                file, "", "it cannot be read: " + e.getMessage(), "its permissions or its disk are at fault");
    }

    /** Our words for the message; absent where it is none of these. */
    private static @Nullable Known known(IOException e, List<Known> all) {
        for (var known : all) {
            var matcher = known.pattern.matcher(message(e));
            if (matcher.find()) {
                var quoted = matcher.groupCount() > 0 ? matcher.group(1).replaceAll("\\p{Cntrl}", "?") : "";
                return new Known(known.pattern, known.problem.replace("$1", quoted), known.maybe);
            }
        }
        return null;
    }

    private static Known told(IOException e) {
        var known = known(e, KNOWN);
        if (known != null) {
            return known;
        }
        var first = message(e).lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return new Known(Pattern.compile(""), first, "a quote, a comma or a bracket is missing just before it");
    }

    private static String message(IOException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml) {
            return String.valueOf(yaml.getProblem());
        }
        return e instanceof JsonProcessingException j ? j.getOriginalMessage() : String.valueOf(e.getMessage());
    }

    private static Place place(String file, @Nullable JsonParser parser, IOException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            var mark = yaml.getProblemMark();
            return new Place(file, null, "", mark.getLine() + 1, mark.getColumn() + 1);
        }
        var own = e instanceof JsonProcessingException j ? j.getLocation() : null;
        var at = own != null || parser == null ? own : parser.currentLocation();
        return at == null
                ? Place.start(file)
                : new Place(file, null, "", Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static Known known(String pattern, String problem, String maybe) {
        return new Known(Pattern.compile(pattern), problem, maybe);
    }

    /** A message of a parser and our own words for it. */
    private record Known(Pattern pattern, String problem, String maybe) {}
}
