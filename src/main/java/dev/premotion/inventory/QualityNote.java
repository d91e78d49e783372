package dev.premotion.inventory;

/**
 * Something odd in an input that was read all the same.
 *
 * @param file file it is in
 * @param place JSON pointer with line, or sheet, row and column; empty for the whole file
 * @param message what is odd and what was done
 */
public record QualityNote(String file, String place, String message) {}
