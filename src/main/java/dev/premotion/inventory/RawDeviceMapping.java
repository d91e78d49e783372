package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A raw device mapping.
 *
 * @param compatibilityMode physicalMode or virtualMode
 * @param lunUuid UUID of the LUN
 */
public record RawDeviceMapping(
        @Nullable String compatibilityMode, @Nullable String lunUuid) {}
