package dev.premotion.cli;

import dev.premotion.report.Gate;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the gate's words. */
final class GateWord implements ITypeConverter<Gate> {

    @Override
    public Gate convert(String word) {
        for (var gate : Gate.values()) {
            if (gate.name().toLowerCase(Locale.ROOT).equals(word)) {
                return gate;
            }
        }
        throw new TypeConversionException("expected blocked, undetermined, warning or never, found '" + word + "'");
    }
}
