package dev.premotion.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes {@code result.json} and reads it back. Its shape is promised: {@code inventories/result.schema.json}. */
public final class ResultFile {

    /** Decimal places of every number that is not whole: a millisecond of a second, a tenth of a per cent of a share. */
    private static final int DECIMALS = 3;

    private static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new RequiredUnlessNullable())
            .addModule(new SimpleModule().addSerializer(double.class, new Rounded()))
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .defaultPrettyPrinter(new RowPrinter())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // A later version may add properties without another format.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ResultFile() {}

    /** Writes UTF-8 and leaves {@code out} open. The same result gives the same bytes. */
    public static void write(Result result, OutputStream out) throws IOException {
        JSON.writeValue(out, result);
        out.write('\n');
    }

    /**
     * Reads a saved result.
     *
     * @throws BadInput where the file cannot be read, is not a result of this format, or is not whole
     */
    public static Result read(Path file) {
        byte[] bytes = bytes(file);
        try {
            requireFormat(file, bytes);
            return JSON.readValue(bytes, Result.class);
        } catch (IOException e) {
            throw ResultProblem.of(file, bytes, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput(
                    file.toString(),
                    "",
                    e instanceof NoSuchFileException ? "There is no such file." : "This result cannot be read.",
                    "the path is misspelt, or the file is not readable for you.");
        }
    }

    private static void requireFormat(Path file, byte[] bytes) throws IOException {
        String format = format(bytes);
        if (!Result.FORMAT.equals(format)) {
            throw new BadInput(
                    file.toString(),
                    "/format",
                    (format == null ? "No format is named" : "The format is \"" + Untrusted.visible(format) + "\"")
                            + ", expected \"" + Result.FORMAT + "\".",
                    maybe(format));
        }
    }

    private static String maybe(@Nullable String format) {
        if (format != null && format.startsWith("premotion/result/")) {
            return "another version of Premotion wrote it: run the check again with this one.";
        }
        if (format != null && format.startsWith("premotion/")) {
            return "this is an input: give it to `premotion run`, which writes a result.";
        }
        return "another file was meant: a result is the result.json that `premotion run` writes.";
    }

    /** The format alone, since a file of another format fails elsewhere for no reason that helps. */
    private static @Nullable String format(byte[] bytes) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (name.equals("format")) {
                    return json.getText();
                }
                json.skipChildren();
            }
            return null;
        }
    }

    /** What a number of a result is in every report. */
    public static double rounded(double value) {
        return decimal(value).doubleValue();
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Shortest form of a number rounded to {@link #DECIMALS}; a result holds finite numbers only. */
    private static final class Rounded extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(decimal(value).stripTrailingZeros());
        }
    }
}
