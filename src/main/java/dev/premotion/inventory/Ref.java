package dev.premotion.inventory;


/**
 * Names one thing for good: names repeat and change, identities do not.
 *
 * @param kind what it is, one of the constants of {@link Kind}
 * @param vCenter instance UUID of the vCenter that holds it
 * @param id managed object id; for a device {@code <vm id>/<device key>}
 */
public record Ref(
        String kind,
        String vCenter,
        String id) {

    @Override
    public String toString() {
        return vCenter + "/" + id;
    }
}
