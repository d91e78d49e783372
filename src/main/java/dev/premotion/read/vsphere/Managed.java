package dev.premotion.read.vsphere;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A managed object with those of its properties that a source gave.
 *
 * @param type its class, such as {@code HostSystem}
 * @param id managed object id
 * @param values what was given, by property path: a dump gives whole properties, a live vCenter the paths that were asked for
 * @param refused why a path was not given, by path: names of faults such as {@code NoPermission}
 * @param file where it was read
 * @param oddities told of what does not fit
 */
record Managed(
        String type, String id, Map<String, Value> values, Map<String, String> refused, String file, Oddities oddities)
        implements Held {

    @Override
    public @Nullable Value find(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            var value = values.get(path.substring(0, end));
            if (value != null) {
                return value.find(end == path.length() ? "" : path.substring(end + 1));
            }
        }
        return null;
    }

    @Override
    public List<Value> all(String path) {
        var value = values.get(path);
        if (value != null) {
            return value.items();
        }
        for (int end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
            var around = values.get(path.substring(0, end));
            if (around != null) {
                return around.all(path.substring(end + 1));
            }
        }
        return List.of();
    }

    /**
     * Whether a property that the API leaves out when it is not set is not set: it is not there, was not refused, and the
     * witnesses, which the API never leaves out, are there. Without them somebody may have cut the object down.
     */
    boolean unset(String path, List<String> witnesses) {
        return empty(find(path)) && !refused(path) && witnesses.stream().allMatch(this::has);
    }

    /** False where a property is known not to be set, else absent. */
    @Nullable
    Boolean none(String path, List<String> witnesses) {
        return unset(path, witnesses) ? Boolean.FALSE : null;
    }

    /** An array without items says as much as none. */
    private static boolean empty(@Nullable Value value) {
        return value == null
                || value.type().startsWith("ArrayOf") && value.parts().isEmpty();
    }

    private boolean refused(String path) {
        return refused.keySet().stream()
                .anyMatch(other -> other.equals(path) || path.startsWith(other + ".") || other.startsWith(path + "."));
    }

    /** Where a path of it stands, for people. */
    String place(String path) {
        return type + " " + id + (path.isEmpty() ? "" : " " + path);
    }

    @Override
    public void odd(String path, String text, String expected) {
        oddities.add(
                place(path),
                path.substring(path.lastIndexOf('.') + 1) + " is not " + expected + "; it stays unknown",
                text);
    }
}
