package dev.premotion.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    @TempDir
    Path folder;

    private Path estate;

    @BeforeEach
    void anEstateOfTwoVCenters() throws IOException {
        estate = Files.createDirectory(folder.resolve("estate"));
        Texts.write(
                estate,
                "b.json",
                Texts.vCenter("\"name\": \"vcsa-01a\", \"hosts\": [ { \"id\": \"host-1\", \"name\": \"esx-01a\" } ]"));
        Texts.write(estate, "a.json", Texts.vCenter("\"name\": \"vcsa-02a\"").replace("uuid-a", "uuid-b"));
        Texts.write(
                estate,
                "facts.yaml",
                "format: premotion/facts/1\nfacts:\n"
                        + "- { kind: host, name: esx-01a, vmotionAdapter: true, build: 1, because: checked, by: jk }\n");
        Texts.write(estate, "plan.yaml", "format: premotion/plan/1\nname: x\n");
        Texts.write(estate, "README.md", "An estate.");
        Texts.write(estate, "result.json", "{\"format\": \"premotion/result/1\"}");
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNames() {
        var reading = Snapshots.read(List.of(estate), null);

        assertThat(reading.inventory().vCenters())
                .extracting(vCenter -> vCenter.name())
                .containsExactly("vcsa-02a", "vcsa-01a");
        assertThat(reading.files())
                .extracting(SourceFile::path)
                .containsExactly(estate + "/a.json", estate + "/b.json", estate + "/facts.yaml");
        assertThat(reading.files()).allSatisfy(file -> assertThat(file.sha256()).matches("[0-9a-f]{64}"));
        assertThat(reading.quality()).isEmpty();
    }

    @Test
    void theFactsOfTheFolderAreLaidOverItThenThoseThatWereNamed() {
        var more = Texts.write(
                folder,
                "more.yaml",
                "format: premotion/facts/1\nfacts:\n"
                        + "- { kind: host, name: esx-01a, build: 2, because: checked, by: jk }\n");
        var reading = Snapshots.read(List.of(estate), more);
        var host = Objects.requireNonNull(reading.inventory().vCenters().get(1).hosts())
                .items()
                .get(0);

        assertThat(host.vmotionAdapter()).isTrue();
        assertThat(host.build()).isEqualTo("2");
        assertThat(reading.origins().of(host.ref(), "vmotionAdapter"))
                .isEqualTo(estate + "/facts.yaml#/facts/0/vmotionAdapter (line 3)");
        assertThat(reading.origins().of(host.ref(), "name")).isEqualTo(estate + "/b.json#/vCenters/0/hosts/0/name");
        assertThat(reading.quality()).hasSize(1);
    }

    @Test
    void anEmptySnapshotInAFolderIsAnErrorAndNotSkipped() {
        for (var nothing : List.of("", " \n", "null\n")) {
            var broken = Texts.write(estate, "c.json", nothing);

            assertThatThrownBy(() -> Snapshots.read(List.of(estate), null))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContainingAll(broken.toString(), "line 1", "holds nothing", "\nMaybe ");
        }
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() {
        var reading = Snapshots.read(List.of(estate, estate.resolve("b.json"), estate), estate.resolve("facts.yaml"));

        assertThat(reading.files()).hasSize(3);
        assertThat(reading.quality()).isEmpty();
    }

    @Test
    void whatIsNoSnapshotInAFolderIsToldAndNotRead() throws IOException {
        Files.createDirectory(estate.resolve("old"));
        Files.createSymbolicLink(estate.resolve("loop"), estate);
        Files.createSymbolicLink(estate.resolve("gone.json"), folder.resolve("nothing"));
        Texts.write(estate, "package.json", "{\"name\": \"x\"}");
        Texts.write(estate, "dump.xml", "<x/>");
        Texts.write(estate, ".hidden", "");
        Texts.write(estate, "~$b.xlsx", "");

        assertThat(Snapshots.read(List.of(estate), null).quality())
                .extracting(QualityNote::file)
                .containsExactly(
                        estate + "/dump.xml",
                        estate + "/gone.json",
                        estate + "/loop",
                        estate + "/old",
                        estate + "/package.json");
    }

    @Test
    void aBrokenSnapshotInAFolderIsAnError() {
        Texts.write(estate, "c.json", "{\"format\": \"premotion/inventory/1\", ");
        refused(
                () -> Snapshots.read(List.of(estate), null),
                estate + "/c.json at line 1, column 37: the text ends in the middle of"
                        + " JSON\nMaybe the file was cut off when it was written or copied");
    }

    @Test
    void aPathThatIsNotThereIsToldWithTheNearestName() {
        refused(
                () -> Snapshots.read(List.of(folder.resolve("estat")), null),
                folder + "/estat: there is no such file or folder\nMaybe estate");
        refused(
                () -> Snapshots.read(List.of(folder.resolve("estat/b.json")), null),
                folder + "/estat/b.json: there is no such file or folder\nMaybe estate");
        refused(
                () -> Snapshots.read(List.of(estate), estate.resolve("fact.yaml")),
                estate + "/fact.yaml: there is no such file or folder\nMaybe facts.yaml");
    }

    @Test
    void aFileOfAnotherPurposeIsToldWhereItBelongs() {
        refused(
                () -> Snapshots.read(List.of(estate.resolve("plan.yaml")), null),
                estate + "/plan.yaml: this is no snapshot, expected a"
                        + " native inventory (.json), an RVTools export (.xlsx, or a folder of its .csv files), a dump"
                        + " (folder of .xml files) or a folder of them\nMaybe it is a plan: give it with --plan");
        refused(
                () -> Snapshots.read(List.of(estate), estate.resolve("plan.yaml")),
                estate + "/plan.yaml at /format (line 1, column 9):"
                        + " the format is \"premotion/plan/1\", expected premotion/facts/1\nMaybe it is a plan: give it with --plan");
        refused(
                () -> Snapshots.read(List.of(Path.of("/dev/null")), null),
                "/dev/null: this is neither a file nor a folder\n"
                        + "Maybe its contents should be put into a file first");
    }

    @Test
    void withoutASnapshotThereIsNothingToDo() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));
        refused(
                () -> Snapshots.read(List.of(empty), null),
                empty
                        + ": there is no snapshot here, expected a native inventory (.json), an RVTools export (.xlsx, or a"
                        + " folder of its .csv files), a dump (folder of .xml files) or a folder of them\nMaybe another folder was meant");
        Texts.write(empty, "a.json", "{\"format\": \"premotion/inventory/1\", \"vCenters\": []}");
        refused(
                () -> Snapshots.read(List.of(empty), null),
                empty + ": no vCenter could be read\nMaybe the capture stopped before it" + " had one");
    }

    @Test
    void theSameVCenterOfTwoFilesIsOne() {
        Texts.write(
                estate,
                "c.json",
                Texts.vCenter(
                        "\"hosts\": [ { \"id\": \"host-1\", \"build\": \"7\" } ], \"capturedAt\": \"2026-11-20T08:00:00Z\""));
        var reading = Snapshots.read(List.of(estate), null);

        assertThat(reading.inventory().vCenters()).hasSize(2);
        var host = Objects.requireNonNull(reading.inventory().vCenters().get(1).hosts())
                .items()
                .get(0);
        assertThat(host.name()).isEqualTo("esx-01a");
        assertThat(reading.inventory().vCenters().get(1).capturedAt()).isNull();
    }

    private static void refused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(BadInput.class).hasMessage(message);
    }
}
