package dev.premotion.read.vsphere;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with values at paths: a managed object, or a part of one. What is empty or does not fit is absent. */
sealed interface Held permits Managed, Part {

    /** What tools write for a time that is not set is long before vSphere. */
    Instant NO_TIME = Instant.parse("1990-01-01T00:00:00Z");

    /** The value at a path; absent where there is none. */
    @Nullable
    Value find(String path);

    /** The values at the end of a path that may stand several times. */
    List<Value> all(String path);

    /** Told of a value that does not fit. */
    void odd(String path, String text, String expected);

    default boolean has(String path) {
        return find(path) != null;
    }

    default @Nullable String text(String path) {
        var value = find(path);
        return value == null || value.text().isBlank() ? null : value.text().strip();
    }

    default @Nullable Long number(String path) {
        var text = text(path);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            odd(path, text, "a whole number");
            return null;
        }
    }

    default @Nullable Integer count(String path) {
        var number = number(path);
        if (number != null && number != number.intValue()) {
            odd(path, number.toString(), "a number of 32 bits");
            return null;
        }
        return number == null ? null : number.intValue();
    }

    default @Nullable Boolean truth(String path) {
        var text = text(path);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> {
                odd(path, text, "true or false");
                yield null;
            }
        };
    }

    default @Nullable Instant time(String path) {
        var text = text(path);
        if (text == null) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            return time.isBefore(NO_TIME) ? null : time;
        } catch (DateTimeParseException e) {
            odd(path, text, "a time with its zone");
            return null;
        }
    }

    /** The type of object that a reference leads to; empty where there is none. */
    default String kind(String path) {
        var value = find(path);
        return value == null ? "" : value.kind();
    }

    /** The type that a data object declares itself; empty where it is not there or declares none. */
    default String type(String path) {
        var value = find(path);
        return value == null ? "" : value.type();
    }

    /** The texts at the end of a path that may stand several times: words, or ids of references. */
    default List<String> texts(String path) {
        return all(path).stream()
                .map(value -> value.text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Whole MiB of bytes at a path, rounded down. */
    default @Nullable Long mebibytes(String path) {
        var bytes = number(path);
        return bytes == null || bytes < 0 ? null : bytes >> 20;
    }

    /** A number that is not below zero; the API says -1 where nothing is set. */
    default @Nullable Long amount(String path) {
        var number = number(path);
        return number == null || number < 0 ? null : number;
    }

    /** The parts at the end of a path. */
    default List<Part> parts(String path) {
        return all(path).stream().map(value -> new Part(this, path, value)).toList();
    }
}
