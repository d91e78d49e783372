package dev.premotion.simulation;

/**
 * One live pass of a pre-copy, or one copy of disks: what it sent and what was left to send when it ended.
 *
 * @param bytes sent in it, headers included
 * @param seconds how long it took
 * @param dirtyBytes what is to be sent at its end: what the guest wrote meanwhile and what the pass left unsent
 * @param guestSpeed the share of its speed that the guest kept during it, 0 to 1
 */
public record Pass(long bytes, double seconds, long dirtyBytes, double guestSpeed) {}
