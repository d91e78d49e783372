package dev.premotion.plan;

import org.jspecify.annotations.Nullable;

/** Datastore paths, such as {@code [datastore1] web01/web01.vmx}. */
final class Paths {

    private Paths() {}

    /** Name of the datastore; absent for no such path. */
    static @Nullable String datastore(@Nullable String path) {
        var folder = folder(path);
        return folder == null ? null : folder.substring(1, folder.indexOf(']'));
    }

    /** The folder of a file or, with a slash at the end or no file at all, the folder itself; absent for no such path. */
    static @Nullable String folder(@Nullable String path) {
        if (path == null || !path.startsWith("[") || path.indexOf(']') < 0) {
            return null;
        }
        var file = path.substring(path.indexOf(']') + 1).strip();
        var folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : file.contains(".") ? "" : file;
        return path.substring(0, path.indexOf(']') + 1) + " " + folder;
    }
}
