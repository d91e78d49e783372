package dev.premotion.read.rvtools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.VCenter;
import dev.premotion.read.Snapshots;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RVTools' CSV files, as the computers of this world write them. */
class CsvExportTest {

    private static final Path DATA = Path.of("../shared/data/rvtools");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "',', UTF-8, '', \\r\\n",
        "';', UTF-8, \uFEFF, \\r\\n",
        "';', UTF-16LE, \uFEFF, \\r\\n",
        "',', UTF-16BE, \uFEFF, \\n",
        "'\t', windows-1252, '', \\r"
    })
    void separatorsEncodingsAndLineEndsMakeNoDifference(String separator, String charset, String mark, String end)
            throws IOException {
        var text = """
                VM,Powerstate,CPUs,Memory,CBT,Annotation,Datacenter,Host,VM ID,VI SDK UUID
                "web ""one"\"",poweredOn,2,"16,384",,"a note, with a comma
                and a line",München,esx1,vm-1,uuid-a
                db,poweredOff,"1.024",4096,True,"",München,esx1,vm-2,uuid-a
                """;
        write(
                "RVTools_tabvInfo.csv",
                Charset.forName(charset),
                mark + text(text, separator, end.replace("\\r", "\r").replace("\\n", "\n")));

        var vCenter = read();

        assertThat(vCenter.ref().id()).isEqualTo("uuid-a");
        assertThat(vCenter.vms()).isNotNull();
        var web = vCenter.vms().items().get(0);
        assertThat(web.name()).isEqualTo("web \"one\"");
        assertThat(web.memoryMiB()).isEqualTo(16_384);
        assertThat(web.changeTrackingEnabled()).isFalse();
        assertThat(vCenter.vms().items().get(1).numCpu()).isEqualTo(1_024);
        assertThat(vCenter.vms().items().get(1).changeTrackingEnabled()).isTrue();
        assertThat(vCenter.datacenters().items().get(0).name()).isEqualTo("München");
        assertThat(vCenter.vms().complete()).isTrue();
    }

    /** Changes the separators outside of quotes. */
    private static String text(String comma, String separator, String end) {
        var text = new StringBuilder();
        boolean quoted = false;
        for (char c : comma.toCharArray()) {
            quoted ^= c == '"';
            text.append(c == ',' && !quoted ? separator : c == '\n' ? end : String.valueOf(c));
        }
        return text.toString();
    }

    @Test
    void quotesThatWereNotDoubledAreRead() throws IOException {
        write("RVTools_tabvInfo.csv", "VM,CPUs,VM ID\n\"the \"big\" one\",4,vm-1\nnext,2,vm-2\n");

        assertThat(read().vms().items()).extracting(vm -> vm.name()).containsExactly("the \"big\" one", "next");
    }

    @Test
    void aRowWhoseCellsDoNotFitTheHeaderIsLeftOutAndTold() throws IOException {
        write("RVTools_tabvInfo.csv", "VM,CPUs,VM ID\na,4,vm-1\nb, or not,2,vm-2\nc,2\nd,1,vm-4,,\n");

        var reading = Snapshots.read(List.of(folder), null);

        var vms = reading.inventory().vCenters().get(0).vms();
        assertThat(vms.items()).extracting(vm -> vm.name()).containsExactly("a", "d");
        assertThat(vms.complete()).isFalse();
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(said -> said.contains("another number of cells than the header")
                        && said.contains("(2 times, such as row 3, row 4)"));
    }

    @Test
    void aQuoteThatNeverEndsDoesNotFillTheMemory() throws IOException {
        write("RVTools_tabvInfo.csv", "VM,CPUs,VM ID\na,4,vm-1\n\"b,2,vm-2\n" + "x,1,vm-3\n".repeat(300_000));

        var reading = Snapshots.read(List.of(folder), null);

        assertThat(reading.inventory().vCenters().get(0).vms().complete()).isFalse();
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(said -> said.contains("a quote is missing"));
    }

    @Test
    void namesOfADatabasesColumnsAreKnownAndOthersTold() throws IOException {
        write(
                "RVTools_tabvInfo.csv",
                "vInfoVMName,vInfoPowerstate,vInfoCPUs,vInfoMemory,VInfoVersion,vInfoVISDKServer,vInfoEVC\n"
                        + "a,poweredOn,2,4096,19,vcsa.example,intel-haswell\n");
        write(
                "RVTools_tabvHost.csv",
                "vHostName,vHostNumCpu,vHostMemorySize,vHostFullName\nesx1,2,65536,VMware ESXi 8.0.3 build-24585383\n");

        var reading = Snapshots.read(List.of(folder), null);

        var vCenter = reading.inventory().vCenters().get(0);
        var vm = vCenter.vms().items().get(0);
        assertThat(vm.name()).isEqualTo("a");
        assertThat(vm.hardwareVersion()).isEqualTo(19);
        assertThat(vm.memoryMiB()).isEqualTo(4_096);
        assertThat(vm.minEvcMode()).isNull();
        assertThat(vCenter.ref().id()).isEqualTo("server:vcsa.example");
        assertThat(vCenter.hosts().items().get(0).build()).isEqualTo("24585383");
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(said -> said.contains("database names that are not known, which were not read: vInfoEVC"));
    }

    @Test
    void exportsOfTwoVCentersBecomeOneEstateAndVmsStayApart() throws IOException {
        var a = Files.createDirectory(folder.resolve("a"));
        var b = Files.createDirectory(folder.resolve("b"));
        Files.writeString(a.resolve("RVTools_tabvInfo.csv"), "VM,CPUs,VM ID,VI SDK UUID\nweb,2,vm-1,uuid-a\n");
        Files.writeString(b.resolve("RVTools_tabvInfo.csv"), "VM,CPUs,VM ID,VI SDK UUID\nweb,4,vm-1,uuid-b\n");

        var vCenters = Snapshots.read(List.of(folder), null).inventory().vCenters();

        assertThat(vCenters).extracting(vCenter -> vCenter.ref().id()).containsExactly("uuid-a", "uuid-b");
        assertThat(vCenters)
                .extracting(vCenter -> vCenter.vms().items().get(0).numCpu())
                .containsExactly(2, 4);
    }

    @Test
    void aFileWithoutAnythingOfRvToolsIsOneClearError() throws IOException {
        write("RVTools_tabvInfo.csv", "\u0000\u0001\u0002 rubbish\n");

        assertThatThrownBy(() -> Snapshots.read(List.of(folder), null))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("none of its sheets can be read as RVTools'")
                .hasMessageContaining("\nMaybe ");
    }

    /** A real workbook, its cells as text with the thousands apart, says what it says itself. */
    @Test
    void aRealWorkbookSaysTheSameAsCsv() throws IOException {
        var workbook = DATA.resolve("sizing-workshop-bill-3.10.xlsx");
        assumeTrue(Files.isRegularFile(workbook), () -> "no real exports at " + DATA);
        var whole = RvToolsReader.export(workbook, "x").reading().inventory().vCenters();
        try (var book = new ReadableWorkbook(workbook.toFile())) {
            for (var sheet : book.getSheets().toList()) {
                write("RVTools_tab" + sheet.getName() + ".csv", csv(sheet));
            }
        }

        var files = new ArrayList<Path>();
        try (var listed = Files.list(folder)) {
            listed.sorted().forEach(files::add);
        }
        var text = RvToolsReader.text(files, "x").reading().inventory().vCenters();

        assertThat(text).isEqualTo(whole);
    }

    private static String csv(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        var text = new StringBuilder();
        int width = 0;
        for (var row : sheet.read()) {
            width = Math.max(width, row.getCellCount());
            for (int i = 0; i < width; i++) {
                var cell = i < row.getCellCount() ? row.getCell(i) : null;
                var value = cell == null || cell.getType() == CellType.EMPTY ? null : cell.getValue();
                var plain = value instanceof BigDecimal number && number.scale() <= 0
                        ? String.format(java.util.Locale.US, "%,d", number.longValue())
                        : Objects.toString(value, "");
                text.append(i == 0 ? "" : ";")
                        .append('"')
                        .append(plain.replace("\"", "\"\""))
                        .append('"');
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private VCenter read() {
        return Snapshots.read(List.of(folder), null).inventory().vCenters().get(0);
    }

    private void write(String name, String text) throws IOException {
        write(name, StandardCharsets.UTF_8, text);
    }

    private void write(String name, Charset charset, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(charset));
    }
}
