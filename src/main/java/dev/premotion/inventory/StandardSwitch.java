package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A standard switch of one host.
 *
 * @param name such as {@code vSwitch0}
 * @param uplinks devices of its physical NICs
 * @param freePorts ports left
 * @param mtu bytes
 */
public record StandardSwitch(
        String name,
        @Nullable Listing<String> uplinks,
        @Nullable Integer freePorts,
        @Nullable Integer mtu) {}
