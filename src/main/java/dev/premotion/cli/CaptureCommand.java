package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import dev.premotion.read.vsphere.Access;
import dev.premotion.read.vsphere.LiveReader;
import dev.premotion.read.vsphere.Trust;
import dev.premotion.report.Untrusted;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a live vCenter and writes what it says as a native inventory. */
@Command(
        name = "capture",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads a live vCenter (6.5 to 9.x) and writes a snapshot of it. It changes nothing there; an account",
            "with read-only access is enough. The password comes from --password-file, from the variable",
            "PREMOTION_PASSWORD, or is asked for."
        })
final class CaptureCommand implements Callable<Integer> {

    @Parameters(paramLabel = "VCENTER", description = "the vCenter: its name, or the address of its API")
    private String vCenter = "";

    @Option(names = "--user", required = true, paramLabel = "U", description = "name to log in with, with its domain")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "F", description = "file whose first line is the password")
    @Nullable
    private Path passwordFile;

    @ArgGroup
    @Nullable
    private Certificate certificate;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "where to write the snapshot")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path output;

    @Mixin
    private CheckOptions check = new CheckOptions();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "longest time one answer may take (default: ${DEFAULT-VALUE})")
    private int timeout;

    @Option(names = "--quiet", description = "say nothing but what is odd")
    private boolean quiet;

    @Option(names = "--stacktrace", description = "show where an error came from")
    private boolean stacktrace;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** How the certificate is checked where Java's authorities do not know it. */
    static final class Certificate {

        @Option(
                names = "--thumbprint",
                paramLabel = "T",
                description = "SHA-256 or SHA-1 of the server's certificate; no other is trusted")
        @Nullable
        private String thumbprint;

        @Option(names = "--ca", paramLabel = "FILE", description = "certificates of the authorities to trust (PEM)")
        @Nullable
        private Path ca;

        private Trust trust() {
            return thumbprint != null
                    ? Trust.thumbprint(thumbprint)
                    : ca != null ? Trust.authorities(ca) : Trust.system();
        }
    }

    @Override
    public Integer call() {
        check.readable();
        var file = new SnapshotFile(spec.commandLine(), quiet, output);
        var address = address(vCenter);
        var trust = certificate == null ? Trust.system() : certificate.trust();
        var password = Password.of(passwordFile, user + " at " + address.getHost());
        var err = spec.commandLine().getErr();
        try {
            var access = new Access(
                    address,
                    user,
                    password,
                    trust,
                    Duration.ofSeconds(Math.max(1, timeout)),
                    Duration.ofSeconds(1),
                    Clock.systemUTC());
            Consumer<String> progress = step -> {
                if (!quiet && Terminal.interactive()) {
                    err.println(step);
                }
            };
            var others = new ArrayList<String>();
            var captured = LiveReader.read(access, progress, others::addAll);
            file.write(check.asked(captured, access, progress, err::println));
            if (!quiet) {
                offer(others);
            }
        } finally {
            Arrays.fill(password, ' ');
        }
        return ExitCode.PASSES.code;
    }

    /** A group of linked vCenters is one estate: moves between them need all of their snapshots. */
    private void offer(List<String> others) {
        if (others.isEmpty()) {
            return;
        }
        var out = spec.commandLine().getOut();
        out.println("Linked with it: " + others.size() + (others.size() == 1 ? " vCenter." : " vCenters.") + " To read "
                + (others.size() == 1 ? "it" : "them") + " too:");
        others.forEach(other -> out.println("  premotion capture " + Untrusted.visible(other) + " --user " + user
                + " -o " + Untrusted.visible(String.valueOf(URI.create(other).getHost())) + ".json"));
    }

    /** The address of the API; a password goes in clear to no other machine. */
    static URI address(String vCenter) {
        var text = vCenter.contains("://") ? vCenter : "https://" + vCenter;
        try {
            var uri = new URI(text);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
                throw new URISyntaxException(text, "it is no address of a vCenter");
            }
            if (!scheme.equals("https") && !(scheme.equals("http") && here)) {
                throw new URISyntaxException(text, "only https keeps the password to itself");
            }
            var path = uri.getPath() == null
                            || uri.getPath().isEmpty()
                            || uri.getPath().equals("/")
                    ? "/sdk"
                    : uri.getPath();
            return new URI(scheme, null, uri.getHost(), uri.getPort(), path, null, null);
        } catch (URISyntaxException e) {
            var shown = text.replaceFirst("//[^/@]*@", "//...@");
            throw new BadInput(
                    shown,
                    "",
                    e.getReason() + ", expected such as https://vcsa.example/sdk",
                    "user and password were written into it: give --user and --password-file");
        }
    }
}
