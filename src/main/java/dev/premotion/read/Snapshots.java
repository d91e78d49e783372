package dev.premotion.read;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Facts;
import dev.premotion.inventory.Overlay;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import dev.premotion.read.rvtools.RvToolsReader;
import dev.premotion.read.vsphere.DumpReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads whatever a user names: snapshot files, and folders of them. All of it becomes one estate, with the facts files of
 * the folders and then the one that was named laid over it.
 */
public final class Snapshots {

    /** More than any estate has; a mistyped path should not fill the memory. */
    /** No more than this is read to see whether a file says nothing. */
    private static final long HOLLOW = 1024;

    private static final long MAX_BYTES = 4L << 30;

    private static final String EXPECTED =
            "a native inventory (.json), an RVTools export (.xlsx, or a folder of its .csv"
                    + " files), a dump (folder of .xml files) or a folder of them";

    private final List<Reading> readings = new ArrayList<>();
    private final List<Facts> facts = new ArrayList<>();
    private final List<QualityNote> notes = new ArrayList<>();
    private final Set<Path> known = new HashSet<>();
    private long bytes;

    private Snapshots() {}

    /**
     * Reads one estate.
     *
     * @param paths files and folders; of a folder its own files, sorted by name, and not its folders
     * @param facts a facts file; absent where there is none but those of the folders
     * @throws BadInput where a path is not there, a file cannot be read as what it is, or no vCenter was found
     */
    public static Reading read(List<Path> paths, @Nullable Path facts) {
        return read(paths, facts, reading -> reading);
    }

    /** @param before what happens to the snapshots before facts are laid over them, such as taking out what is too old */
    public static Reading read(List<Path> paths, @Nullable Path facts, UnaryOperator<Reading> before) {
        var snapshots = new Snapshots();
        for (var path : paths) {
            snapshots.path(path);
        }
        if (facts != null) {
            snapshots.facts(Paths.file(facts), facts.toString());
        }
        return snapshots.estate(paths, before);
    }

    private void path(Path path) {
        if (Files.isDirectory(path)) {
            folder(path, Paths.entries(path));
        } else {
            var file = Paths.file(path);
            if (RvToolsReader.isText(file)) {
                text(path, List.of(file));
                return;
            }
            var kind = Contents.of(file, path.toString());
            if (!kind.snapshot()) {
                throw new BadInput(path.toString(), "", "this is no snapshot, expected " + EXPECTED, kind.hint());
            }
            snapshot(file, path.toString(), kind);
        }
    }

    /** Many files may be one snapshot: those of a dump or a CSV export; the others of the folder stand for themselves. */
    private void folder(Path folder, List<Path> entries) {
        var dump = entries.stream().filter(DumpReader::isPart).toList();
        if (fresh(dump)) {
            readings.add(DumpReader.read(dump, folder.toString()));
        }
        text(folder, entries.stream().filter(RvToolsReader::isText).toList());
        entries.stream().filter(entry -> !part(entry)).forEach(this::entry);
    }

    private void text(Path folder, List<Path> files) {
        if (fresh(files)) {
            readings.add(RvToolsReader.text(files, folder.toString()).reading());
        }
    }

    private boolean fresh(List<Path> files) {
        return files.stream().filter(file -> fresh(file, file.toString())).count() > 0;
    }

    private static boolean part(Path entry) {
        return DumpReader.isPart(entry) || RvToolsReader.isText(entry);
    }

    /** Something in a folder: what has another purpose is left alone. */
    private void entry(Path entry) {
        var name = entry.toString();
        if (Files.isDirectory(entry) && Paths.entries(entry).stream().anyMatch(Snapshots::part)) {
            folder(entry, Paths.entries(entry));
        } else if (Files.isDirectory(entry)) {
            notes.add(new QualityNote(
                    name,
                    "",
                    "the folder was not read, since it is inside another one\n"
                            + "Maybe it should be named beside the one around it"));
        } else if (Files.isRegularFile(entry)) {
            var kind = Contents.in(entry, name);
            if (kind.snapshot()) {
                snapshot(entry, name, kind);
            } else if (kind == Contents.FACTS) {
                facts(entry, name);
            } else if (kind == Contents.OTHER && hollow(entry, name)) {
                throw new BadInput(
                        name,
                        "line 1",
                        "the file holds nothing, expected " + EXPECTED,
                        "a capture or a copy of it broke off; take it again, or take the file out of the folder");
            } else if (kind == Contents.OTHER) {
                notes.add(new QualityNote(name, "", "the file is no snapshot and was not read\nMaybe " + kind.hint()));
            }
        } else {
            notes.add(new QualityNote(
                    name, "", "this leads to no file and was not read\nMaybe it is a link to something that is gone"));
        }
    }

    /** Whether a file that is named like a snapshot is empty, or says {@code null}. */
    private static boolean hollow(Path file, String name) {
        try {
            var like = name.endsWith(".json") || name.endsWith(".xlsx");
            if (!like || Files.size(file) > HOLLOW) {
                return false;
            }
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            return text.isEmpty() || text.equals("null");
        } catch (IOException e) {
            throw Paths.unreadable(name, e);
        }
    }

    private void snapshot(Path file, String name, Contents kind) {
        if (fresh(file, name)) {
            readings.add(kind == Contents.WORKBOOK ? RvToolsReader.read(file, name) : NativeReader.read(file, name));
        }
    }

    private void facts(Path file, String name) {
        if (fresh(file, name)) {
            facts.add(FactsFile.read(file, name));
        }
    }

    /** Whether this file was not read before, by this or another name. */
    private boolean fresh(Path file, String name) {
        try {
            bytes += Files.size(file);
            if (bytes > MAX_BYTES) {
                throw new BadInput(
                        name,
                        "",
                        "with it the snapshots are larger than " + (MAX_BYTES >> 30) + " GiB together",
                        "another folder was meant");
            }
            return known.add(file.toRealPath());
        } catch (IOException e) {
            throw Paths.unreadable(name, e);
        }
    }

    private Reading estate(List<Path> paths, UnaryOperator<Reading> before) {
        var named = String.join(", ", paths.stream().map(Path::toString).toList());
        if (readings.isEmpty()) {
            throw new BadInput(
                    named,
                    "",
                    "there is no snapshot here, expected " + EXPECTED,
                    notes.isEmpty() ? "another folder was meant" : "another folder was meant; " + first(notes));
        }
        var estate = Overlay.merged(readings);
        if (estate.inventory().vCenters().isEmpty()) {
            throw new BadInput(
                    named,
                    "",
                    "no vCenter could be read",
                    estate.quality().isEmpty()
                            ? "the capture stopped before it had one"
                            : "what was odd says why; " + first(estate.quality()));
        }
        estate = before.apply(estate);
        for (var given : facts) {
            estate = Overlay.with(estate, given);
        }
        var quality = new ArrayList<>(notes);
        quality.addAll(estate.quality());
        var files = new ArrayList<>(estate.files());
        facts.forEach(given -> files.add(given.source()));
        return new Reading(estate.inventory(), estate.origins(), List.copyOf(quality), List.copyOf(files));
    }

    private static String first(List<QualityNote> notes) {
        var note = notes.get(0);
        return "first " + note.file() + (note.place().isEmpty() ? "" : " at " + note.place()) + ": "
                + note.message().lines().findFirst().orElse("");
    }
}
