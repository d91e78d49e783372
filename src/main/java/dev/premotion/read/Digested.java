package dev.premotion.read;

import dev.premotion.inventory.BadInput;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file whose SHA-256 is known once it has been read to its end. */
final class Digested extends FilterInputStream {

    private final MessageDigest digest;

    private Digested(InputStream in, MessageDigest digest) {
        super(new DigestInputStream(in, digest));
        this.digest = digest;
    }

    static Digested open(Path path, String name) {
        try {
            return new Digested(
                    new BufferedInputStream(Files.newInputStream(path), 1 << 16), MessageDigest.getInstance("SHA-256"));
        } catch (IOException e) {
            throw new BadInput(
                    name, "", "it cannot be read: " + e.getMessage(), "its permissions or its disk are at fault");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Lower-case hex. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            // Nothing was written: whatever was read is read.
        }
    }
}
