package dev.premotion.read.rvtools;

import static dev.premotion.read.rvtools.Readings.notes;
import static dev.premotion.read.rvtools.Readings.vCenter;
import static dev.premotion.read.rvtools.Readings.vm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no workbook, or no longer one. */
class HostileWorkbooksTest {

    @TempDir
    Path folder;

    private void isRefused(Path file, String... words) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> RvToolsReader.read(file, "estate/export.xlsx"))
                .satisfies(bad -> assertThat(bad.getMessage())
                        .startsWith("estate/export.xlsx")
                        .contains(words)
                        .contains("\nMaybe "));
    }

    @Test
    void aFileThatIsNotThereIsToldSo() {
        isRefused(folder.resolve("none.xlsx"), "there is no such file");
        isRefused(folder, "there is no such file");
    }

    @Test
    void aFileThatIsNoWorkbookIsRefused() throws IOException {
        var file = folder.resolve("a.xlsx");
        Files.writeString(file, "VM;Powerstate\n");
        isRefused(file, "not an .xlsx workbook that can be read");
        Files.write(file, new byte[0]);
        isRefused(file, "not an .xlsx workbook that can be read");
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, 1});
        isRefused(file, "one with a password or of Excel 97 to 2003");
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() throws IOException {
        var file = folder.resolve("a.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("hello.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        isRefused(file, "not an .xlsx workbook that can be read");
    }

    @Test
    void aWorkbookCutOffIsRefused() throws IOException {
        var file = new Book().sheet("vInfo", "VM").row("a").write(folder);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        isRefused(file, "not an .xlsx workbook that can be read");
    }

    @Test
    void aWorkbookOfSomethingElseIsRefusedWithTheNamesOfItsSheets() {
        isRefused(
                new Book().sheet("Budget", "Item|Price").row("tea", 3).write(folder),
                "none of its sheets can be read as RVTools'",
                "it has Budget");
        isRefused(
                new Book().sheet("vInfo", "Name|State").row("a", "on").write(folder),
                "it has vInfo",
                "vInfo!A1: the sheet has no column VM");
        isRefused(new Book().sheet("vInfo").write(folder), "the sheet is empty");
    }

    @Test
    void aSheetThatBreaksOffKeepsWhatStandsBeforeAndClaimsNoMore() {
        var export = new Book()
                .sheet("vInfo", "VM|Disks")
                .row("a", 1)
                .row("b", 1)
                .sheet("vDisk", "VM|Disk")
                .row("a", "Hard disk 1")
                .xml("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>b</t></is></wrong>")
                .sheet("vSnapshot", "VM|Name")
                .row("b", "s")
                .read(folder);
        assertThat(vm(export, "a").disks().items()).hasSize(1);
        assertThat(vm(export, "a").disks().complete()).isFalse();
        assertThat(vm(export, "b").disks().complete()).isFalse();
        assertThat(vm(export, "b").snapshots().complete()).isTrue();
        assertThat(notes(export)).anyMatch(note -> note.startsWith("vDisk!A3: the sheet cannot be read beyond row 2"));
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        var secret = folder.resolve("secret");
        Files.writeString(secret, "hunter2");
        var file = new Book().sheet("vInfo", "VM").row("a").row("b").write(folder);
        var mean = folder.resolve("mean.xlsx");
        copy(
                file,
                mean,
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace(
                                "<?xml version=\"1.0\"?>",
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                        .replace("<t xml:space=\"preserve\">b</t>", "<t>&e;</t>"));
        String told;
        try {
            var export = RvToolsReader.export(mean, "mean.xlsx");
            told = export.reading().quality() + " " + vCenter(export).vms();
        } catch (BadInput e) {
            told = e.getMessage();
        }
        assertThat(told).doesNotContain("hunter2");
    }

    @Test
    void aBombOfSharedStringsIsRefusedBeforeItIsUnpacked() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        isRefused(file, "would unpack to more than it may");
    }

    @Test
    void aRowOfAnythingGivesNotesNotExceptions() {
        var odd = new Object[] {
            "", " ", "\u00a0", "-", "?", "1e400", -1, 1e300, true, "None", "=1+1", "\uD800", "[", "[]", "%"
        };
        var book = new Book();
        for (var table : Tables.ALL) {
            var headers = table.columns().stream().map(Column::header).toList();
            book.sheet(table.sheet(), String.join("|", headers));
            for (int i = 0; i < odd.length; i++) {
                var cells = new Object[headers.size()];
                for (int j = 0; j < cells.length; j++) {
                    cells[j] = table.columns().get(j).needed() ? "x" + i % 3 : safe(odd[(i + j) % odd.length]);
                }
                book.row(cells);
            }
        }
        var export = book.read(folder);
        assertThat(export.reading().quality()).isNotEmpty();
        assertThat(export.reading().inventory().vCenters()).isNotEmpty();
    }

    private static Object safe(Object value) {
        return value.equals("\uD800") ? "\u00e9" : value;
    }

    private static void copy(Path from, Path to, String part, java.util.function.UnaryOperator<String> change)
            throws IOException {
        try (var zip = new java.util.zip.ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var bytes = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
                out.closeEntry();
            }
        }
    }
}
