package dev.premotion.reference;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads tables from wherever they are and remembers their bytes for the digest. */
final class TableReader {

    /** Where tables are. */
    interface Source {
        byte[] bytes(String file) throws IOException;
    }

    /** Where the build puts the tables on the class path. */
    private static final String PLACE = "/dev/premotion/rules/";

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

    /** The bytes of one of the project's own tables. */
    static byte[] builtIn(String file) throws IOException {
        try (var stream = TableReader.class.getResourceAsStream(PLACE + file)) {
            if (stream == null) {
                throw new IOException("not on the class path");
            }
            return stream.readAllBytes();
        }
    }

    Csv table(String file, String... columns) {
        try {
            var bytes = source.bytes(file);
            sha.update(bytes);
            return Csv.parse(file, Csv.text(file, bytes), columns);
        } catch (IOException e) {
            throw new BadTable(
                    file, 0, null, null, "a table", "its name is wrong, or the folder is not the one with the tables.");
        }
    }

    /** SHA-256 of all tables read, in the order they were read in, in hexadecimal. */
    String digest() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
