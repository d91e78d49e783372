package dev.premotion.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which reports to write, and where; absent ones are not written. */
public record Targets(
        @Nullable Path json,
        @Nullable Path html,
        @Nullable Path xlsx,
        @Nullable Path sarif,
        @Nullable Path junit) {}
