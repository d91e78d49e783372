package dev.premotion;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The headless Chromium of browser tests.
 *
 * <p>Where there is none, the test is skipped and says so; with {@code CI=true} it fails. The programs come from the
 * machine (Debian: {@code chromium} and {@code chromium-driver}) or from {@code CHROMIUM} and {@code CHROMEDRIVER};
 * nothing is downloaded, and pages reach no network.
 */
public final class Browser {
    // Selenium warns that it does not know this Chromium's developer tools, which no test uses.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private Browser() {}

    /** Opens a browser; close it with {@code quit()}. */
    public static ChromeDriver open(String... furtherArguments) {
        Optional<Path> chromium = program("CHROMIUM", "/usr/bin/chromium", "/usr/bin/google-chrome");
        Optional<Path> driver = program("CHROMEDRIVER", "/usr/bin/chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            return refuse();
        }
        var options = new ChromeOptions().setBinary(chromium.get().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // Chromium does not start as root with it; the pages are our own
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--force-device-scale-factor=1",
                "--window-size=1280,900",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        options.addArguments(furtherArguments);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get().toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    private static ChromeDriver refuse() {
        String message = "No Chromium with its driver on this machine.\n"
                + "Maybe install them (Debian: apt-get install chromium chromium-driver)"
                + " or name them in CHROMIUM and CHROMEDRIVER.";
        if ("true".equals(System.getenv("CI"))) {
            return fail(message);
        }
        System.err.println("Skipping a browser test. " + message);
        return abort(message);
    }

    private static Optional<Path> program(String variable, String... usual) {
        String named = System.getenv(variable);
        List<String> candidates = named == null ? List.of(usual) : List.of(named);
        return candidates.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
