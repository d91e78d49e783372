package dev.premotion.plan;

import dev.premotion.inventory.Estate;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.PlanDocument.Permits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** Plans written in tests, read and resolved by the real thing. */
public final class Plans {

    private Plans() {}

    /** A plan of these entries, each in YAML's flow style. */
    public static PlanDocument read(String... entries) {
        return read("", List.of(entries));
    }

    /** The same with further keys of the plan in front, such as its waivers. */
    public static PlanDocument read(String keys, List<String> entries) {
        var text = new StringBuilder(
                "format: premotion/plan/1\nname: test\n" + (keys.isEmpty() ? "" : keys + "\n") + "migrations:\n");
        for (var entry : entries) {
            text.append("  - ").append(entry).append('\n');
        }
        try {
            var file = Files.createTempFile("plan", ".yaml");
            try {
                return PlanFile.read(Files.writeString(file, text), "plan.yaml");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Plan resolve(Estate estate, String... entries) {
        return Resolver.resolve(read(entries), estate.inventory());
    }

    /** The only migration of a plan of one entry. */
    public static Migration one(Estate estate, String entry) {
        var migrations = resolve(estate, entry).migrations();
        if (migrations.size() != 1) {
            throw new IllegalArgumentException("not one migration: " + migrations);
        }
        return migrations.get(0);
    }

    /** The only candidate of the only migration. */
    public static Candidate candidate(Estate estate, String entry) {
        var migration = one(estate, entry);
        if (migration.candidates().size() != 1) {
            throw new IllegalArgumentException("not one candidate: " + migration);
        }
        return migration.candidates().get(0);
    }

    public static String problem(Estate estate, String entry) {
        var problem = one(estate, entry).problem();
        return problem == null ? "no problem" : problem.message();
    }

    /** The kinds, such as {@code both linked live}, joined by commas. */
    public static String types(Estate estate, String entry) {
        return words(one(estate, entry).types());
    }

    static String words(List<MigrationType> types) {
        return types.stream().map(MigrationType::toString).collect(Collectors.joining(", "));
    }

    public static Plan survey(Estate estate) {
        return Survey.of(estate.inventory(), Permits.NONE);
    }
}
