package dev.premotion.plan;

import java.util.List;
import java.util.Map;

/** A value of a YAML or JSON document with the line it begins on, counted from 1. */
sealed interface Node {

    int line();

    /** What it is, in a sentence. */
    String kind();

    /** @param text as written, so that a VM named {@code 007} or {@code 1e3} keeps its name */
    record Scalar(String text, boolean isNull, int line) implements Node {

        @Override
        public String kind() {
            return isNull || text.isBlank() ? "nothing" : Words.quoted(text);
        }
    }

    record Items(List<Node> items, int line) implements Node {

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** @param keys the line of each key */
    record Entries(Map<String, Node> values, Map<String, Integer> keys, int line) implements Node {

        @Override
        public String kind() {
            return "a mapping";
        }
    }
}
