package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.rules.Faults;
import dev.premotion.rules.Rulebook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eighty columns hold every line; only the path of a file, which is to be copied, stays whole at the end of its line. */
class WidthTest {

    private static final int COLUMNS = 80;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "--help, 0",
        "run --help, 0",
        "scan --help, 0",
        "simulate --help, 0",
        "estimate --help, 0",
        "calibrate --help, 0",
        "capture --help, 0",
        "convert --help, 0",
        "diff --help, 0",
        "estimate --memory 2GiB --bandwidth 1Gbit/s --policy qemu --write 1GiB@400000pages/s, 0",
        "rules --help, 0",
        "rules list --help, 0",
        "rules show --help, 0",
        "rules show CPU-EVC-CLUSTER, 0",
        "rules show VM-ENC-DEST-KEY, 0",
        "scn, 2"
    })
    void whatNeedsNoEstateFits(String line, int code) {
        fits(code, Cli.run(line.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "run inventories/hol-2530, 1",
        "simulate inventories/hol-2530, 0",
        "scan inventories/hol-2530, 1",
        "scan inventories/hol-2530/site-a.json, 1",
        "scan inventories/hol-2530 --explain acct-db01, 0"
    })
    void whatAnEstateGivesFits(String line, int code) {
        var args = new ArrayList<>(List.of(line.split(" ")));
        args.addAll(List.of("--report-dir", folder.toString(), "--no-color"));

        fits(code, Cli.run(args.toArray(String[]::new)));
    }

    private void fits(int code, Cli run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
        assertThat(code == 2 ? run.err() : run.out()).isNotBlank();
        var path = Pattern.compile(Pattern.quote(folder.toString()) + "\\S*$");
        assertThat((run.out() + run.err()).lines())
                .allSatisfy(line -> assertThat(path.matcher(line).replaceAll("").length())
                        .as(line)
                        .isLessThanOrEqualTo(COLUMNS));
    }

    @Test
    void anErrorGoesOnBelowItsLineAndOnlyMaybeBeginsWithMaybe() {
        var path = "/a/folder/with/a/very/long/name/that/nobody/would/type/twice/but/everybody/copies/estate.json";
        var lines = Errors.wrapped(
                path
                        + ": the list of hosts is no list of hosts but something else that is quite long. Maybe not even that.\n"
                        + "Maybe convert makes what it holds into a snapshot that can be read by every command of the program.\n"
                        + "  rule SITE-PCI: an indented line stays indented where it goes on, however long it becomes in the end",
                COLUMNS);

        assertThat(lines)
                .contains(path + ":")
                .filteredOn(line -> !line.contains(path))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
        assertThat(lines).filteredOn(line -> line.startsWith("Maybe")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.startsWith("    ")).isNotEmpty();
        assertThat(String.join(" ", lines).replaceAll(" +", " ")).contains("no list of hosts but something else");
        assertThat(Errors.wrapped("short", COLUMNS)).containsExactly("short");
    }

    @Test
    void theRulebookFitsATerminalAndIsWholeInAPipe() {
        var cards = Rulebook.load().cards().values();

        assertThat(RuleTables.rules(cards, COLUMNS))
                .hasSameSizeAs(RuleTables.rules(cards, RuleTables.ENDLESS))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
        assertThat(String.join("\n", RuleTables.rules(cards, RuleTables.ENDLESS)))
                .contains(cards.stream().map(card -> card.title()).toList());
        assertThat(RuleTables.faults(Faults.of(cards), COLUMNS))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
    }
}
