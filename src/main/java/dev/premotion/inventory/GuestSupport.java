package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A guest operating system that a host knows ({@code guestOSDescriptor} of its config option).
 *
 * @param id such as {@code ubuntu64Guest}
 * @param minMemoryMiB least memory that it is supported with, MiB
 * @param maxMemoryMiB most memory that it is supported with, MiB
 */
public record GuestSupport(
        String id, @Nullable Long minMemoryMiB, @Nullable Long maxMemoryMiB) {}
