package dev.premotion.rules;

import org.jspecify.annotations.Nullable;

/** A placeholder's subject: a VM that arrives at a host. */
public record PlaceholderArrival(
        @Nullable String name,
        @Nullable Integer memoryMiB,
        @Nullable Integer freeMiB) {}
