package dev.premotion.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The measured migrations beside the project; tests that need them are skipped where they are absent. */
final class MeasuredRuns {
    private static final Path FOLDER = Path.of("../shared/data/live-migrations");

    private MeasuredRuns() {}

    /** The rows of a file, each by the names of its columns. */
    static List<Map<String, String>> read(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), () -> "no measured migrations at " + path);
        List<String> lines = Files.readAllLines(path);
        String[] names = lines.get(0).split(",");
        return lines.stream()
                .skip(1)
                .map(line -> row(names, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return row;
    }
}
