package dev.premotion.report;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words of a result what Jackson says in words of Java. */
final class ResultProblem {

    private static final int LONGEST_VALUE = 60;

    private ResultProblem() {}

    static BadInput of(Path file, byte[] bytes, IOException problem) {
        JsonParseException broken = broken(problem);
        if (broken != null && startsAndDoesNotEnd(bytes)) {
            return truncated(file, broken);
        }
        if (problem instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return wrongShape(file, bytes, mismatch);
        }
        return notJson(file, problem);
    }

    private static @Nullable JsonParseException broken(IOException problem) {
        if (problem instanceof JsonParseException broken) {
            return broken;
        }
        return problem.getCause() instanceof JsonParseException broken ? broken : null;
    }

    /** A text may end within a word or a character, which a parser calls wrong rather than short. */
    private static boolean startsAndDoesNotEnd(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") && !text.endsWith("}");
    }

    private static BadInput truncated(Path file, JsonParseException e) {
        return new BadInput(
                file.toString(),
                line(e.getLocation()),
                "The file ends in the middle of the result, expected a whole JSON object.",
                "it was cut off while it was copied: copy it again, or run the check again.");
    }

    private static BadInput wrongShape(Path file, byte[] bytes, MismatchedInputException e) {
        String pointer = pointer(e);
        return new BadInput(
                file.toString(),
                pointer + " " + line(e.getLocation()),
                mismatch(at(bytes, pointer), e.getTargetType()),
                "it was edited by hand: compare with inventories/result.schema.json, or run the check again.");
    }

    private static BadInput notJson(Path file, IOException e) {
        return new BadInput(
                file.toString(),
                e instanceof JsonProcessingException json ? line(json.getLocation()) : "",
                "This is not the JSON of a result.",
                "another file was meant: a result is the result.json that `premotion run` writes.");
    }

    private static String line(@Nullable JsonLocation at) {
        return at == null ? "" : "(line " + at.getLineNr() + ")";
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static JsonNode at(byte[] bytes, String pointer) {
        try {
            return new JsonMapper().readTree(bytes).at(pointer);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String mismatch(JsonNode found, @Nullable Class<?> type) {
        return found.isMissingNode()
                ? "Nothing stands here, expected what every result of this format has."
                : "This is " + shortened(Untrusted.visible(found.toString())) + ", expected " + expected(type) + ".";
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "a value";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == double.class) {
            return "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        if (List.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() ? "an object" : "a whole number";
    }
}
