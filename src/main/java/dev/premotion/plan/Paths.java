package dev.premotion.plan;

import org.jspecify.annotations.Nullable;

/** Datastore paths, such as {@code [datastore1] web01/web01.vmx}. */
final class Paths {

    private Paths() {}

    /** Name of the datastore; absent for no such path. */
    static @Nullable String datastore(@Nullable String path) {
        var end = end(path);
        return path == null || end < 0 ? null : path.substring(1, end);
    }

    /** The folder that a file lies in; absent for no such path. */
    static @Nullable String folder(@Nullable String file) {
        var end = end(file);
        if (file == null || end < 0) {
            return null;
        }
        var within = file.substring(end + 1);
        return file.substring(0, end + 1) + " "
                + within.substring(0, Math.max(0, within.lastIndexOf('/'))).strip();
    }

    /** A folder, written the same whether its path ends with a slash or not; absent for no such path. */
    static @Nullable String directory(@Nullable String folder) {
        return folder == null ? null : folder(folder.replaceFirst("/*$", "/"));
    }

    /** Where the name of the datastore ends; negative for no such path. */
    private static int end(@Nullable String path) {
        return path == null || !path.startsWith("[") ? -1 : path.indexOf(']');
    }
}
