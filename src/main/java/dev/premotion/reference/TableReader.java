package dev.premotion.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads tables from wherever they are and remembers their bytes for the digest. */
final class TableReader {

    /** Where tables are. */
    interface Source {
        byte[] bytes(String file) throws IOException;
    }

    private final Source source;
    private final MessageDigest sha;

    TableReader(Source source) {
        this.source = source;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Csv table(String file, String... columns) {
        try {
            var bytes = source.bytes(file);
            sha.update(bytes);
            return Csv.parse(file, new String(bytes, StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new BadTable(file, 0, null, null, "a table", "the folder is not the one with the tables.");
        }
    }

    /** SHA-256 of all tables read, in the order they were read in, in hexadecimal. */
    String digest() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
