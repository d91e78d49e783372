package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A VM folder.
 *
 * @param ref identity
 * @param name name
 * @param parent id of the parent folder or datacenter
 * @param path full path, such as {@code /Site A/vm/Accounting}
 * @param datacenter id of its datacenter
 */
public record Folder(
        Ref ref,
        @Nullable String name,
        @Nullable String parent,
        @Nullable String path,
        @Nullable String datacenter) {

    /** Whether a text says which folder is meant: a path from the top, not a name that several may have. */
    public static boolean isPath(@Nullable String text) {
        return text != null && text.startsWith("/");
    }
}
