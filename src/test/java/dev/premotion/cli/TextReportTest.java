package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estates;
import dev.premotion.read.NativeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the terminal shows of a check. */
class TextReportTest {

    @TempDir
    Path folder;

    @Test
    void aQuestionBeginsWithACapitalUnlessANameWithOneBeginsIt() throws IOException {
        var estate = Estates.twoSites()
                .without(Estates.VC_A, "version")
                .without(Estates.VC_A, "build")
                .without(Estates.vm(Estates.B, 1), "toolsInstallerMounted");
        var bytes = new ByteArrayOutputStream();
        NativeWriter.write(estate.inventory(), bytes);
        var file = Files.write(folder.resolve("estate.json"), bytes.toByteArray());
        var plan = Cli.plan(folder, "plan", Cli.CROSSING);

        var run = Cli.run("scan", file.toString(), "--plan", plan, "--report-dir", folder.toString(), "--no-color");

        assertThat(run.out()).containsPattern("\\d\\. vCenter vcsa-a: ").containsPattern("\\d\\. VMs? ");
    }
}
