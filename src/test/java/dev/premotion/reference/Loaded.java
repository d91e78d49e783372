package dev.premotion.reference;

import java.nio.file.Path;

/** The project's own tables, read once for all tests. */
final class Loaded {

    static final Path RULES = Path.of("rules");
    static final Tables TABLES = Tables.load();

    private Loaded() {}
}
