package dev.premotion.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program's entry; so far it only tells its version. */
@Command(name = "premotion", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
public final class Main implements Runnable {
    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(LauncherExit.translate(new CommandLine(new Main()).execute(args)));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** The version that Maven built. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            var properties = new Properties();
            try (InputStream in = Objects.requireNonNull(Main.class.getResourceAsStream("version.properties"))) {
                properties.load(in);
            }
            return new String[] {"premotion " + properties.getProperty("version")};
        }
    }
}
