package dev.premotion.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what became of PIT's mutants, by part and package, as a Markdown table. Only what a test noticed is called killed:
 * PIT's own percentage also counts mutants that ran into the time limit and those that the JVM refused.
 */
public final class Figures {

    private static final List<String> OUTCOMES = List.of("KILLED", "SURVIVED", "NO_COVERAGE", "TIMED_OUT");

    private Figures() {}

    /** @param arguments the folder with one folder of PIT's reports for each part */
    public static void main(String[] arguments) throws IOException {
        Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
        try (var files = Files.walk(Path.of(arguments[0]))) {
            for (var file : files.filter(path -> path.endsWith("mutations.csv")).toList()) {
                read(file, outcomes);
            }
        }
        System.out.println("| part | package | mutants | killed | survived | no coverage | timed out | other | killed |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        outcomes.forEach((name, counts) -> System.out.println(row(name, counts)));
    }

    /** Counts the rows of a report: file, class, mutator, method, line, outcome, test. */
    private static void read(Path report, Map<String, Map<String, Integer>> outcomes) throws IOException {
        var part = report.getParent().getFileName();
        for (var line : Files.readAllLines(report)) {
            var cells = line.split(",", -1);
            if (cells.length < 7) {
                throw new IllegalArgumentException(report + " is not whole; run its part again");
            }
            var name = part + " | " + cells[1].substring(0, cells[1].lastIndexOf('.'));
            outcomes.computeIfAbsent(name, key -> new TreeMap<>()).merge(cells[5], 1, Integer::sum);
        }
    }

    private static String row(String name, Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(count -> count).sum();
        int rest = all;
        var row = new StringBuilder("| " + name + " | " + all + " | ");
        for (var outcome : OUTCOMES) {
            int count = counts.getOrDefault(outcome, 0);
            rest -= count;
            row.append(count).append(" | ");
        }
        int percent = (int) Math.round(100.0 * counts.getOrDefault("KILLED", 0) / all);
        return row.append(rest).append(" | ").append(percent).append(" % |").toString();
    }
}
