package dev.premotion.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code rulebook.json} at build time; so far only the names of the files it is made of. */
public final class RulebookBuilder {
    private RulebookBuilder() {}

    /**
     * Called by the build.
     *
     * @param args the folder of rules, and the file to write
     * @throws IOException if a file cannot be read or written; the build fails then
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        Files.createDirectories(target.getParent());
        String json = fileNames(Path.of(args[0])).stream()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", ", "{ \"files\": [", "] }\n"));
        Files.writeString(target, json);
    }

    private static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".drl") || name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
