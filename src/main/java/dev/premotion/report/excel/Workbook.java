package dev.premotion.report.excel;

import dev.premotion.report.Lookup;
import dev.premotion.report.Result;
import dev.premotion.report.Untrusted;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes {@code compliance.xlsx}: the result for those who filter, sort and keep it. */
public final class Workbook {

    /** Rows held in memory; earlier ones are in a temporary file. */
    private static final int WINDOW = 200;

    private static final int LONGEST_FOOTER = 80;

    private final Result result;
    private final int rowsASheet;
    private final String footer;

    private Workbook(Result result, int rowsASheet) {
        this.result = result;
        this.rowsASheet = rowsASheet;
        String name = Untrusted.visible("Premotion: " + result.plan().name()).replaceAll("\\s", " ");
        this.footer = name.substring(0, Math.min(LONGEST_FOOTER, name.length()));
    }

    /** Writes the workbook and leaves {@code out} open. The same result gives the same bytes. */
    public static void write(Result result, OutputStream out) throws IOException {
        write(result, out, Tables.ROWS_A_SHEET);
    }

    static void write(Result result, OutputStream out, int rowsASheet) throws IOException {
        Path folder = Files.createTempDirectory("premotion");
        try {
            Path zip = Files.createFile(folder.resolve("workbook"));
            // POI's own folder has a fixed name below /tmp: the first user of a machine would own it.
            TempFile.withStrategy(new DefaultTempFileCreationStrategy(folder.toFile()), () -> {
                new Workbook(result, rowsASheet).writeTo(zip);
                return null;
            });
            StableZip.copy(zip, out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void writeTo(Path zip) {
        try (XSSFWorkbook whole = new XSSFWorkbook();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            Styles styles = new Styles(whole);
            Blocks page = new Blocks(whole, "Summary", styles);
            try (SXSSFWorkbook streamed = new SXSSFWorkbook(whole, WINDOW)) {
                Tables tables = new Tables(streamed, styles, footer, rowsASheet);
                tables(tables);
                new SummarySheet(result, page).write(tables.written());
                page.finish(footer);
                properties(whole.getProperties());
                streamed.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tables(Tables tables) {
        Lookup lookup = new Lookup(result);
        FindingSheets findings = new FindingSheets(result, lookup, tables);
        findings.fixes();
        findings.confirm();
        if (result.plan().survey()) {
            survey(new SurveySheets(result, lookup, tables), findings);
        } else {
            plan(new PlanSheets(result, lookup, tables), findings, tables);
        }
        InputSheets inputs = new InputSheets(result, tables);
        if (result.vCenterChecks() != null) {
            inputs.vCenter(result.vCenterChecks());
        }
        inputs.quality();
        inputs.inputs();
    }

    private static void survey(SurveySheets survey, FindingSheets findings) {
        survey.hosts();
        survey.placements();
        findings.findings();
        findings.evidence();
        survey.reasons();
        survey.candidates();
    }

    private void plan(PlanSheets plan, FindingSheets findings, Tables tables) {
        plan.verdicts();
        findings.findings();
        findings.evidence();
        plan.reasons();
        plan.candidates();
        plan.relying();
        plan.consequences();
        if (result.simulation() != null) {
            SimulationSheets simulation = new SimulationSheets(result.simulation(), tables);
            simulation.runs();
            simulation.passes();
            simulation.links();
        }
    }

    /** Without a person's name, and with no time but that of the facts: the same result stays the same file. */
    private void properties(POIXMLProperties properties) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setCreator("Premotion");
        core.setTitle("vMotion preflight");
        core.setCreated(Optional.ofNullable(time(result.inputs().asOf())));
        properties.getExtendedProperties().setApplication("Premotion");
    }

    private static @Nullable Date time(@Nullable String asOf) {
        try {
            return asOf == null ? null : Date.from(OffsetDateTime.parse(asOf).toInstant());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
