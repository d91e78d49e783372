package dev.premotion.plan;

import dev.premotion.inventory.BadInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one file, gathered so that its author hears of everything at once. */
final class Mistakes {

    private final String file;
    private final List<Mistake> all = new ArrayList<>();

    private record Mistake(int line, BadInput told) {}

    Mistakes(String file) {
        this.file = file;
    }

    void add(String pointer, int line, String problem, String maybe) {
        all.add(new Mistake(line, new BadInput(file, NodeReader.place(pointer, line), problem, maybe)));
    }

    String file() {
        return file;
    }

    /** @throws BadInput where anything is wrong, telling it from the top of the file down */
    void throwIfAny() {
        if (!all.isEmpty()) {
            throw BadInput.together(all.stream()
                    .sorted(Comparator.comparingInt(Mistake::line))
                    .map(Mistake::told)
                    .toList());
        }
    }
}
