package dev.premotion.answer;

/** A value that files and results know by its key, which is its text, and people by a label. */
public interface Labelled {

    String label();
}
