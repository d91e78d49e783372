package dev.premotion.inventory;

/**
 * A feature a running VM needs.
 *
 * @param key feature key
 * @param value such as {@code Bool:Min:1}
 */
public record FeatureRequirement(String key, String value) {}
