package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eighty columns hold every line; only paths of files, which are to be copied, stay whole. */
class WidthTest {

    private static final int COLUMNS = 80;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "scan --help",
                "simulate --help",
                "estimate --help",
                "calibrate --help",
                "estimate --memory 2GiB --bandwidth 1Gbit/s --policy qemu --write 1GiB@400000pages/s",
                "estimate --memory 2GiB --bandwidth 1Gbit/s --write 1GiB@4000elephants/s",
                "calibrate no-such-log-of-a-host-that-nobody-has.log",
                "rules --help",
                "rules show CPU-EVC-CLUSTER",
                "scn"
            })
    void whatNeedsNoEstateFits(String line) {
        fits(Cli.run(line.split(" ")));
    }

    @Test
    void whatAnEstateGivesFits() {
        var reports = folder.toString();
        fits(Cli.run("run", "inventories/hol-2530", "--report-dir", reports, "--no-color"));
        fits(Cli.run("simulate", "inventories/hol-2530", "--report-dir", reports, "--no-color"));
        fits(Cli.run("scan", "inventories/hol-2530/site-a.json", "--report-dir", reports, "--no-color"));
    }

    private void fits(Cli run) {
        assertThat(run.out() + run.err()).isNotBlank();
        assertThat((run.out() + run.err()).lines().filter(line -> !line.contains(folder.toString())))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(COLUMNS));
    }
}
