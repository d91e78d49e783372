package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A group of hosts of a cluster.
 *
 * @param name name
 * @param hosts ids of its hosts
 */
public record HostGroup(String name, @Nullable Listing<String> hosts) {}
