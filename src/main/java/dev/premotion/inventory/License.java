package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A licence as the licence manager lists it. Keys are never read.
 *
 * @param name such as {@code vSphere 8 Enterprise Plus}
 * @param edition edition key, such as {@code esx.enterprisePlus.cpuPackageCoreLimited}
 * @param total units bought; absent where unlimited or unknown
 * @param used units in use
 * @param expires absent where it does not expire or where that is unknown
 * @param features feature names it grants
 */
public record License(
        String name,
        @Nullable String edition,
        @Nullable Long total,
        @Nullable Long used,
        @Nullable Instant expires,
        @Nullable Listing<String> features) {}
