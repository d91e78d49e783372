package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a password comes from: a file, the environment, or whoever sits at the terminal. Never an argument. */
final class Password {

    private static final String VARIABLE = "PREMOTION_PASSWORD";
    private static final int LONGEST_FILE = 4_096;

    private Password() {}

    /**
     * The password.
     *
     * @param file file whose first line it is; absent where none is given
     * @param whose for the question
     */
    static char[] of(@Nullable Path file, String whose) {
        if (file != null) {
            return ofFile(file);
        }
        var variable = System.getenv(VARIABLE);
        if (variable != null && !variable.isEmpty()) {
            return variable.toCharArray();
        }
        var console = System.console();
        var typed = console == null ? null : console.readPassword("Password of %s: ", whose);
        if (typed == null || typed.length == 0) {
            throw new BadInput(
                    "the password",
                    "",
                    "there is none, expected --password-file F or the variable " + VARIABLE,
                    "the terminal that would ask for it is missing");
        }
        return typed;
    }

    /** The password with which a vCenter logs in to another one. */
    static char[] ofDestination(@Nullable Path file, String user) {
        if (file == null) {
            throw new BadInput(
                    "the password of " + user,
                    "",
                    "there is none, expected --destination-password-file F",
                    "the option was forgotten");
        }
        return ofFile(file);
    }

    private static char[] ofFile(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new BadInput(file.toString(), "", "this is too long for a password", "another file was meant");
            }
            var line = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            if (line.isEmpty()) {
                throw new BadInput(
                        file.toString(),
                        "",
                        "its first line is empty, expected the password",
                        "it stands further down");
            }
            return line.toCharArray();
        } catch (IOException e) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "the password cannot be read",
                    "the file is elsewhere, or its permissions keep you out");
        }
    }
}
