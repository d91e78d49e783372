package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.SourceFile;
import dev.premotion.inventory.VCenter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an RVTools export (RVTools 3.9 to 4.7): a workbook ({@code .xlsx}) or the CSV files of one. A sheet, column or cell that is missing leaves its facts
 * absent; what cannot be read is noted and left out.
 */
public final class RvToolsReader {

    private RvToolsReader() {}

    /**
     * Reads a workbook.
     *
     * @param file the workbook
     * @param shownName as the user named it, for messages and origins
     * @throws BadInput where it is no workbook, or none of its sheets can be read as RVTools'
     */
    public static Reading read(Path file, String shownName) {
        return export(file, shownName).reading();
    }

    /**
     * Reads a workbook, with what it states of its own size.
     *
     * @param file the workbook
     * @param shownName as the user named it, for messages and origins
     * @throws BadInput where it is no workbook, or none of its sheets can be read as RVTools'
     */
    public static RvToolsExport export(Path file, String shownName) {
        var notes = new Notes(shownName);
        try (var workbook = Workbook.open(file, shownName, notes)) {
            return export(workbook, notes, List.of(file), shownName);
        }
    }

    /** Whether a file is called like one of a CSV export, {@code RVTools_tabvInfo.csv}. */
    public static boolean isText(Path file) {
        return CsvFile.isPart(file);
    }

    /**
     * Reads a CSV export.
     *
     * @param files its files, one for each sheet, sorted by name
     * @param shownName the folder as the user named it, for messages and origins
     * @throws BadInput where none of the files can be read as a sheet of RVTools
     */
    public static RvToolsExport text(List<Path> files, String shownName) {
        var notes = new Notes(shownName);
        try (var workbook = Workbook.ofText(files, shownName, notes)) {
            return export(workbook, notes, files, shownName);
        }
    }

    private static RvToolsExport export(Workbook workbook, Notes notes, List<Path> files, String shownName) {
        var estate = new Estate(workbook, notes);
        var centres = new CentreSheets(estate);
        var counts = read(estate, centres);
        workbook.sheets().forEach(sheet -> missing(sheet, notes));
        var origins = new Origins();
        var inventory = new Inventory(vCenters(estate, origins, centres.capturedAt()), Listing.partial(List.of()));
        var source = new SourceFile(shownName, sha256(files, shownName), centres.capturedAt());
        return new RvToolsExport(new Reading(inventory, origins, notes.all(), List.of(source)), rows(workbook), counts);
    }

    /** In this order a thing is known before it is referred to. */
    private static List<StatedCount> read(Estate estate, CentreSheets centres) {
        var hosts = new HostSheets(estate);
        var storage = new StorageSheets(estate);
        var networks = new NetworkSheets(estate);
        centres.read();
        hosts.read();
        storage.read();
        networks.read();
        new VmSheets(estate, centres).read();
        new DeviceSheets(estate).read();
        return new Checks(estate, hosts, storage, networks).all();
    }

    private static List<VCenter> vCenters(Estate estate, Origins origins, @Nullable Instant capturedAt) {
        var assembly = new Assembly(estate, origins);
        var made = new ArrayList<VCenter>();
        estate.allSites().forEach(site -> made.add(assembly.vCenter(site, capturedAt)));
        return made;
    }

    /** What an older RVTools, or somebody who took columns out, left unknown. */
    private static void missing(Sheet sheet, Notes notes) {
        var missing = sheet.missing(false);
        if (!missing.isEmpty()) {
            int shown = Math.min(12, missing.size());
            notes.add(
                    sheet.name(),
                    "columns that are not there: " + String.join(", ", missing.subList(0, shown))
                            + (shown < missing.size() ? " and " + (missing.size() - shown) + " more" : "")
                            + "; what they would tell is unknown");
        }
    }

    private static Map<String, Integer> rows(Workbook workbook) {
        var rows = new LinkedHashMap<String, Integer>();
        for (var sheet : workbook.sheets()) {
            if (sheet.rows >= 0) {
                rows.put(sheet.table.sheet(), sheet.rows);
            }
        }
        return rows;
    }

    private static String sha256(List<Path> files, String shownName) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw Container.unreadable(shownName, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
