package dev.premotion.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * All reference tables. Every look-up takes what a snapshot may lack: an absent argument gives an absent answer, and so does
 * what the tables do not know, unless the value itself says so.
 */
public final class Tables {

    /** Where the build puts the tables on the class path. */
    private static final String PLACE = "/dev/premotion/rules/";

    private final Releases vCenters;
    private final Releases esxis;
    private final EvcModes evcModes;
    private final HardwareVersions hardwareVersions;
    private final String digest;

    private Tables(Source source) {
        var reader = new Reader(source);
        vCenters = Releases.of(Product.VCENTER, reader.table("vcenter-releases.csv", KnownRelease.COLUMNS));
        esxis = Releases.of(Product.ESXI, reader.table("esxi-releases.csv", KnownRelease.COLUMNS));
        evcModes = EvcModes.of(reader.table("evc-modes.csv", EvcModes.COLUMNS));
        hardwareVersions =
                HardwareVersions.of(reader.table("hardware-versions.csv", HardwareVersions.COLUMNS), esxis);
        digest = reader.digest();
    }

    /** The built-in tables. */
    public static Tables load() {
        return new Tables(Tables::resource);
    }

    /** The tables of a folder; all of them have to be there. */
    public static Tables load(Path folder) {
        return new Tables(file -> Files.readAllBytes(folder.resolve(file)));
    }

    /** The vCenter Server of a version and a build as its {@code about} shows them, by either build of the two-numbers era. */
    public @Nullable Release vCenter(@Nullable String version, @Nullable String build) {
        return vCenters.read(version, build);
    }

    /** The ESXi of a version and a build as its product information shows them. */
    public @Nullable Release esxi(@Nullable String version, @Nullable String build) {
        return esxis.read(version, build);
    }

    /** The EVC mode of a key; one that the table does not know compares only by vendor. */
    public @Nullable EvcMode evc(@Nullable String key) {
        return evcModes.get(key);
    }

    /** The limits of a virtual hardware version, {@code 19} for vmx-19. */
    public @Nullable HardwareVersion hardware(@Nullable Integer number) {
        return hardwareVersions.get(number);
    }

    /** The first ESXi that runs a virtual hardware version; absent also where none does, which {@link #runs} tells apart. */
    public @Nullable Release minEsxiForHardware(@Nullable Integer number) {
        var version = hardwareVersions.get(number);
        return version == null ? null : version.since();
    }

    /** Whether an ESXi runs a virtual hardware version: a host runs every one up to its newest. */
    public @Nullable Boolean runs(@Nullable Integer number, @Nullable Release esxi) {
        var version = hardwareVersions.get(number);
        return version == null || esxi == null ? null : HardwareVersions.runs(version, esxi);
    }

    /** The newest virtual hardware version that an ESXi runs; absent for an ESXi line newer than the table. */
    public @Nullable Integer maxHardwareVersion(@Nullable Release esxi) {
        return hardwareVersions.maxOf(esxi);
    }

    /** SHA-256 of all tables, in hexadecimal. */
    public String digest() {
        return digest;
    }

    private static byte[] resource(String file) throws IOException {
        try (var stream = Tables.class.getResourceAsStream(PLACE + file)) {
            if (stream == null) {
                throw new IOException("not on the class path");
            }
            return stream.readAllBytes();
        }
    }

    private interface Source {
        byte[] bytes(String file) throws IOException;
    }

    /** Reads tables and remembers their bytes for the digest. */
    private static final class Reader {

        private final Source source;
        private final MessageDigest sha;

        Reader(Source source) {
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

        String digest() {
            return HexFormat.of().formatHex(sha.digest());
        }
    }
}
