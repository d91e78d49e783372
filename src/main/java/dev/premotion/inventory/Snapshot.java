package dev.premotion.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a VM.
 *
 * @param name name
 * @param created when it was taken
 * @param sizeBytes space its files occupy, bytes
 * @param memory whether it holds memory
 * @param quiesced whether the guest was quiesced
 */
public record Snapshot(
        @Nullable String name,
        @Nullable Instant created,
        @Nullable Long sizeBytes,
        @Nullable Boolean memory,
        @Nullable Boolean quiesced) {}
