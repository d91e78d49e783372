package dev.premotion.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Ref;
import dev.premotion.read.NativeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The whole command line in this JVM, as a user types it. */
record Cli(int exitCode, String out, String err) {

    private static final Ref ESX_02 = Estates.twoSites()
            .inventory()
            .vCenters()
            .get(0)
            .hosts()
            .items()
            .get(1)
            .ref();

    static final String HEAD = "format: premotion/plan/1\nname: evening\nmigrations:\n";
    /** Approved with the warning of HOST-QUARANTINE. */
    static final String WARNED = "  - { vm: web-a, to: { host: esx-02.site-a.example } }\n";
    /** Blocked by VM-TOOLS-INSTALL. */
    static final String BLOCKED = "  - { vm: db-a, to: { host: esx-03.site-a.example } }\n";
    /** VM-TOOLS-INSTALL is not known. */
    static final String OPEN = "  - { vm: metro-a, to: { host: esx-01.site-a.example } }\n";
    /** Approved, to the other site. */
    static final String CROSSING = "  - { vm: web-b, to: { vcenter: vcsa-a, host: esx-01.site-a.example,"
            + " datastore: ds-a1, networks: { VM-B: VM-A } } }\n";
    /** Blocked, since there is no such VM. */
    static final String MISSING = "  - { vm: web-z, to: { host: esx-02.site-a.example } }\n";

    static Cli run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(args);
        return new Cli(code, out.toString(), err.toString());
    }

    /** The clean estate of two sites as a file, read on 2026-11-20 at six, but for what the entries above say. */
    static String estate(Path folder) throws IOException {
        var read = Instant.parse("2026-11-20T06:00:00Z");
        var estate = Estates.twoSites()
                .change(Estates.VC_A, "capturedAt", read)
                .change(Estates.VC_B, "capturedAt", read)
                .change(ESX_02, "inQuarantineMode", true)
                .change(Estates.DB_A, "toolsInstallerMounted", true)
                .without(Estates.METRO_A, "toolsInstallerMounted");
        for (var vCenter : estate.inventory().vCenters()) {
            for (var vm : vCenter.vms()) {
                estate = estate.without(vm.ref(), "capturedAt");
            }
            for (var datastore : vCenter.datastores()) {
                estate = estate.without(datastore.ref(), "spaceReadAt");
            }
        }
        var bytes = new ByteArrayOutputStream();
        NativeWriter.write(estate.inventory(), bytes);
        return Files.write(folder.resolve("estate.json"), bytes.toByteArray()).toString();
    }

    static String plan(Path folder, String name, String entries) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), HEAD + entries).toString();
    }

    /** {@code scan} of the estate and a plan of these entries, printing the result as JSON. */
    static JsonNode scan(Path folder, String entries, String... more) throws IOException {
        var run = scanning(folder, entries, more);
        if (!run.err.isEmpty()) {
            throw new IllegalStateException(run.err);
        }
        return new ObjectMapper().readTree(run.out);
    }

    static Cli scanning(Path folder, String entries, String... more) throws IOException {
        var reports = folder.resolve("r").toString();
        var args = new ArrayList<>(List.of("scan", estate(folder), "--format", "json", "--report-dir", reports));
        args.addAll(List.of("--plan", plan(folder, "plan", entries)));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }
}
