package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import dev.premotion.rules.OwnRules;
import dev.premotion.rules.Preflight;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The built-in rules, with those of a user's folder where one is named.
 *
 * @param ownDigest SHA-256 over the folder's rules and cards; absent without a folder
 */
record RuleSet(Preflight preflight, @Nullable String ownDigest) {

    /** @throws BadInput where a rule or a card of the folder cannot be used */
    static RuleSet with(@Nullable Path folder) {
        if (folder == null) {
            return new RuleSet(Preflight.builtIn(), null);
        }
        var own = quietly(folder);
        return new RuleSet(own.with(Preflight.builtIn(), cache()), own.digest());
    }

    /** Drools' parser prints mistakes of its own accord; they come as one message. */
    private static OwnRules quietly(Path folder) {
        var err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return OwnRules.read(folder);
        } finally {
            System.setErr(err);
        }
    }

    /** Where users keep what can be made again. */
    private static Path cache() {
        var home = System.getenv("XDG_CACHE_HOME");
        var caches =
                home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
        return caches.resolve("premotion").resolve("rules");
    }
}
