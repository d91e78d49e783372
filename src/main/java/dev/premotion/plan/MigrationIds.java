package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ids of migrations: made of the author's id and the VM's identity, so that they stay the same from run to run. */
final class MigrationIds {

    private static final int LETTERS = 12;

    private final Set<String> taken = new HashSet<>();

    /** The author's id alone for an entry of one VM. */
    String ofEntry(@Nullable String authorsId, String written) {
        return unique(authorsId == null ? "m-" + digest(written) : authorsId);
    }

    /** One VM of a selection, or of an entry without an id. */
    String ofVm(@Nullable String authorsId, Ref vm) {
        return unique((authorsId == null ? "m" : authorsId) + "-" + digest(vm.toString()));
    }

    /** A second entry about one VM gets a number behind its id. */
    private String unique(String id) {
        var free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
