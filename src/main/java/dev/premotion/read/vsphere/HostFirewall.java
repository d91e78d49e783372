package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Tells what the firewall of a {@code HostSystem} keeps out. */
final class HostFirewall {

    private HostFirewall() {}

    /** Keys of the rulesets that are off; absent where none was read, or what no ruleset lets pass may pass all the same. */
    static @Nullable Listing<String> closed(Managed host) {
        var rulesets = host.parts("config.firewall.ruleset");
        if (rulesets.isEmpty() || passes(host, "incomingBlocked") || passes(host, "outgoingBlocked")) {
            return null;
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
