package dev.premotion.read.vsphere;

import dev.premotion.inventory.QualityNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is odd in a source; what is odd in many objects alike becomes one note. */
final class Oddities {

    private static final int SHOWN = 3;
    private static final int LONGEST = 60;

    private final String file;
    private final Map<String, Kindred> kindred = new LinkedHashMap<>();

    Oddities(String file) {
        this.file = file;
    }

    /**
     * Something odd.
     *
     * @param place where; the first one is told
     * @param message what is odd and what was done, alike for all places
     * @param example name or value at this place; the first few are told
     */
    synchronized void add(String place, String message, String example) {
        kindred.computeIfAbsent(message, key -> new Kindred(place)).add(example);
    }

    synchronized List<QualityNote> all() {
        var notes = new ArrayList<QualityNote>();
        kindred.forEach((message, odd) -> notes.add(new QualityNote(file, odd.place, odd.words(message))));
        return notes;
    }

    /** What is odd in the same way. */
    private static final class Kindred {

        private final String place;
        private final List<String> examples = new ArrayList<>(SHOWN);
        private int count;

        private Kindred(String place) {
            this.place = place;
        }

        private void add(String example) {
            count++;
            if (!example.isEmpty() && examples.size() < SHOWN && !examples.contains(example)) {
                examples.add(example.length() > LONGEST ? example.substring(0, LONGEST - 3) + "..." : example);
            }
        }

        private String words(String message) {
            int line = message.indexOf('\n');
            var first = line < 0 ? message : message.substring(0, line);
            var shown = String.join(", ", examples);
            var more = count == 1
                    ? (shown.isEmpty() ? "" : " (" + shown + ")")
                    : " (" + count + " times" + (shown.isEmpty() ? "" : ", such as " + shown) + ")";
            return first + more + (line < 0 ? "" : message.substring(line));
        }
    }
}
