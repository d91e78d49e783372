package dev.premotion.report.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a zip file again without what differs from run to run: the times of its entries and their order. */
final class StableZip {

    /** A time of no meaning. The very first that a zip file knows would bring the machine's time zone into the file. */
    static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** What readers of Office files want to see first. */
    private static final String FIRST = "[Content_Types].xml";

    private StableZip() {}

    /** Leaves {@code out} open. */
    static void copy(Path zip, OutputStream out) throws IOException {
        ZipOutputStream stable = new ZipOutputStream(out);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : sorted(file)) {
                copy(file, entry, stable);
            }
        }
        stable.finish();
    }

    private static List<? extends ZipEntry> sorted(ZipFile file) {
        return file.stream()
                .sorted(Comparator.<ZipEntry, Boolean>comparing(
                                entry -> !entry.getName().equals(FIRST))
                        .thenComparing(ZipEntry::getName))
                .toList();
    }

    private static void copy(ZipFile file, ZipEntry entry, ZipOutputStream stable) throws IOException {
        ZipEntry timeless = new ZipEntry(entry.getName());
        timeless.setTimeLocal(TIME);
        stable.putNextEntry(timeless);
        try (InputStream content = file.getInputStream(entry)) {
            content.transferTo(stable);
        }
        stable.closeEntry();
    }
}
