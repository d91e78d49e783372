package dev.premotion.read.vsphere;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which ports of distributed switches resolve a conflict ({@code DistributedVirtualPort.conflict}). The property collector
 * does not tell it; a live switch is asked about single ports.
 */
final class SwitchPorts {

    /** Of a dump: nobody can be asked. */
    static final SwitchPorts NONE = new SwitchPorts(null, new Oddities(""));

    private final @Nullable Session session;
    private final Oddities oddities;
    private final Map<String, @Nullable Boolean> known = new HashMap<>();

    SwitchPorts(@Nullable Session session, Oddities oddities) {
        this.session = session;
        this.oddities = oddities;
    }

    /**
     * Whether a port resolves a conflict. No port with a number for its key was seen to do so, and nearly all have one, so
     * that they are not asked about; that is experience, the API's documentation says nothing of keys.
     *
     * @param on its switch; absent where that is not here
     * @return absent where nobody can be asked or the switch does not say
     */
    @Nullable
    Boolean conflict(@Nullable Managed on, String key) {
        if (key.matches("\\d+")) {
            return false;
        }
        if (session == null || on == null) {
            return null;
        }
        var port = on.id() + " " + key;
        if (!known.containsKey(port)) {
            known.put(port, fetched(session, on, key));
        }
        return known.get(port);
    }

    private @Nullable Boolean fetched(Session from, Managed on, String key) {
        try {
            var of = new Value("", "", on.type(), on.id(), List.of());
            for (var port :
                    from.list(of, "FetchDVPorts", "<criteria>" + Soap.element("portKey", key) + "</criteria>")) {
                var found = new Part(on, "FetchDVPorts", port);
                if (key.equals(found.text("key"))) {
                    return found.truth("conflict");
                }
            }
        } catch (VimFault e) {
            oddities.add(
                    on.place("FetchDVPorts"),
                    Session.refused("whether ports resolve a conflict could not be read", e),
                    key);
        }
        return null;
    }
}
