package dev.premotion.read;

import dev.premotion.inventory.Place;
import dev.premotion.inventory.QualityNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what is odd in a text as data-quality notes; of many alike, the first ones and how many more there are. */
final class Notes implements Problems {

    private static final int SHOWN = 10;

    private final List<QualityNote> notes = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Place> last = new LinkedHashMap<>();

    @Override
    public void found(Place place, String what, Loss loss, String problem, String maybe) {
        if (counts.merge(what + " " + loss, 1, Integer::sum) > SHOWN) {
            last.put(what + " " + loss, place);
            return;
        }
        var lost = loss == Loss.NOTHING ? "" : "; " + loss.words();
        notes.add(place.note(problem + lost + "\nMaybe " + maybe));
    }

    /** All notes, in the order of the text, then what was cut short. */
    List<QualityNote> all() {
        var all = new ArrayList<>(notes);
        last.forEach((what, place) -> {
            var name = what.substring(0, what.indexOf(' '));
            all.add(place.note(counts.getOrDefault(what, 0) - SHOWN + " more like the " + SHOWN + " shown of " + name
                    + "; this is the last of them"));
        });
        return List.copyOf(all);
    }
}
