package dev.premotion.read.rvtools;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip file a workbook is: looked at before anything is unpacked, since it may come from anybody. */
final class Container {

    /** A workbook of 14,000 VMs unpacks to about 0.5 GiB, most of it vDisk, vPartition and vInfo. */
    private static final long MOST_BYTES = 4L << 30;

    /** Shared strings are kept in memory while the workbook is read; those of 14,000 VMs take about 15 MiB. */
    private static final long MOST_STRINGS = 256L << 20;

    /** What is neither a sheet nor the shared strings; the largest of a real export, its styles, takes some 100 KiB. */
    private static final long MOST_OTHER = 16L << 20;

    /** A cell holds at most 32,767 characters; here each may be an entity of nine. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** From this size on a sheet that compresses better than real ones do is looked through for endless texts. */
    private static final long SUSPICIOUS_BYTES = 8L << 20;

    private static final long SUSPICIOUS_RATIO = 50;

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
                if (bytes > MOST_BYTES || large(zip, entry)) {
                    throw new BadInput(
                            file,
                            entry.getName(),
                            "the workbook would unpack to more than it may (" + (MOST_BYTES >> 30) + " GiB in all, "
                                    + (MOST_STRINGS >> 20) + " MiB of texts, " + (LONGEST_TEXT >> 20)
                                    + " MiB in one cell).",
                            "it was made to exhaust memory; export the estate in parts if it really is this large");
                }
            }
        } catch (IOException e) {
            throw unreadable(file, path, e);
        }
    }

    private static boolean large(ZipFile zip, ZipEntry entry) throws IOException {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        boolean sheet = name.contains("worksheets/") && !name.endsWith(".rels");
        long most = name.endsWith("sharedstrings.xml") ? MOST_STRINGS : sheet ? MOST_BYTES : MOST_OTHER;
        long packed = Math.max(1, entry.getCompressedSize());
        boolean suspicious = entry.getSize() > SUSPICIOUS_BYTES && entry.getSize() / packed > SUSPICIOUS_RATIO;
        if (packed * GREATEST_RATIO <= most && !suspicious) {
            return entry.getSize() > most;
        }
        return sheet && !suspicious ? entry.getSize() > most : unpacked(zip, entry, most);
    }

    /** Whether a part is larger than it may be, counted since the file could be lying, or holds an endless text. */
    private static boolean unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        long count = 0;
        long begin = 0; // of the text or tag that is being read
        var buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    begin = buffer[i] == '<' || buffer[i] == '>' ? count + i : begin;
                }
                count += read;
                if (count > most || count - begin > LONGEST_TEXT) {
                    return true;
                }
            }
        }
        return false;
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
