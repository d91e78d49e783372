package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A key provider of a vCenter.
 *
 * @param id provider id; the same id with the same keys must exist where an encrypted VM goes
 * @param type native, standard or trusted
 * @param keyIds ids of the keys it is known to hold
 */
public record KeyProvider(
        String id, @Nullable String type, @Nullable Listing<String> keyIds) {}
