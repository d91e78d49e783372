package dev.premotion.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.report.Result;
import dev.premotion.report.Result.Evidence;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Summary;
import dev.premotion.report.ResultFile;
import dev.premotion.report.Samples;
import dev.premotion.report.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookTest {

    @TempDir
    Path folder;

    /** A result and the workbook that was written of it. */
    record Sample(String name, Result result, WorkbookReading read) {
        Sample(String name, Result result) {
            this(name, result, WorkbookReading.of(result));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Sample> SAMPLES = List.of(
            new Sample("varied", Samples.varied()),
            new Sample("hostile", Samples.hostile()),
            new Sample("empty", Samples.empty()),
            new Sample("survey", Samples.survey()),
            new Sample("large", Samples.large(100)));

    static List<Sample> samples() {
        return SAMPLES;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSummaryCountsWhatTheResultCounts(Sample sample) {
        Result result = sample.result();
        WorkbookReading read = sample.read();
        Summary summary = result.summary();

        assertThat(read.summary("Verdict", "Blocked")).isEqualTo(summary.blocked());
        assertThat(read.summary("Verdict", "Undetermined")).isEqualTo(summary.undetermined());
        assertThat(read.summary("Verdict", "Approved with warnings")).isEqualTo(summary.approvedWithWarnings());
        assertThat(read.summary("Verdict", "Approved")).isEqualTo(summary.approved());
        assertThat(read.summary("Verdict", "Excluded")).isEqualTo(summary.excluded());
        assertThat(read.summary("Verdict", "All")).isEqualTo(summary.migrations());
        assertThat(read.summary("Checks", "Held")).isEqualTo(summary.checks().held());
        assertThat(read.summary("Checks", "Not applicable"))
                .isEqualTo(summary.checks().notApplicable());
        assertThat(read.summary("Checks", "Failed")).isEqualTo(summary.checks().failed());
        assertThat(read.summary("Checks", "Unknown")).isEqualTo(summary.checks().unknown());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSheetsHaveARowForEachThingOfTheResult(Sample sample) {
        Result result = sample.result();
        WorkbookReading read = sample.read();

        assertThat(read.column("Findings", "Finding id"))
                .isEqualTo(result.findings().stream().map(Finding::id).toList());
        assertThat(read.rows("Evidence"))
                .isEqualTo(result.findings().stream()
                        .mapToInt(f -> f.evidence().size())
                        .sum());
        assertThat(read.rows("Fix first")).isEqualTo(result.fixes().size());
        assertThat(read.rows("Confirm first")).isEqualTo(result.confirm().size());
        assertThat(read.rows("Data quality")).isEqualTo(result.quality().size());
        assertThat(read.column("Inputs", "SHA-256 or value"))
                .contains(
                        result.inputs().inventory(),
                        result.inputs().rulebook(),
                        result.inputs().today())
                .containsAll(result.inputs().files().stream()
                        .map(Result.File::sha256)
                        .toList());
    }

    @Test
    void aPlanHasItsVerdictsReasonsCandidatesAndRuns() {
        Result result = SAMPLES.get(0).result();
        WorkbookReading read = SAMPLES.get(0).read();

        assertThat(read.column("Verdicts", "Migration id"))
                .isEqualTo(result.migrations().stream().map(Migration::id).toList());
        assertThat(read.column("Verdicts", "Verdict"))
                .isEqualTo(result.migrations().stream()
                        .map(m -> Verdict.of(m.verdict()).word())
                        .toList());
        assertThat(read.rows("Candidates"))
                .isEqualTo(result.migrations().stream()
                        .mapToInt(m -> m.candidates().size())
                        .sum());
        assertThat(read.rows("Reasons")).isEqualTo(reasons(result));
        assertThat(read.rows("Relies on")).isEqualTo(3);
        assertThat(read.column("Simulation", "Migration id"))
                .isEqualTo(result.simulation().migrations().stream()
                        .map(Result.Run::id)
                        .toList());
        assertThat(read.rows("Passes"))
                .isEqualTo(result.simulation().migrations().stream()
                        .mapToInt(r -> r.passes().size())
                        .sum());
        assertThat(read.rows("Links")).isEqualTo(result.simulation().links().size());
    }

    /** A finding of the migration, and each of a candidate that the migration does not have itself. */
    private static int reasons(Result result) {
        return result.migrations().stream()
                .mapToInt(m -> m.findings().size()
                        + (int) m.candidates().stream()
                                .flatMap(c -> c.findings().stream())
                                .filter(id -> !m.findings().contains(id))
                                .count())
                .sum();
    }

    @Test
    void aSurveyHasItsPlacementsAndHosts() {
        Result result = SAMPLES.get(3).result();
        WorkbookReading read = SAMPLES.get(3).read();

        assertThat(read.column("Placements", "VM"))
                .isEqualTo(
                        result.placements().stream().map(Result.Placement::vm).toList());
        assertThat(read.column("Hosts", "Host"))
                .isEqualTo(result.evacuations().stream()
                        .map(Result.Evacuation::host)
                        .toList());
        assertThat(read.rows("Candidates"))
                .isEqualTo(result.placements().stream()
                        .mapToInt(p -> p.candidates().size())
                        .sum());
        assertThat(read.sheets()).doesNotContain("Verdicts", "Simulation");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSummaryListsTheSheetsWithTheirRows(Sample sample) {
        Result result = sample.result();
        WorkbookReading read = sample.read();

        assertThat(read.sheets().subList(1, read.sheets().size()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(read.summary("Sheet", name)).isEqualTo(read.rows(name)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noCellIsAFormulaOrBecomesOne(Sample sample) {
        Set<Boolean> quoted = new TreeSet<>();
        sample.read().eachCell(cell -> {
            assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC, CellType.BLANK);
            if (cell.getCellType() == CellType.STRING) {
                String text = cell.getStringCellValue();
                assertThat(CellText.startsFormula(text)).as(text).isFalse();
                assertThat(text)
                        .matches(
                                "(?s)[^\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}[\\n\\t]]*|(?s)[^\\x00-\\x08\\x0B-\\x1F\\x{202A}-\\x{202E}]*");
                if (text.startsWith("'=")) {
                    quoted.add(((XSSFCellStyle) cell.getCellStyle()).getQuotePrefixed());
                }
            }
        });
        assertThat(quoted).doesNotContain(false);
        if (sample.name().equals("hostile")) {
            assertThat(quoted).containsExactly(true);
        }
    }

    @Test
    void numbersAreNumbers() {
        WorkbookReading read = SAMPLES.get(0).read();
        XSSFSheet simulation = read.sheet("Simulation");
        int duration = WorkbookReading.index(simulation.getRow(0), "Duration");
        Result.Run first = Samples.varied().simulation().migrations().get(0);

        Cell cell = simulation.getRow(1).getCell(duration);
        assertThat(cell.getNumericCellValue() * 86_400)
                .isCloseTo(first.endSeconds() - first.startSeconds(), org.assertj.core.data.Offset.offset(0.001));
        assertThat(cell.getCellStyle().getDataFormatString()).endsWith("[h]:mm:ss");
        assertThat(read.column("Evidence", "Value"))
                .contains("700", "442,381,631,488", "unknown", "guestToolsNotRunning");
    }

    @Test
    void whatRestsOnAGuessIsMarked() {
        Result result = SAMPLES.get(0).result();
        WorkbookReading read = SAMPLES.get(0).read();
        XSSFSheet simulation = read.sheet("Simulation");
        int duration = WorkbookReading.index(simulation.getRow(0), "Duration");
        int longest = WorkbookReading.index(simulation.getRow(0), "Duration up to");

        for (int i = 0; i < result.simulation().migrations().size(); i++) {
            boolean guessed = result.simulation().migrations().get(i).range() != null;
            String format =
                    simulation.getRow(i + 1).getCell(duration).getCellStyle().getDataFormatString();
            assertThat(format.contains("~")).isEqualTo(guessed);
            assertThat(simulation.getRow(i + 1).getCell(longest).getCellType())
                    .isEqualTo(guessed ? CellType.NUMERIC : CellType.BLANK);
        }
    }

    @Test
    void aVersionIsNotTakenForANumber() {
        Result base = Samples.varied();
        Finding finding = finding(
                "x",
                new Evidence("a", "7.0", null, null, null),
                new Evidence("b", "007", null, null, null),
                new Evidence("c", "12.5", "ms", null, null),
                new Evidence("d", "-3", "ms", null, null),
                new Evidence("e", "1e5", null, null, null));
        WorkbookReading read = WorkbookReading.of(with(base, List.of(finding)));

        assertThat(read.column("Evidence", "Value")).containsExactly("7.0", "007", "12.5", "-3", "1e5");
        assertThat(read.sheet("Evidence").getRow(1).getCell(3).getCellType()).isEqualTo(CellType.STRING);
        assertThat(read.sheet("Evidence").getRow(4).getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
    }

    @Test
    void textsThatTheFormatCannotHoldAreReadBack() {
        String nasty = "_x0041_ \uFFFE\uFFFF \uD800 a\nb ".concat("y".repeat(40_000));
        Finding finding = finding(nasty);
        WorkbookReading read = WorkbookReading.of(with(Samples.varied(), List.of(finding)));

        assertThat(read.column("Findings", "Finding").get(0))
                .startsWith("_x0041_ ")
                .contains("a\nb yyy")
                .endsWith(CellText.CUT);
    }

    private static Finding finding(String message, Evidence... evidence) {
        return new Finding(
                "id",
                "X",
                "x",
                "x",
                "warning",
                "no",
                "nobody",
                new Result.Subject("vm", "x", "x"),
                message,
                List.of(evidence),
                "x",
                List.of(),
                List.of(),
                null,
                1);
    }

    private static Result with(Result r, List<Finding> findings) {
        return new Result(
                r.format(),
                r.plan(),
                r.summary(),
                List.of(),
                null,
                null,
                findings,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                r.inputs());
    }

    /** Excel offers to repair a file in which these differ. */
    @ParameterizedTest
    @MethodSource("samples")
    void tablesAreAsExcelWantsThem(Sample sample) {
        Result result = sample.result();
        WorkbookReading read = sample.read();
        Set<String> names = new HashSet<>();
        for (String name : read.sheets()) {
            assertThat(name.length()).isLessThanOrEqualTo(31);
            XSSFSheet sheet = read.sheet(name);
            for (XSSFTable table : sheet.getTables()) {
                assertThat(names.add(table.getDisplayName()))
                        .as(table.getDisplayName())
                        .isTrue();
                assertThat(table.getDisplayName()).matches("[A-Z][A-Za-z0-9]{4,}");
                assertThat(table.getEndRowIndex()).isEqualTo(sheet.getLastRowNum());
                assertThat(table.getCTTable().getAutoFilter().getRef())
                        .isEqualTo(table.getCTTable().getRef());
                for (int i = 0; i < table.getColumnCount(); i++) {
                    assertThat(table.getColumns().get(i).getName())
                            .isEqualTo(sheet.getRow(0).getCell(i).getStringCellValue());
                }
                assertThat(table.getColumns().stream().map(column -> column.getName()))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySheetScrollsAndPrintsWithItsHeadings(Sample sample) {
        Result result = sample.result();
        WorkbookReading read = sample.read();
        for (String name : read.sheets()) {
            XSSFSheet sheet = read.sheet(name);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getFooter().getRight()).isEqualTo("Page &P of &N");
            if (!name.equals("Summary")) {
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aLinkLeadsToTheFindingThatItNames(Sample sample) {
        WorkbookReading split = WorkbookReading.of(WorkbookReading.bytes(sample.result(), 17));
        for (WorkbookReading read : List.of(sample.read(), split)) {
            read.workbook()
                    .forEach(sheet -> sheet.getHyperlinkList().stream()
                            .map(XSSFHyperlink.class::cast)
                            .filter(link -> !sheet.getSheetName().equals("Summary"))
                            .forEach(link -> assertLeads(read, (XSSFSheet) sheet, link)));
        }
    }

    private static void assertLeads(WorkbookReading read, XSSFSheet from, XSSFHyperlink link) {
        String id =
                from.getRow(link.getFirstRow()).getCell(link.getFirstColumn()).getStringCellValue();
        String[] to = link.getLocation().split("!", -1);
        XSSFSheet findings = read.sheet(to[0].replace("'", ""));
        int row = Integer.parseInt(to[1].substring(1)) - 1;

        assertThat(findings.getRow(row)
                        .getCell(WorkbookReading.index(findings.getRow(0), "Finding id"))
                        .getStringCellValue())
                .isEqualTo(id);
    }

    @Test
    void whatASheetDoesNotHoldIsContinuedOnTheNext() {
        Result result = Samples.varied();
        WorkbookReading read = WorkbookReading.of(WorkbookReading.bytes(result, 11));
        int verdicts = read.sheets().stream()
                .filter(name -> name.startsWith("Verdicts"))
                .mapToInt(read::rows)
                .sum();

        assertThat(read.sheets()).contains("Verdicts", "Verdicts (2)", "Verdicts (3)", "Verdicts (4)");
        assertThat(verdicts).isEqualTo(result.migrations().size());
        assertThat(read.rows("Verdicts")).isEqualTo(10);
        assertThat(read.summary("Sheet", "Verdicts"))
                .isEqualTo(result.migrations().size());
        assertThat(read.sheet("Verdicts (2)").getRow(0).getCell(0).getStringCellValue())
                .isEqualTo("VM");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameResultGivesTheSameBytes(Sample sample) throws IOException {
        Result result = sample.result();
        byte[] first = WorkbookReading.bytes(result);
        Path json = folder.resolve("result.json");
        try (var out = Files.newOutputStream(json)) {
            ResultFile.write(result, out);
        }
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            // A failure that prints the bytes of two files would help nobody.
            assertThat(Arrays.equals(WorkbookReading.bytes(ResultFile.read(json)), first))
                    .isTrue();
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theFileNamesNobodyAndNoTimeOfWriting() throws IOException {
        byte[] bytes = WorkbookReading.bytes(Samples.varied());
        var core = WorkbookReading.of(bytes).workbook().getProperties().getCoreProperties();

        assertThat(core.getCreator()).isEqualTo("Premotion");
        assertThat(core.getLastModifiedByUser()).isNull();
        assertThat(core.getModified()).isNull();
        assertThat(core.getCreated().toInstant()).hasToString("2026-11-21T06:42:57Z");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(StableZip.TIME);
            }
        }
    }

    /** Read with another library than wrote it. */
    @Test
    void tenThousandMigrationsAreWritten() throws IOException {
        Result result = Samples.large(10_000);

        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(WorkbookReading.bytes(result)))) {
            assertThat(rows(workbook, "Verdicts")).isEqualTo(10_000 + 1);
            assertThat(rows(workbook, "Findings")).isEqualTo(result.findings().size() + 1);
        }
    }

    private static long rows(ReadableWorkbook workbook, String sheet) throws IOException {
        Sheet found = workbook.findSheet(sheet).orElseThrow();
        try (var rows = found.openStream()) {
            return rows.count();
        }
    }
}
