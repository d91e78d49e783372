package dev.premotion.assessment;

import java.util.Locale;

/** Who enforces a requirement. What vCenter or a host enforces cannot be waived: the VM would not move. */
public enum EnforcedBy {
    VCENTER,
    HOST,
    SUPPORT,
    NOBODY;

    public boolean waivable() {
        return this == SUPPORT || this == NOBODY;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
