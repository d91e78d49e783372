package dev.premotion.read.rvtools;

/**
 * A count that a workbook states, beside what was read.
 *
 * @param place column that states it, such as {@code vInfo!U:U}
 * @param of what is counted
 * @param stated sum over the column
 * @param read what was read of the things the column speaks of
 * @param differing rows whose own count is not what was read of them
 */
public record StatedCount(String place, String of, long stated, long read, int differing) {}
