package dev.premotion.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read.
 *
 * @param path as the user named it
 * @param sha256 digest of its bytes, hex
 * @param capturedAt when the snapshot was taken
 */
public record SourceFile(
        String path, String sha256, @Nullable Instant capturedAt) {}
