package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A file that a disk builds on.
 *
 * @param path datastore path of the file
 * @param datastore id of its datastore
 */
public record DiskParent(String path, @Nullable String datastore) {}
