package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A storage policy with rules for vSAN.
 *
 * @param name its name
 * @param spaceFactor bytes that one byte of a file takes on vSAN under it, such as 2 for RAID-1 with one failure to tolerate;
 *     absent where its rules do not tell
 */
public record VsanPolicy(String name, @Nullable Double spaceFactor) {}
