package dev.premotion.read.rvtools;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip file a workbook is: looked at before anything is unpacked, since it may come from anybody. */
final class Container {

    /** A workbook of 14,000 VMs unpacks to about 0.5 GiB, most of it vDisk, vPartition and vInfo. */
    private static final long MOST_BYTES = 4L << 30;

    /** Shared strings are kept in memory while the workbook is read; those of 14,000 VMs take about 15 MiB. */
    private static final long MOST_STRINGS = 256L << 20;

    /** Deflate cannot do better. */
    private static final long GREATEST_RATIO = 1_032;

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Container() {}

    static void check(Path path, String file) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    file, "", "there is no such file.", "the name is misspelt, or it lies in another folder");
        }
        try (var zip = new ZipFile(path.toFile())) {
            long bytes = 0;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                bytes += Math.max(0, entry.getSize());
                if (bytes > MOST_BYTES || strings(zip, entry) > MOST_STRINGS) {
                    throw new BadInput(
                            file,
                            entry.getName(),
                            "the workbook would unpack to more than it may (" + (MOST_BYTES >> 30) + " GiB in all, "
                                    + (MOST_STRINGS >> 20) + " MiB of texts).",
                            "it was made to exhaust memory; export the estate in parts if it really is this large");
                }
            }
        } catch (IOException e) {
            throw unreadable(file, path, e);
        }
    }

    /** Bytes of the shared strings, counted where the file could be lying about them. */
    private static long strings(ZipFile zip, ZipEntry entry) throws IOException {
        if (!entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("sharedstrings.xml")) {
            return 0;
        }
        if (entry.getCompressedSize() * GREATEST_RATIO <= MOST_STRINGS) {
            return entry.getSize();
        }
        long count = 0;
        var buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0 && count <= MOST_STRINGS; read = in.read(buffer)) {
                count += read;
            }
        }
        return count;
    }

    private static BadInput unreadable(String file, Path path, IOException cause) {
        try (InputStream in = Files.newInputStream(path)) {
            var start = in.readNBytes(OLE.length);
            if (java.util.Arrays.equals(start, OLE)) {
                return new BadInput(
                        file,
                        "",
                        "this is not an .xlsx workbook, but one with a password or of Excel 97 to 2003.",
                        "opening it in Excel and saving it as .xlsx without a password helps");
            }
            return unreadable(file, cause);
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    static BadInput unreadable(String file, Exception cause) {
        return new BadInput(
                file,
                "",
                "this is not an .xlsx workbook that can be read (" + reason(cause) + ").",
                "it was cut off on its way, or is another kind of file: export it again");
    }

    /** A cause in one line. */
    static String reason(Throwable cause) {
        var deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        var words = message == null || message.isBlank()
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message).strip();
        return words.length() > 120 ? words.substring(0, 117) + "..." : words;
    }
}
