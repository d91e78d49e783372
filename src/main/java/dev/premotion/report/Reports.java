package dev.premotion.report;

import dev.premotion.inventory.BadInput;
import dev.premotion.report.excel.Workbook;
import dev.premotion.report.sarif.SarifFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the reports of a run. Each is written beside its place and moved there once all are whole, so that whoever reads
 * them meanwhile, or after an interruption, finds the old ones.
 */
public final class Reports {

    private final Result result;
    private final List<Written> written = new ArrayList<>();
    private final Set<Path> places = new HashSet<>();

    private Reports(Result result) {
        this.result = result;
    }

    /** A report that is whole and waits to be moved. */
    private record Written(Path part, Path place) {}

    /** Writes one format. */
    @FunctionalInterface
    private interface Format {
        void write(Result result, OutputStream out) throws IOException;
    }

    /**
     * Writes the reports and makes the folders that they need.
     *
     * @throws BadInput where one cannot be written; none is replaced then
     */
    public static void write(Result result, Targets targets) {
        Reports reports = new Reports(result);
        try {
            reports.prepare(targets.json(), ResultFile::write);
            reports.prepare(targets.html(), (what, out) -> out.write(HtmlPage.bytes(what)));
            reports.prepare(targets.xlsx(), Workbook::write);
            reports.prepare(targets.sarif(), SarifFile::write);
            reports.prepare(targets.junit(), JUnitFile::write);
            reports.written.forEach(Reports::publish);
        } finally {
            reports.written.forEach(Reports::forget);
        }
    }

    private void prepare(@Nullable Path target, Format format) {
        if (target == null) {
            return;
        }
        try {
            if (stream(target)) {
                write(target, format, StandardOpenOption.WRITE);
            } else {
                Path place = place(target);
                Path part = part(place);
                written.add(new Written(part, place));
                write(part, format, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Whether it is a pipe or a terminal, such as {@code /dev/stdout}: what is not a file cannot be replaced by one. */
    private static boolean stream(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
    }

    private static Path part(Path place) throws IOException {
        Path part = place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Files.deleteIfExists(part);
        return part;
    }

    /** Where a report really goes: behind a link, in a folder that exists. */
    private Path place(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path place = Files.exists(target) ? target.toRealPath() : folder(target).resolve(target.getFileName());
        if (!places.add(place)) {
            throw new BadInput(
                    target.toString(),
                    "",
                    "Two reports are to be written to this file, expected one.",
                    "another name was meant for one of them.");
        }
        return place;
    }

    private static Path folder(Path target) throws IOException {
        Path folder = target.toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        return folder.toRealPath();
    }

    private void write(Path file, Format format, OpenOption... how) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, how))) {
            format.write(result, out);
        }
    }

    private static void publish(Written report) {
        try {
            move(report);
        } catch (IOException e) {
            throw unwritable(report.place(), e);
        }
    }

    private static void move(Written report) throws IOException {
        try {
            Files.move(report.part(), report.place(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(report.part(), report.place(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void forget(Written report) {
        try {
            Files.deleteIfExists(report.part());
        } catch (IOException e) {
            // What cannot be deleted could most likely not be written either, and that has been told.
        }
    }

    private static BadInput unwritable(Path target, IOException e) {
        if (Files.isDirectory(target)) {
            return new BadInput(
                    target.toString(),
                    "",
                    "This is a folder, expected a file to write a report to.",
                    "a file in it was meant.");
        }
        Path obstacle = obstacle(target);
        if (obstacle != null) {
            return new BadInput(
                    target.toString(),
                    "",
                    obstacle + " is a file, expected the folder of a report.",
                    "another folder was meant.");
        }
        return new BadInput(
                target.toString(),
                "",
                "This report cannot be written (" + reason(e) + ").",
                "the folder is not yours to write to, the disk is full, or another program has the file open.");
    }

    private static @Nullable Path obstacle(Path target) {
        for (Path up = target.toAbsolutePath().getParent(); up != null; up = up.getParent()) {
            if (Files.exists(up, LinkOption.NOFOLLOW_LINKS)) {
                return Files.isDirectory(up) ? null : up;
            }
        }
        return null;
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
