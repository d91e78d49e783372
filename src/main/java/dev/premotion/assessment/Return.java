package dev.premotion.assessment;

import org.jspecify.annotations.Nullable;

/**
 * Whether a VM could come back after its move, by the same rules on the estate as it will be then.
 *
 * @param verdict of the way back
 * @param because what stands in its way; absent where nothing does
 */
public record Return(Verdict verdict, @Nullable String because) {}
