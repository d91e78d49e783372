package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A datacenter.
 *
 * @param ref identity
 * @param name name
 */
public record Datacenter(Ref ref, @Nullable String name) {}
