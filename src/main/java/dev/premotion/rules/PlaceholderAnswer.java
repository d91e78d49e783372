package dev.premotion.rules;

import org.jspecify.annotations.Nullable;

/** A placeholder's answer: holds is null where it cannot be told. */
public record PlaceholderAnswer(String path, @Nullable Boolean holds) {}
