package dev.premotion.inventory;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something odd in an input that was read all the same.
 *
 * @param file file it is in
 * @param place JSON pointer with line, or sheet, row and column; empty for the whole file
 * @param message what is odd and what was done
 */
public record QualityNote(String file, String place, String message) {

    /**
     * A note on a fact.
     *
     * @param origin where the fact was read, as {@link Origins} tells it; absent where that is not known
     */
    static QualityNote at(@Nullable String origin, List<SourceFile> files, String message) {
        var place = origin == null ? "" : origin;
        var file = files.stream()
                .map(SourceFile::path)
                .filter(place::startsWith)
                .max(Comparator.comparing(String::length))
                .orElse("");
        var inside = place.substring(file.length());
        return new QualityNote(file, inside.isEmpty() ? inside : inside.substring(1), message);
    }
}
