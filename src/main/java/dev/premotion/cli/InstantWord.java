package dev.premotion.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment. */
final class InstantWord implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("expected a moment such as 2026-11-20T06:00:00Z, found '" + word + "'");
        }
    }
}
