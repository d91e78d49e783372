package dev.premotion.plan;

import dev.premotion.inventory.Estate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.List;

/** The subjects of the files of a VM that a plan of one entry moves, made by the real maker. */
final class MovedFiles {

    static final Tables TABLES = Tables.load();

    private MovedFiles() {}

    static <T extends Subject> List<T> all(Estate estate, String entry, Class<T> type) {
        var migration = Plans.one(estate, entry);
        return of(migration).stream().filter(type::isInstance).map(type::cast).toList();
    }

    static <T extends Subject> T one(Estate estate, String entry, Class<T> type) {
        var all = all(estate, entry, type);
        if (all.size() != 1) {
            throw new IllegalStateException("not one: " + all);
        }
        return all.get(0);
    }

    static List<Subject> of(Migration migration) {
        var candidate = migration.candidates().get(0);
        return new FileSubjects(TABLES).of(CandidateMove.of(migration, candidate));
    }

    /** The swap file on its way to the first candidate. */
    static SwapMove swap(Estate estate, String entry) {
        return swap(estate, Plans.resolve(estate, entry));
    }

    /** That of the first migration. */
    static SwapMove swap(Estate estate, Plan plan) {
        var migration = plan.migrations().get(0);
        return new Subjects(plan, estate.inventory(), TABLES)
                .of(migration, migration.candidates().get(0)).stream()
                        .filter(SwapMove.class::isInstance)
                        .map(SwapMove.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    /** What a subject asks for a fact, such as {@code disk backing}: the kind of thing and the property. */
    static List<String> asks(Subject subject, String path) {
        return told(subject.lacking(path));
    }

    static List<String> told(List<Lacking> lacking) {
        return lacking.stream()
                .map(lacks -> lacks.thing().kind() + " " + lacks.property())
                .toList();
    }
}
