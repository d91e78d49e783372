package dev.premotion.fuzz;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One input given to one reader. */
record Attempt(Reader reader, byte[] input) {

    private static final Pattern INTERNAL =
            Pattern.compile("(?i)nullpointer|IndexOutOf|ClassCast|java\\.(lang|util|io)\\.|\tat [a-z]+\\.|root:x:");
    private static final int LONGEST_MESSAGE = 60_000;
    private static final Map<Reader, List<byte[]>> INPUTS = new ConcurrentHashMap<>();

    /** The input that a seed makes of this reader's real ones. */
    static Attempt of(Reader reader, long seed) {
        var inputs = INPUTS.computeIfAbsent(reader, Reader::inputs);
        int one = Math.floorMod(seed, inputs.size());
        int other = Math.floorMod(seed / inputs.size(), inputs.size());
        return new Attempt(reader, new Mutator(seed).broken(inputs.get(one), inputs.get(other)));
    }

    /** What is wrong with how it was read; absent where it was read, or refused as it should be. */
    @Nullable
    String problem() {
        Path file;
        try {
            file = Files.createTempFile("fuzz", reader.ending());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.write(file, input);
            reader.read(file);
            return null;
        } catch (BadInput e) {
            return wrong(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return shortened(e.getClass().getSimpleName() + at(e.getStackTrace()) + " " + e.getMessage());
        } finally {
            file.toFile().delete();
        }
    }

    private static String at(StackTraceElement[] trace) {
        for (var frame : trace) {
            if (frame.getClassName().startsWith("dev.premotion.")
                    && !frame.getClassName().startsWith("dev.premotion.fuzz")) {
                return " at " + frame.getClassName() + "." + frame.getMethodName();
            }
        }
        return "";
    }

    private static @Nullable String wrong(String message) {
        if (!message.contains("\nMaybe ")) {
            return shortened("a refusal without help: " + message);
        }
        if (INTERNAL.matcher(message).find()) {
            return shortened("a refusal that shows the inside: " + message);
        }
        return message.length() > LONGEST_MESSAGE
                ? "a refusal of " + message.length() + " characters: " + message.substring(0, 200)
                : null;
    }

    private static String shortened(String problem) {
        return problem.length() > 1_000 ? problem.substring(0, 1_000) + "..." : problem;
    }

    /** Keeps the input, so that it is read again from now on. */
    Path keep() {
        try {
            var folder = Files.createDirectories(Reader.FOLDER.resolve("found"));
            var name = String.format(Locale.ROOT, "%08x", java.util.Arrays.hashCode(input)) + reader.ending();
            return Files.write(folder.resolve(name), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
