package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A datastore as one host sees it.
 *
 * @param datastore id of the datastore
 * @param accessMode readWrite or readOnly
 * @param accessible whether the host reaches it now
 */
public record DatastoreMount(
        String datastore,
        @Nullable String accessMode,
        @Nullable Boolean accessible) {}
