package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    /** In the form of Broadcom KB 436882. */
    private static final String VMKERNEL = """
            2026-04-14T15:38:01.100Z cpu0:151370)Migrate: vm 151370: 4650: Setting VMOTION info
            2026-04-14T15:38:20.160Z cpu0:151370)VMotion: 4650: 1446046703473901 S: Stopping pre-copy: only 1296 pages left to send, which can be sent within the switchover time goal of 0.500 seconds (network bandwidth ~145.404 MB/s, 101088% t2d)
            2026-04-14T15:38:20.213Z cpu1:151421)VMotionSend: 4156: 1446046703473901 S: Sent all modified pages to destination (network bandwidth ~102.1 MB/s)
            2026-04-14T16:00:00.000Z cpu0:151370)VMotion: 4650: 1446046703479999 S: Stopping pre-copy: only 200000 pages left to send, which can be sent within the switchover time goal of 0.500 seconds (network bandwidth ~1000.000 MB/s, 150% t2d)
            """;

    private static final String VMWARE = """
            2026-04-14T15:30:00.000Z| vcpu-0| I120: Checkpoint_Unstun: vm stopped for 999999 us
            2026-04-14T15:38:20.200Z| vmx| I120: Migrate_Open: Restoring from <10.0.0.2> with migration id 1446046703473901
            2026-04-14T15:38:20.400Z| vcpu-0| I120: Checkpoint_Unstun: vm stopped for 236500 us
            2026-04-14T15:50:00.000Z| vcpu-0| I120: Checkpoint_Unstun: vm stopped for 888888 us
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path... logs) {
        var args = new String[logs.length + 1];
        args[0] = "calibrate";
        for (int i = 0; i < logs.length; i++) {
            args[i + 1] = logs[i].toString();
        }
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void joinsTheLogsOfHostAndVmByTheMigration() throws IOException {
        assertThat(run(file("vmware.log", VMWARE), file("vmkernel.log", VMKERNEL)))
                .isZero();
        assertThat(out.toString())
                .contains("1446046703473901           1296    145 MB/s       37 ms     53 ms    237 ms")
                .contains("819 ms         -         - *")
                .containsPattern("proves\\s+nothing; where it is not \\(1 of 2, marked")
                .containsPattern("The whole stun, with devices and hand-over, took 6.48\\s+times");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void withoutTheVmsLogTheTimeToTheLastPageCounts() throws IOException {
        Path packed = folder.resolve("vmkernel.1.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(VMKERNEL.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(run(packed)).isZero();
        assertThat(out.toString()).contains("37 ms     53 ms         -").containsPattern("took\\s+1.45\\s+times");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(run(file("vmware.log", VMWARE))).isEqualTo(2);
        assertThat(err.toString()).contains("Stopping pre-copy").contains("\nMaybe ");
        assertThat(run(folder.resolve("none.log"))).isEqualTo(2);
        assertThat(run(file("broken.gz", "no gzip"))).isEqualTo(2);
    }

    /** The stun of a migration whose id the log does not name is nobody's; neither is a stun time without a source. */
    @Test
    void aStunGoesToTheMigrationThatItsLogNames() throws IOException {
        String other = VMWARE.replace("1446046703473901", "1446046703470000");
        String precopy = "2026-04-14T15:38:20.500Z| vmx| 1446046703473901: preCopyStunTime 77\n";
        assertThat(run(file("vmkernel.log", VMKERNEL), file("vmware.log", other + precopy)))
                .isZero();
        assertThat(out.toString()).doesNotContain("237 ms").contains("No log says how long a guest stood");
    }

    @Test
    void aPredictionThatIsTooLongIsToldAsSuch() throws IOException {
        String quick = VMWARE.replace("236500 us", "10000 us");
        assertThat(run(file("vmkernel.log", VMKERNEL), file("vmware.log", quick)))
                .isZero();
        assertThat(out.toString()).containsPattern("took 0.27\\s+times").contains("-27 ms");
    }

    @Test
    void aSwitchoverGoalOfManyDigitsIsSkippedAndCounted() throws IOException {
        String huge = VMKERNEL.replace("1296 pages", "9".repeat(400) + " pages");
        assertThat(run(file("vmkernel.log", huge))).isZero();
        assertThat(out.toString()).contains("1 lines were skipped").doesNotContain("1446046703473901 ");
    }

    /** Time in proportion to the size: with patterns that look for their beginning again and again it never ends. */
    @Test
    void longLinesAndNoiseAreReadAsFastAsAnythingElse() throws IOException {
        var noise = new byte[1_500_000];
        new Random(1).nextBytes(noise);
        String text = "a".repeat(200_000) + "\n" + "1234567890 ".repeat(50_000) + "\n"
                + "precopystuntime".repeat(20_000) + "\n" + Base64.getEncoder().encodeToString(noise) + "\n" + VMKERNEL;
        assertThat(run(file("vmkernel.log", text))).isZero();
        assertThat(out.toString()).contains("4 lines were skipped").contains("1446046703473901");
    }

    @Test
    void whatIsNoLogIsRefusedWithItsPlace() throws IOException {
        var noise = new byte[20 << 20];
        new Random(2).nextBytes(noise);
        noise[100] = 0;
        Path binary = Files.write(folder.resolve("core.bin"), noise);
        assertThat(run(binary)).isEqualTo(2);
        assertThat(err.toString()).contains("core.bin at line ").contains("NUL").contains("\nMaybe ");
        assertThat(run(folder)).isEqualTo(2);
        assertThat(err.toString()).contains("it is a folder");
    }
}
