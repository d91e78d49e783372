package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Tells what the firewall of a {@code HostSystem} keeps out. */
final class HostFirewall {

    private HostFirewall() {}

    /**
     * Keys of the rulesets that are off: none where the firewall lets pass in both directions what no ruleset is about. Absent
     * where none was read, or one direction only is open.
     */
    static @Nullable Listing<String> closed(Managed host) {
        var rulesets = host.parts("config.firewall.ruleset");
        boolean incoming = passes(host, "incomingBlocked");
        if (rulesets.isEmpty() || incoming != passes(host, "outgoingBlocked")) {
            return null;
        }
        if (incoming) {
            return Listing.of();
        }
        var closed = new ArrayList<String>();
        boolean complete = true;
        for (var ruleset : rulesets) {
            var key = ruleset.text("key");
            var enabled = ruleset.truth("enabled");
            complete &= key != null && enabled != null;
            if (key != null && Boolean.FALSE.equals(enabled)) {
                closed.add(key);
            }
        }
        return new Listing<>(closed, complete);
    }

    private static boolean passes(Managed host, String blocked) {
        return Boolean.FALSE.equals(host.truth("config.firewall.defaultPolicy." + blocked));
    }
}
