package dev.premotion.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole command line in this JVM, as a user types it. */
record Cli(int exitCode, String out, String err) {

    /** The bundled estate. */
    static final String HOL = Path.of("inventories", "hol-2530").toString();

    static Cli run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(args);
        return new Cli(code, out.toString(), err.toString());
    }

    /** {@code scan} of the bundled estate into a folder of its own, printing the result as JSON. */
    static JsonNode scan(Path folder, String... more) throws IOException {
        var run = scanning(folder, more);
        if (!run.err.isEmpty()) {
            throw new IllegalStateException(run.err);
        }
        return new ObjectMapper().readTree(run.out);
    }

    static Cli scanning(Path folder, String... more) {
        var args = new ArrayList<>(List.of(
                "scan",
                HOL,
                "--format",
                "json",
                "--report-dir",
                folder.resolve("r").toString()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }
}
