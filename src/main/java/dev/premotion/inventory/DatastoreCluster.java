package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A datastore cluster.
 *
 * @param ref identity
 * @param name name
 * @param sdrsEnabled whether Storage DRS is on
 */
public record DatastoreCluster(
        Ref ref, @Nullable String name, @Nullable Boolean sdrsEnabled) {}
