package dev.premotion.read;

import dev.premotion.inventory.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads inventories that tests write as text. */
final class Texts {

    private Texts() {}

    /** Reads a text as {@code estate.json}. */
    static Reading read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    static Reading read(byte[] json) {
        try {
            var file = Files.createTempFile("estate", ".json");
            try {
                Files.write(file, json);
                return NativeReader.read(file, "estate.json");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One vCenter with these further properties. */
    static String vCenter(String more) {
        return """
                {
                  "format": "premotion/inventory/1",
                  "vCenters": [ {
                    "instanceUuid": "uuid-a",
                    %s
                  } ]
                }
                """.formatted(more);
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
