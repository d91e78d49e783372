package dev.premotion.inventory;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Names one thing for good: names repeat and change, identities do not.
 *
 * @param kind what it is, one of the constants of {@link Kind}
 * @param vCenter instance UUID of the vCenter that holds it
 * @param id managed object id; for a device {@code <vm id>/<device key>}
 */
public record Ref(String kind, String vCenter, String id) {

    public static Ref vCenter(String instanceUuid) {
        return new Ref(Kind.VCENTER, instanceUuid, instanceUuid);
    }

    /** What lies between two ends, whichever is named first; it belongs to no vCenter. */
    public static Ref link(List<String> between) {
        return new Ref(Kind.LINK, "", between.stream().sorted().collect(Collectors.joining("|")));
    }

    /** A device of the VM that this names. */
    public Ref device(String kind, int key) {
        return new Ref(kind, vCenter, id + "/" + key);
    }

    @Override
    public String toString() {
        return vCenter + "/" + id;
    }
}
