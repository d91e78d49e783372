package dev.premotion.rules;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.SiteLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** An estate of which less and less is known. */
final class Poorer {

    private final List<String> kept;
    private final Random random;
    private final List<String> lost = new ArrayList<>();
    private Estate estate;

    Poorer(Estate estate, List<String> kept, Random random) {
        this.estate = estate;
        this.kept = kept;
        this.random = random;
    }

    Estate estate() {
        return estate;
    }

    /** What it has lost, in words. */
    List<String> lost() {
        return lost;
    }

    void lose() {
        lose(fact -> true);
    }

    /** @param which the facts of which one goes, or a row of which goes */
    void lose(Predicate<Estate.Fact> which) {
        var facts = estate.facts().stream()
                .filter(which)
                .filter(fact -> kept.stream()
                        .noneMatch(word -> fact.path().startsWith(word) || word.startsWith(fact.path() + ".")))
                .toList();
        var fact = facts.get(random.nextInt(facts.size()));
        int way = random.nextInt(20);
        if (way == 0) {
            loseLink();
        } else if (way < 10) {
            lost.add(fact.toString());
            estate = estate.without(fact);
        } else {
            while (!loseRow(fact)) {
                fact = facts.get(random.nextInt(facts.size()));
            }
        }
    }

    /** False where the fact is no list. */
    private boolean loseRow(Estate.Fact list) {
        if (!(Estate.read(estate.get(Record.class, list.thing()), list.path()) instanceof Listing<?> rows)) {
            return false;
        }
        int row = random.nextInt(rows.size() + 1);
        lost.add(list + (row == rows.size() ? " partial" : " row " + row));
        estate = row == rows.size()
                ? estate.partial(list.thing(), list.path())
                : estate.lose(list.thing(), list.path(), row);
        return true;
    }

    private void loseLink() {
        lost.add("links");
        estate = new Estate(new Inventory(estate.inventory().vCenters(), Listing.partial(List.<SiteLink>of())));
    }
}
