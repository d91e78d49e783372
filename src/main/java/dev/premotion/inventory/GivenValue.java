package dev.premotion.inventory;

/**
 * A value that a person gives.
 *
 * @param value of the type of its property
 * @param place where it stands
 */
public record GivenValue(Object value, Place place) {}
