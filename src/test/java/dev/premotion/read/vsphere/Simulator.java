package dev.premotion.read.vsphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.premotion.inventory.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * govmomi's vCenter simulator on 127.0.0.1. It needs Go and the sources of govmomi; where they are missing the tests that
 * need it are skipped, but with {@code CI=true} they fail.
 */
final class Simulator implements AutoCloseable {

    static final String USER = "reader@vsphere.local";
    static final String PASSWORD = "s3cret & <sound>";
    private static final Path GOPATH = Path.of("/usr/share/gocode");
    private static final Path SOURCES = Path.of("src/test/go/simulator");
    private static final Path PROGRAM = Path.of("target/simulator/simulator").toAbsolutePath();

    private final Process process;
    final URI address;
    final String thumbprint;

    private Simulator(Process process, URI address, String thumbprint) {
        this.process = process;
        this.address = address;
        this.thumbprint = thumbprint;
    }

    static Simulator start(String... arguments) throws Exception {
        build();
        var command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = out.readLine();
        assertThat(line).as("what the simulator prints").isNotNull();
        var words = line.split(" ");
        return new Simulator(process, URI.create(words[0]), words[1]);
    }

    private static synchronized void build() throws Exception {
        if (Files.isExecutable(PROGRAM) && !olderThanItsSources()) {
            return;
        }
        if (!available()) {
            var message = "the vCenter simulator needs golang-go and golang-github-vmware-govmomi-dev";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            abort(message);
        }
        Files.createDirectories(PROGRAM.getParent());
        var go = new ProcessBuilder("go", "build", "-o", PROGRAM.toString(), ".")
                .directory(SOURCES.toFile())
                .redirectErrorStream(true);
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOFLAGS", "");
        go.environment().put("GOPATH", GOPATH.toString());
        go.environment()
                .putIfAbsent(
                        "GOCACHE",
                        Path.of("target/simulator/cache").toAbsolutePath().toString());
        var building = go.start();
        var said = new String(building.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(building.waitFor()).as(said).isZero();
    }

    private static boolean olderThanItsSources() throws IOException {
        var built = Files.getLastModifiedTime(PROGRAM);
        try (var sources = Files.list(SOURCES)) {
            for (var source : sources.toList()) {
                if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean available() throws InterruptedException {
        if (!Files.isDirectory(GOPATH.resolve("src/github.com/vmware/govmomi/simulator"))) {
            return false;
        }
        try {
            return new ProcessBuilder("go", "version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Access with the right password and thumbprint. */
    Access access() {
        return access(PASSWORD, Trust.thumbprint(thumbprint));
    }

    Access access(String password, Trust trust) {
        return new Access(
                address,
                USER,
                password.toCharArray(),
                trust,
                Duration.ofSeconds(60),
                Duration.ofMillis(10),
                Clock.systemUTC());
    }

    Reading read() {
        return LiveReader.read(access(), step -> {});
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroy();
        }
    }
}
