package dev.premotion;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell script that people call, in a copy of the project's folder.
 *
 * <p>Building takes too long to be done for every test: here {@code mvn} is a script that hands out the jar of this very
 * build; {@code .ci/run} has the real one build a clean copy. Where a test is about what the script passes on, {@code
 * java} is a script that tells.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script; there one uses java -jar")
class LauncherIT {
    private static final String TELLING_JAVA = """
            #!/bin/sh
            pwd
            for argument in "$@"; do echo "$argument"; done
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path programs;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void layOutTheProject() throws IOException {
        home = Files.createDirectory(folder.resolve("a home"));
        programs = Files.createDirectory(folder.resolve("bin"));
        Files.copy(Path.of("premotion"), home.resolve("premotion"), COPY_ATTRIBUTES);
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectory(home.resolve("rules"));
        Files.createDirectories(home.resolve("src/main/java"));
        Files.writeString(home.resolve("src/main/java/Some.java"), "class Some {}");
        script("bin/mvn", """
                #!/bin/sh
                echo "$PWD" >>"%1$s/builds"
                sleep 0.2
                for argument in "$@"; do
                    case $argument in -Dpremotion.jar=*) cp "%2$s" "${argument#*=}" ;; esac
                done
                """.formatted(folder, Command.jar()));
        environment.put("PATH", programs + ":" + System.getenv("PATH"));
    }

    @Test
    void buildsOnFirstUseAndSaysSoButNotAgain() throws Exception {
        Command first = premotion("--version");
        assertThat(first.out()).startsWith("premotion ");
        assertThat(first.err()).contains("building");
        assertThat(first.exitCode()).isZero();

        Command second = premotion("--version");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEmpty();
        assertThat(builds()).containsExactly(home.toRealPath().toString());
    }

    @Test
    void buildsAgainWhenSomethingWasChangedAddedOrDeleted() throws Exception {
        tellingJava(TELLING_JAVA);
        haveBuilt();
        Files.writeString(home.resolve("rules/new.drl"), "");
        premotion("--version");
        assertThat(builds()).hasSize(2);
        Files.writeString(home.resolve("pom.xml"), "<project></project>");
        premotion("--version");
        assertThat(builds()).hasSize(3);
        Files.delete(home.resolve("src/main/java/Some.java"));
        premotion("--version");
        assertThat(builds()).hasSize(4);
        premotion("--version");
        assertThat(builds()).hasSize(4);
    }

    @Test
    void whatWasEditedDuringTheBuildIsBuiltNextTime() throws Exception {
        tellingJava(TELLING_JAVA);
        String mvn = Files.readString(programs.resolve("mvn"));
        Path source = home.resolve("src/main/java/Some.java");
        Files.writeString(programs.resolve("mvn"), mvn + "[ -e \"$PWD/again\" ] || touch '" + source + "'\n");
        haveBuilt();
        Files.writeString(home.resolve("again"), "");
        premotion("--version");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void aFailedBuildIsAnInternalErrorWithAdvice() throws Exception {
        script("bin/mvn", "#!/bin/sh\necho '[ERROR] no such network'\nexit 1\n");
        Command run = premotion("--version");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("[ERROR] no such network").containsPattern("(?m)^Maybe ");
        assertThat(home.resolve(".premotion/build.log")).content().contains("no such network");
        assertThat(home.resolve(".premotion/build.lock")).doesNotExist();
    }

    @Test
    void firstRunsAtOnceBuildOnce() throws Exception {
        tellingJava(TELLING_JAVA);
        var runs = new ArrayList<CompletableFuture<Command>>();
        for (int i = 0; i < 3; i++) {
            runs.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return premotion("--version");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (var run : runs) {
            assertThat(run.get().out()).contains("--version");
            assertThat(run.get().exitCode()).isZero();
        }
        assertThat(builds()).hasSize(1);
    }

    @Test
    void takesOverTheLockOfABuildThatDied() throws Exception {
        tellingJava(TELLING_JAVA);
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(home.resolve(".premotion/build.lock"));
        Files.writeString(home.resolve(".premotion/build.lock/pid"), dead.pid() + "\n");
        assertThat(premotion("--version").exitCode()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void runsInTheCallersFolderFromAnywhereThroughLinks() throws Exception {
        tellingJava(TELLING_JAVA);
        haveBuilt();
        Path elsewhere = Files.createDirectories(folder.resolve("else where/deep"));
        Files.createSymbolicLink(folder.resolve("one"), home.resolve("premotion"));
        Files.createSymbolicLink(elsewhere.resolve("two"), Path.of("../../one"));
        for (List<String> call : List.of(
                List.of(elsewhere.resolve("two").toString()),
                List.of("./two"),
                List.of("sh", "two"),
                List.of("sh", "../../one"))) {
            var command = new ArrayList<>(call);
            Collections.addAll(command, "run", "my estate", "", "*");
            Command run = Command.run(elsewhere, environment, command);
            assertThat(run.out().lines())
                    .startsWith(elsewhere.toRealPath().toString())
                    .endsWith(
                            "-jar",
                            home.toRealPath().resolve("target/premotion.jar").toString(),
                            "run",
                            "my estate",
                            "",
                            "*");
        }
        assertThat(builds()).hasSize(1);
    }

    @Test
    void smallInputsStartFastAndLargeOnesGetTheWholeJit() throws Exception {
        tellingJava(TELLING_JAVA);
        haveBuilt();
        Path small = Files.write(folder.resolve("small.json"), new byte[1000]);
        Path estate = Files.createDirectory(folder.resolve("estate"));
        Files.write(estate.resolve("large.json"), new byte[5 << 20]);
        assertThat(premotion("run", small.toString()).out().lines())
                .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        assertThat(premotion("run", estate.toString()).out().lines())
                .contains("-XX:+UseParallelGC")
                .doesNotContain("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    @Test
    void exitCodesAreTheProgramsAndAJavaThatDoesNotStartIsThree() throws Exception {
        haveBuilt();
        for (var code : Map.of(0, 0, 101, 1, 2, 2, 3, 3, 4, 4, 1, 3).entrySet()) {
            tellingJava("#!/bin/sh\nexit " + code.getKey() + "\n");
            assertThat(premotion("run").exitCode())
                    .as("java ends with %s", code.getKey())
                    .isEqualTo(code.getValue());
        }
    }

    @Test
    void javaOptsReachARealJavaAndWin() throws Exception {
        haveBuilt();
        environment.put("JAVA_OPTS", "-XX:+UseG1GC -Dsome=thing");
        assertThat(premotion("--version").exitCode()).isZero();
        environment.put("JAVA_OPTS", "-XX:+NoSuchOption");
        Command refused = premotion("--version");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("NoSuchOption").containsPattern("(?m)^Maybe ");
    }

    @Test
    void aJavaHomeWithoutJavaOrWithAnOldOneIsExplained() throws Exception {
        environment.put("JAVA_HOME", folder.resolve("nothing").toString());
        Command nothing = premotion("--version");
        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.err()).contains("nothing").containsPattern("(?m)^Maybe ");

        tellingJava(TELLING_JAVA);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Command old = premotion("--version");
        assertThat(old.exitCode()).isEqualTo(3);
        assertThat(old.err()).contains("Java 11").contains("17 or newer");
    }

    @Test
    void standardInputReachesTheProgram() throws Exception {
        tellingJava("#!/bin/sh\ncat\n");
        haveBuilt();
        Path input = Files.writeString(folder.resolve("input"), "from outside\n");
        Command run = Command.run(
                home, environment, List.of("sh", "-c", "./premotion run <'" + input + "' && ./premotion run <&-"));
        assertThat(run.out()).isEqualTo("from outside\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aSignalEndsTheProgramToo() throws Exception {
        tellingJava("""
                #!/bin/sh
                trap 'echo cleaned >"%1$s/cleaned"; exit 0' TERM
                echo started >"%1$s/started"
                i=0
                while [ $i -lt 100 ]; do sleep 0.1; i=$((i + 1)); done
                """.formatted(folder));
        var builder = new ProcessBuilder(home.resolve("premotion").toString(), "run");
        builder.environment().putAll(environment);
        Process run = builder.start();
        await(folder.resolve("started"));
        run.destroy();
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(143);
        assertThat(folder.resolve("cleaned")).exists();
    }

    @Test
    void keepsAnArchiveForThisJavaAndOutlivesADamagedOne() throws Exception {
        haveBuilt();
        Path archives = home.resolve("target/archive");
        List<Path> kept = list(archives);
        assertThat(kept).hasSize(1);
        assertThat(Files.size(kept.get(0))).isPositive();

        Files.delete(kept.get(0));
        Files.writeString(kept.get(0), "no archive at all");
        Files.setLastModifiedTime(kept.get(0), FileTime.from(Instant.now().plusSeconds(5)));
        Command run = premotion("--version");
        assertThat(run.out()).startsWith("premotion ");
        assertThat(run.err()).isEmpty();

        Files.setLastModifiedTime(kept.get(0), FileTime.from(Instant.EPOCH));
        premotion("--version");
        assertThat(Files.size(kept.get(0))).as("made anew for a newer jar").isGreaterThan(100_000);
        assertThat(list(archives)).isEqualTo(kept);
    }

    private void haveBuilt() throws Exception {
        assertThat(premotion("--version").exitCode()).isZero();
    }

    private Command premotion(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(home.resolve("premotion").toString()));
        Collections.addAll(command, arguments);
        return Command.run(folder, environment, command);
    }

    private void tellingJava(String text) throws IOException {
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());
        script("jdk/bin/java", text);
    }

    private void script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds"));
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static void await(Path file) throws InterruptedException {
        for (int i = 0; i < 200 && !Files.exists(file); i++) {
            Thread.sleep(50);
        }
        assertThat(file).exists();
    }
}
