package dev.premotion.read.vsphere;

/** Versions of the vSphere API, such as 6.7 and 8.0.3.0: numbers joined by dots. */
final class Versions {

    private Versions() {}

    /** Whether a version is another one or later; a part that is missing counts as 0, as does one that is no number. */
    static boolean atLeast(String version, String other) {
        var one = version.split("\\.");
        var two = other.split("\\.");
        for (int i = 0; i < Math.max(one.length, two.length); i++) {
            int difference = part(one, i) - part(two, i);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    private static int part(String[] parts, int at) {
        return at < parts.length && parts[at].matches("\\d{1,6}") ? Integer.parseInt(parts[at]) : 0;
    }
}
