package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.report.FixGroup;
import dev.premotion.report.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to do about a mistake fits the mistake. */
class RemediesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { vm: web-z, to: { host: esx-02.site-a.example } }                | Correct the name, or name the VM by vCenter and id.
            { vm: web-a, to: { host: esx-99 } }                               | Correct the name under "host", or write the id of the one meant.
            { vm: web-a, to: { datacenter: DC-X, host: esx-02.site-a.example } } | Correct the name under "datacenter", or write the id of the one meant.
            { vm: web-a, to: { folder: nowhere } }                            | Correct the name under "folder", or write the id of the one meant.
            { vm: web-a, to: { networks: { VM-A: VM-A } } }                   | Name under "to" where the VM is to go.
            { vm: web-a, to: { disks: [ { key: 9, datastore: ds-a2 } ] } }    | Write the key of a disk that the VM has, or leave the disk out.
            { select: { name: 'nosuch*' }, to: { host: esx-02.site-a.example } } | Correct what selects the VMs, or take the entry out of the plan.
            """)
    void anEntryThatCannotBeSaysHowToMendIt(String entry, String remedy) throws IOException {
        var result = Cli.scan(folder, "  - " + entry + "\n");

        assertThat(result.at("/findings/0/rule").asText()).isEqualTo("PLAN-ENTRY");
        assertThat(result.at("/findings/0/remedy").asText()).isEqualTo(remedy);
        assertThat(result.at("/fixes/0/remedy").asText()).isEqualTo(remedy);
    }

    @Test
    void aVmThatIsMovedTwiceIsToldOnceAndFreesNoOther() throws IOException {
        var result = Cli.scan(folder, Cli.WARNED + Cli.WARNED + Cli.MISSING);

        assertThat(result.get("fixes").findValuesAsText("remedy"))
                .contains("Leave the VM out of one of the two entries.")
                .hasSize(2);
        assertThat(result.get("fixes"))
                .extracting(fix -> fix.get("together").asInt())
                .containsExactly(1, 1);
    }

    @Test
    void whatToFixStandsInTheOrderOfItsRemediesEverywhere() throws IOException {
        var file = folder.resolve("r.json");
        Cli.run("scan", "inventories/hol-2530", "--json", file.toString(), "--report-dir", folder.toString());
        var result = ResultFile.read(file);

        assertThat(FixGroup.of(result)).hasSizeLessThan(result.fixes().size());
        assertThat(FixGroup.of(result).stream().flatMap(group -> group.fixes().stream()))
                .containsExactlyElementsOf(result.fixes());
    }

    @Test
    void anEmptyListIsWrittenWithBrackets() throws IOException {
        var facts = Files.writeString(folder.resolve("facts.yaml"), """
                format: premotion/facts/1
                facts:
                  - { kind: vm, name: "*", cpuAffinity: none, because: checked, by: jk }
                """);

        assertThat(Cli.run("scan", "inventories/hol-2530", "--facts", facts.toString())
                        .err())
                .endsWith("Maybe []\n");
    }

    @Test
    void aReasonThatIsBlankIsToBeWritten() throws IOException {
        var waivers = "waivers: [ { rule: NET-RTT-150, subject: a, because: ' ', by: jk, until: 2090-01-01 } ]\n";

        assertThat(Cli.scanning(folder, Cli.WARNED + waivers).err())
                .contains("/waivers/0/because")
                .endsWith("Maybe write something such as \"because: licence ordered\".\n");
    }

    @Test
    void aDumpWithoutVmsHasNoSheet() throws IOException {
        var dump = Files.createDirectory(folder.resolve("dump"));
        Files.writeString(
                dump.resolve("0001-HostSystem-host-1.xml"), "<Object><Self type=\"HostSystem\">host-1</Self></Object>");
        Files.writeString(dump.resolve("0002-VirtualMachine-vm-1.xml"), "<Object><Self type=\"Virt");

        assertThat(Cli.run("scan", dump.toString()).err())
                .contains("no VM could be read")
                .doesNotContain("vInfo")
                .endsWith("Maybe what the snapshot says of VMs is missing or damaged: take it again\n");
    }
}
