package dev.premotion.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether the entries of one facts file agree on each thing: an entry by name comes before patterns, but of two by name, or
 * of two patterns, nobody can tell which one holds.
 */
final class Agreement {

    private final Map<Said, List<GivenFact>> said = new LinkedHashMap<>();

    private record Said(Ref thing, String name, String property) {}

    /** Remembers that an entry says something of a thing. */
    void says(GivenFact fact, Ref thing, String name) {
        for (var property : fact.values().keySet()) {
            said.computeIfAbsent(new Said(thing, name, property), key -> new ArrayList<>(1))
                    .add(fact);
        }
    }

    /** @throws BadInput for the first fact on which entries do not agree */
    void check() {
        said.forEach((about, facts) -> {
            boolean named = facts.stream().anyMatch(GivenFact::corrects);
            var deciding =
                    facts.stream().filter(fact -> fact.corrects() == named).toList();
            var first = value(deciding.get(0), about);
            deciding.stream()
                    .map(fact -> value(fact, about))
                    .filter(value -> !value.value().equals(first.value()))
                    .findFirst()
                    .ifPresent(other -> refuse(about, first, other, named));
        });
    }

    private static GivenValue value(GivenFact fact, Said about) {
        return Objects.requireNonNull(fact.values().get(about.property));
    }

    private static void refuse(Said about, GivenValue first, GivenValue other, boolean named) {
        throw other.place()
                .bad(
                        about.property + " is " + other.value() + " here, and " + first.value() + " for the same "
                                + about.thing.kind() + " " + about.name + " at " + first.place()
                                + (named ? "" : ", and both are patterns"),
                        named
                                ? "one of the two is out of date, or the name belongs to two things: add its vcenter"
                                : "an entry of its own, by its name, should say which holds");
    }
}
