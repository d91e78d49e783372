package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTest {

    private static final Tables TABLES = Loaded.TABLES;

    static List<Path> files() throws IOException {
        try (var files = Files.list(Loaded.RULES)) {
            return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRowNamesSourcesThatAreListed(Path file) {
        var table = Csv.read(file);
        assertThat(table.rows()).isNotEmpty();
        if (!table.columns().containsAll(List.of("source", "status"))) {
            return; // the simulator's constants say in words where they come from
        }
        var known = Csv.read(Loaded.RULES.resolve("sources.csv")).by("key").keySet();
        for (var row : table.rows()) {
            assertThat(row.sourced()).isNotNull();
            assertThat(known).as("%s, line %s", file, row.line()).containsAll(row.list("source"));
        }
    }

    @Test
    void everySourceIsSortedAndUsed() throws IOException {
        var used = new ArrayList<String>();
        for (var file : files()) {
            var table = Csv.read(file);
            if (table.columns().containsAll(List.of("source", "status"))) {
                table.rows().forEach(r -> used.addAll(r.list("source")));
            }
        }
        used.addAll(sourcesOfCards());
        var keys = Csv.read(Loaded.RULES.resolve("sources.csv")).by("key").keySet();
        assertThat(List.copyOf(keys)).isSorted();
        assertThat(keys).isSubsetOf(used);
    }

    private static List<String> sourcesOfCards() throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> cards = Files.list(Loaded.RULES)) {
            for (var file : cards.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                Pattern.compile("sources: \\[([^\\]]*)\\]")
                        .matcher(Files.readString(file))
                        .results()
                        .flatMap(match -> Stream.of(match.group(1).split(",\\s*")))
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void theTablesOnTheClassPathAreThoseOfTheFolder() {
        assertThat(Tables.load(Loaded.RULES).digest())
                .isEqualTo(TABLES.digest())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void theDigestFollowsEveryTable(@TempDir Path folder) throws IOException {
        copy(folder);
        Files.writeString(
                folder.resolve("limits.csv"), Files.readString(folder.resolve("limits.csv")) + "# one comment more\n");
        assertThat(Tables.load(folder).digest()).isNotEqualTo(TABLES.digest());
    }

    @Test
    void aMissingTableIsOneClearError(@TempDir Path folder) throws IOException {
        copy(folder);
        Files.delete(folder.resolve("evc-modes.csv"));
        assertThatThrownBy(() -> Tables.load(folder))
                .isInstanceOf(BadTable.class)
                .hasMessage("evc-modes.csv: nothing there, expected a table"
                        + "\nMaybe its name is wrong, or the folder is not the one with the tables.");
    }

    static Stream<List<String>> mistakes() {
        return Stream.of(
                List.of(
                        "evc-modes.csv",
                        "intel-penryn,intel,intel-merom",
                        "intel-penryn,intel,intel-marom",
                        "column contains: 'intel-marom', expected keys of rows above"),
                List.of(
                        "evc-modes.csv",
                        "amd-zen,amd,",
                        "amd-zen,intel,",
                        "column key: 'amd-zen', expected a key that begins with the vendor"),
                List.of(
                        "evc-modes.csv",
                        "amd-zen2,amd,",
                        "amd-zen,amd,",
                        "column key: 'amd-zen', expected a value that no other row has"),
                List.of(
                        "hardware-versions.csv",
                        "15,6.7 U2,",
                        "15,6.7 U9,",
                        "column esxi: '6.7 U9', expected a release such as 7.0 U2, or none"),
                List.of(
                        "hardware-versions.csv",
                        "15,6.7 U2,",
                        "3,6.7 U2,",
                        "column hardware: '3', expected numbers that rise"),
                List.of(
                        "esxi-releases.csv",
                        "7.0 U1c,7.0,1,,17325551",
                        "7.0 U1c,7.0,1,,1732555I",
                        "column builds: '1732555I', expected builds of up to 9 digits"),
                List.of(
                        "esxi-releases.csv",
                        "7.0 U1c,7.0,1,,17325551",
                        "7.0 U1c,7.0,1,,27325551",
                        "column builds: '17551050', expected a later update or higher builds than those of 7.0 U1c"),
                List.of(
                        "esxi-releases.csv",
                        "7.0 U1c,7.0,1,",
                        "7.0 U1c,seven,1,",
                        "column line: 'seven', expected a line"),
                List.of(
                        "vcenter-releases.csv",
                        "7.0.1.00200",
                        "7.0.1.002",
                        "column version: '7.0.1.002', expected four numbers such as 7.0.1.00200"),
                List.of(
                        "minimum-releases.csv",
                        "xvm.initiator,vCenter,7.0 U1c",
                        "xvm.initiator,vCenter,7.0 U1z",
                        "column release: '7.0 U1z', expected a release of the tables"),
                List.of(
                        "cpu-models.csv",
                        "intel-haswell,CPU",
                        "intel-hasswell,CPU",
                        "column evc: 'intel-hasswell', expected a key of evc-modes.csv"),
                List.of(
                        "licences.csv",
                        "Standard,vMotion,6,8,yes",
                        "Standard,vMotion,6,8,ja",
                        "column licensed: 'ja', expected one of yes, no"),
                List.of(
                        "licences.csv",
                        "Standard,StorageVMotion,6,8,yes",
                        "Standard,vMotion,7,,yes",
                        "column from: '7', expected generations that no other row"),
                List.of(
                        "admission-costs.csv",
                        "documentation,host,vmotion,1,",
                        "documentation,hoost,vmotion,1,",
                        "column resource: 'hoost', expected one of host,"),
                List.of(
                        "admission-costs.csv",
                        "documentation,host,vmotion,1,",
                        "documentation,host,budget,1,",
                        "column operation: 'budget', expected each operation once"),
                List.of("limits.csv", "68169720922112", "10 min", "column value: '10 min', expected a whole number"),
                List.of("limits.csv", "68169720922112", "-600000", "column value: '-600000', expected a whole number"),
                List.of(
                        "limits.csv",
                        "sso.maxLinkedVCenters60,10",
                        "sso.maxLinkedVCenters,10",
                        "column key: 'sso.maxLinkedVCenters', expected a value that no other row has"),
                List.of(
                        "licences.csv",
                        "Standard,vMotion,6,8,yes",
                        "Standrad,vMotion,6,8,yes",
                        "column edition: 'Standrad', expected an edition of licence-editions.csv"),
                List.of(
                        "licences.csv",
                        "Standard,vMotion,6,8,yes",
                        "Standard,vMotion,8,6,yes",
                        "column to: '6', expected a generation not before 8"),
                List.of(
                        "licence-features.csv",
                        "vSphere vMotion;vMotion,",
                        "vSphere vMotion;;vMotion,",
                        "column printed: 'vSphere vMotion;;vMotion', expected values separated by single semicolons"),
                List.of(
                        "licence-features.csv",
                        "vSphere vMotion;vMotion,",
                        ",",
                        "column printed: nothing there, expected a value"),
                List.of(
                        "licence-editions.csv",
                        "^(vmware )?vcenter,",
                        "^(vmware ?vcenter,",
                        "column pattern: '^(vmware ?vcenter', expected a regular expression"),
                List.of(
                        "nsx-segments.csv",
                        "distributed,vlan,6.7 U1",
                        "distributed,overlay,6.7 U1",
                        "column from: 'distributed', expected one row for each kind of network and segment"),
                List.of(
                        "nsx-segments.csv",
                        "distributed,vlan,6.7 U1",
                        "distributed,vxlan,6.7 U1",
                        "column segment: 'vxlan', expected one of vlan, overlay"),
                List.of(
                        "nsx-segments.csv",
                        "6.7 U2,2.2,",
                        "6.7 U2,two,",
                        "column nsx: 'two', expected a version such as 2.5.2"),
                List.of(
                        "distributed-switches.csv",
                        "6.0.0,6.0,",
                        "six,6.0,",
                        "column version: 'six', expected a version such as 7.0"),
                List.of(
                        "vcenter-hosts.csv",
                        "7.0,6.5,",
                        "6.7,6.5,",
                        "column vcenter: '6.7', expected a value that no other row has"),
                List.of(
                        "cpu-models.csv",
                        "intel,Kaby Lake",
                        "inntel,Kaby Lake",
                        "column vendor: 'inntel', expected one of intel, amd"),
                List.of(
                        "admission-costs.csv",
                        "documentation,host,vmotion,1,",
                        "documentation,host,vmotion,99999999999,",
                        "column units: '99999999999', expected a number up to 2147483647"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInATableIsOneClearError(List<String> mistake, @TempDir Path folder) throws IOException {
        copy(folder);
        var file = folder.resolve(mistake.get(0));
        var text = Files.readString(file);
        assertThat(text).contains(mistake.get(1));
        Files.writeString(file, text.replace(mistake.get(1), mistake.get(2)));
        assertThatThrownBy(() -> Tables.load(folder))
                .isInstanceOf(BadTable.class)
                .hasMessageMatching("(?s)" + mistake.get(0) + ", line \\d+, .*\nMaybe [^\n]*\\.")
                .hasMessageContaining(mistake.get(3));
    }

    @ParameterizedTest
    @CsvSource({
        "xvm.initiator, vCenter 7.0 U1c",
        "xvm.peer,      vCenter 6.5",
        "xvm.esxi,      ESXi 6.5",
        "elm.vCenter,   vCenter 6.0",
        "elm60.mixed,   vCenter 6.0 U3",
        "elm60.from65,  vCenter 6.5 U1",
    })
    void minimumsAreReleases(String key, String release) {
        assertThat(TABLES.minimum(key)).hasToString(release);
    }

    @Test
    void aMinimumOfALineIsItsFirstRelease() {
        var minimum = Objects.requireNonNull(TABLES.minimum("xvm.esxi"));
        assertThat(minimum.atMost(Objects.requireNonNull(TABLES.esxi("6.5.0", null))))
                .isTrue();
        assertThat(minimum.atMost(Objects.requireNonNull(TABLES.esxi("6.0.0", "15517548"))))
                .isFalse();
    }

    @Test
    void whatIsNotVerifiedOnlyComesFromLikely() {
        var eight = TABLES.vCenter("8.0.3", null);
        assertThat(TABLES.minEsxiForVCenter(eight)).isNull();
        assertThat(TABLES.likelyMinEsxiForVCenter(eight)).hasToString("ESXi 6.7");
        assertThat(TABLES.minEsxiForVCenter(TABLES.vCenter("7.0.3", null))).hasToString("ESXi 6.5");
        assertThat(TABLES.likelyMinEsxiForSwitch("7.0.3")).hasToString("ESXi 7.0 U3");
    }

    /** KB 56991; a line with a first release of its own has it, any other the general one. */
    @ParameterizedTest
    @CsvSource({
        "distributed, overlay, 6.7.0, vCenter 6.7 U2, ESXi 6.7 U2, NSX 2.2",
        "distributed, overlay, 6.5.0, vCenter 6.7 U2, ESXi 6.7 U2, NSX 2.2",
        "distributed, vlan,    6.7.0, vCenter 6.7 U1, ESXi 6.7 U1, NSX 2.2",
        "distributed, vlan,    6.5.0, ,               ESXi 6.5 U2 P3, NSX 2.2",
        "standard,    vlan,    6.5.0, vCenter 6.7 U2, ESXi 6.7 U2, NSX 2.2",
        "nsx-v,       overlay, 7.0.3, vCenter 6.7 U2, ESXi 6.7 U2, NSX 2.5.2",
    })
    void anNsxSegmentAsksForReleases(
            String from, String segment, String own, @Nullable String vCenter, String esxi, String nsx) {
        assertThat(Objects.toString(TABLES.segmentVCenter(from, segment, TABLES.vCenter(own, null)), null))
                .isEqualTo(vCenter);
        assertThat(TABLES.segmentEsxi(from, segment, TABLES.esxi(own, null)))
                .asString()
                .startsWith(esxi);
        assertThat(TABLES.segmentNsx(from, segment)).hasToString(nsx);
        assertThat(TABLES.segmentEsxi(from, segment, null)).asString().startsWith("ESXi 6.7");
    }

    @Test
    void aNetworkThatTheNsxMatrixLacksIsUnknown() {
        for (var from : Arrays.asList("opaque", "Distributed", null)) {
            assertThat(TABLES.segmentVCenter(from, "vlan", null)).isNull();
            assertThat(TABLES.segmentEsxi(from, "overlay", null)).isNull();
            assertThat(TABLES.segmentNsx(from, "vlan")).isNull();
        }
    }

    @Test
    void versionsOfNsxCompareByNumbersAndNotAsText() {
        var least = Objects.requireNonNull(TABLES.segmentNsx("nsx-v", "overlay"));
        assertThat(NsxVersion.of("2.5.2.0.0.123")).isEqualByComparingTo(least);
        assertThat(NsxVersion.of("2.10")).isGreaterThan(least);
        assertThat(NsxVersion.of("2.5.1")).isLessThan(least);
        assertThat(NsxVersion.of("10.0")).isGreaterThan(least);
        assertThat(NsxVersion.of("NSX-T 3")).isNull();
        assertThat(NsxVersion.of(null)).isNull();
    }

    @Test
    void limitsAreNumbersInTheUnitTheirKeySays() {
        assertThat(TABLES.limit("vmotion.maxRttMillis")).isEqualTo(150L);
        assertThat(TABLES.limit("vmotion.minBandwidthMbps")).isEqualTo(250L);
        assertThat(TABLES.limit("disk.maxBytes")).isEqualTo(62L << 40);
        assertThat(TABLES.limit("disk.maxBytesVmfs3")).isEqualTo(2L << 40);
    }

    @Test
    void storageVMotionCostsSixteenOfADatastoreAndFourOfAHost() {
        var costs = Objects.requireNonNull(TABLES.admissionCosts("documentation"));
        assertThat(costs.cost("datastore", "storage-vmotion")).isEqualTo(16);
        assertThat(costs.budget("datastore")).isEqualTo(128);
        assertThat(costs.cost("host", "storage-vmotion")).isEqualTo(4);
        assertThat(costs.cost("host", "vmotion")).isEqualTo(1);
        assertThat(costs.budget("host")).isEqualTo(8);
        assertThat(costs.budget("vmotion-network-1g")).isEqualTo(4);
        assertThat(costs.budget("vmotion-network-10g")).isEqualTo(8);
        assertThat(costs.budget("vmotion-network-100g"))
                .as("no such row in any document")
                .isNull();
    }

    @Test
    void theArticleOf2021DiffersAndLeavesOutWhatItDoesNotSay() {
        var costs = Objects.requireNonNull(TABLES.admissionCosts("article-2021"));
        assertThat(costs.budget("host")).isEqualTo(16);
        assertThat(costs.cost("host", "storage-vmotion")).isEqualTo(8);
        assertThat(costs.budget("vcenter")).isEqualTo(640);
        assertThat(costs.budget("datastore")).isNull();
    }

    @Test
    void whatIsAbsentOrUnknownIsAbsent() {
        assertThat(TABLES.limit(null)).isNull();
        assertThat(TABLES.limit("no.such")).isNull();
        assertThat(TABLES.minimum(null)).isNull();
        assertThat(TABLES.minimum("no.such")).isNull();
        assertThat(TABLES.minEsxiForVCenter(null)).isNull();
        assertThat(TABLES.likelyMinEsxiForVCenter(null)).isNull();
        assertThat(TABLES.minEsxiForVCenter(TABLES.vCenter("12.0.0", null))).isNull();
        assertThat(TABLES.likelyMinEsxiForSwitch("1.0")).isNull();
        assertThat(TABLES.admissionCosts(null)).isNull();
        assertThat(TABLES.admissionCosts("rumour")).isNull();
    }

    private static void copy(Path folder) throws IOException {
        for (var file : files()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }
}
