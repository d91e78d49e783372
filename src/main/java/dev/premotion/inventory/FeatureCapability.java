package dev.premotion.inventory;

/**
 * A feature a host offers: key such as {@code cpuid.avx512f}, compared without regard to case.
 *
 * @param key feature key
 * @param value a number as text; 0 is absent
 */
public record FeatureCapability(String key, String value) {}
