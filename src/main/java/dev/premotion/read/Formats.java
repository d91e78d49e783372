package dev.premotion.read;

import dev.premotion.inventory.Node;

/** What the other formats of Premotion are for. */
final class Formats {

    private Formats() {}

    static String hint(Node format) {
        var text = format instanceof Node.Scalar scalar ? scalar.text() : "";
        if (text.startsWith("premotion/inventory/")) {
            return "it was written by a newer version; this one reads version 1";
        }
        return switch (text.replaceFirst("/\\d+$", "")) {
            case "premotion/plan" -> "it is a plan: give it with --plan";
            case "premotion/facts" -> "it is a facts file: give it with --facts";
            case "premotion/waivers" -> "it is a file of waivers: give it with --waivers";
            case "premotion/result" -> "it is a result and not a snapshot";
            default -> "this is no inventory";
        };
    }
}
