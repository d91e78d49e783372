package dev.premotion.plan;

import dev.premotion.inventory.VCenter;

/** Advanced settings of vCenters that switch checks of vMotion off. What was not read counts as the product's default. */
final class Settings {

    /** Distributed switches of different versions; off by default (requirements row NET-VDS-VERSION-OVERRIDE). */
    static final String MISMATCHED_SWITCHES =
            "config.migrate.test.NetworksCompatibleOption.AllowMismatchedDVSwitchConfig";

    /** The test for switches without uplinks; on by default (requirements row NET-INTERNAL-SWITCH). */
    static final String INTRANET_TEST = "config.migrate.test.CompatibleNetworks.VMOnVirtualIntranet";

    private Settings() {}

    /** Whether a setting is known to be {@code true}. */
    static boolean on(VCenter vCenter, String setting) {
        return is(vCenter, setting, "true");
    }

    /** Whether a setting is known to be {@code false}. */
    static boolean off(VCenter vCenter, String setting) {
        return is(vCenter, setting, "false");
    }

    private static boolean is(VCenter vCenter, String setting, String value) {
        var settings = vCenter.settings();
        return settings != null && value.equalsIgnoreCase(settings.get(setting));
    }
}
