package dev.premotion.read;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Nearest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at files and folders, with errors for people. */
final class Paths {

    private static final int MAX_ENTRIES = 200_000;

    private Paths() {}

    /** A file that can be read. */
    static Path file(Path path) {
        var name = path.toString();
        if (!Files.exists(path)) {
            throw new BadInput(name, "", "there is no such file or folder", nearest(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    name, "", "this is neither a file nor a folder", "its contents should be put into a file first");
        }
        if (!Files.isReadable(path)) {
            throw new BadInput(name, "", "it cannot be read", "its permissions keep you out");
        }
        return path;
    }

    /** What a folder holds, sorted by name. */
    static List<Path> entries(Path folder) {
        try (var entries = Files.list(folder)) {
            var sorted = entries.limit(MAX_ENTRIES + 1).sorted().toList();
            if (sorted.size() > MAX_ENTRIES) {
                throw new BadInput(
                        folder.toString(),
                        "",
                        "the folder holds more than " + MAX_ENTRIES + " files",
                        "another folder was meant");
            }
            return sorted;
        } catch (IOException e) {
            throw unreadable(folder.toString(), e);
        }
    }

    static BadInput unreadable(String name, IOException e) {
        return new BadInput(
                name,
                "",
                "it cannot be read" + (e instanceof AccessDeniedException ? "" : ": " + e.getMessage()),
                e instanceof AccessDeniedException ? "its permissions keep you out" : "the disk is at fault");
    }

    /** The nearest name beside a path that is not there; of the first folder that is missing, where it is one. */
    private static String nearest(Path path) {
        var folder = path.toAbsolutePath().normalize();
        var missing = folder;
        while (folder.getParent() != null && !Files.exists(folder)) {
            missing = folder;
            folder = folder.getParent();
        }
        try (var entries = Files.list(folder)) {
            var names = entries.limit(MAX_ENTRIES)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
            return Nearest.maybe(
                    String.valueOf(missing.getFileName()), names, "the current folder is another one than you think");
        } catch (IOException e) {
            return "the current folder is another one than you think";
        }
    }
}
