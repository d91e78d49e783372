package dev.premotion.read.rvtools;

import dev.premotion.inventory.QualityNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is odd in a workbook; what is odd in many rows alike becomes one note. */
final class Notes {

    private static final int SHOWN = 3;

    private final String file;
    private final Map<String, Kindred> kindred = new LinkedHashMap<>();

    Notes(String file) {
        this.file = file;
    }

    /** Something that is odd once. */
    void add(String place, String message) {
        odd(place, message, "");
    }

    /**
     * Something that may be odd in many places.
     *
     * @param place where; the first one is told
     * @param message what is odd and what was done, the same for all places of one sheet
     * @param which name or value at this place; the first few are told
     */
    void odd(String place, String message, String which) {
        var sheet = place.contains("!") ? place.substring(0, place.indexOf('!')) : place;
        kindred.computeIfAbsent(sheet + '\n' + message, key -> new Kindred(place, message))
                .add(which);
    }

    List<QualityNote> all() {
        return kindred.values().stream()
                .map(odd -> new QualityNote(file, odd.place, odd.words()))
                .toList();
    }

    /** What is odd in the same way. */
    private static final class Kindred {

        private final String place;
        private final String message;
        private final List<String> examples = new ArrayList<>(SHOWN);
        private int count;

        private Kindred(String place, String message) {
            this.place = place;
            this.message = message;
        }

        private void add(String which) {
            count++;
            if (!which.isEmpty() && examples.size() < SHOWN && !examples.contains(which)) {
                examples.add(which.length() > 60 ? which.substring(0, 57) + "..." : which);
            }
        }

        private String words() {
            var shown = String.join(", ", examples);
            if (count == 1) {
                return message + (examples.isEmpty() ? "" : " (" + shown + ")");
            }
            return message + " (" + count + " times" + (examples.isEmpty() ? "" : ", such as " + shown) + ")";
        }
    }
}
