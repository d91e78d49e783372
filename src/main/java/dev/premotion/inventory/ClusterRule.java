package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A DRS rule of a cluster.
 *
 * @param name name
 * @param type affinity, antiAffinity, vmHostAffinity or vmHostAntiAffinity
 * @param enabled whether it is in force
 * @param mandatory must (true) or should (false)
 * @param vms ids of its VMs
 * @param hosts ids of its hosts, for VM-host rules
 */
public record ClusterRule(
        String name,
        @Nullable String type,
        @Nullable Boolean enabled,
        @Nullable Boolean mandatory,
        @Nullable Listing<String> vms,
        @Nullable Listing<String> hosts) {}
