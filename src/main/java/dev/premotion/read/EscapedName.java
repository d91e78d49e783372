package dev.premotion.read;

/** vSphere escapes three characters in the names of its inventory, in its API and so in what RVTools prints. */
public final class EscapedName {

    private EscapedName() {}

    /** The name as people see it. */
    public static String unescape(String name) {
        return name.indexOf('%') < 0
                ? name
                : name.replace("%2f", "/")
                        .replace("%2F", "/")
                        .replace("%5c", "\\")
                        .replace("%5C", "\\")
                        .replace("%25", "%");
    }
}
