package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estates;
import dev.premotion.read.NativeWriter;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warning of which nobody knows keeps no migration from its approval, and stands in every report. */
class OpenWarningsTest {

    @TempDir
    Path folder;

    @Test
    void whatAnApprovalLeavesOpenStandsInEveryReport() throws IOException {
        var bytes = new ByteArrayOutputStream();
        NativeWriter.write(
                Estates.twoSites().without(Estates.WEB_A, "heartbeat").inventory(), bytes);
        var estate =
                Files.write(folder.resolve("estate.json"), bytes.toByteArray()).toString();
        var run = Cli.run(
                "scan",
                estate,
                "--plan",
                Cli.plan(folder, "open", Cli.WARNED),
                "--no-color",
                "--html",
                folder + "/i.html",
                "--xlsx",
                folder + "/c.xlsx",
                "--junit",
                folder + "/j.xml",
                "--sarif",
                folder + "/s.sarif");

        var told = Pattern.compile("\\((\\d+)\\s+warnings? open\\)").matcher(run.out());
        assertThat(told.find()).as(run.out()).isTrue();
        int open = Integer.parseInt(told.group(1));
        assertThat(folder.resolve("i.html"))
                .content()
                .contains(open + (open == 1 ? " warning open" : " warnings open"))
                .contains("VM-NO-HEARTBEAT");
        assertThat(folder.resolve("j.xml")).content().contains("VM-NO-HEARTBEAT (warning, unknown)");
        assertThat(folder.resolve("s.sarif")).content().contains("VM-NO-HEARTBEAT");
        try (var book =
                new XSSFWorkbook(new FileInputStream(folder.resolve("c.xlsx").toFile()))) {
            var verdicts = book.getSheet("Verdicts");
            int column = 0;
            while (!verdicts.getRow(0).getCell(column).getStringCellValue().equals("Open warnings")) {
                column++;
            }
            assertThat(verdicts.getRow(1).getCell(column).getNumericCellValue()).isEqualTo(open);
            var reason = new ArrayList<String>();
            book.getSheet("Reasons").forEach(row -> row.forEach(cell -> reason.add(cell.toString())));
            assertThat(reason).contains("VM-NO-HEARTBEAT", "warning", "unknown");
        }
    }
}
