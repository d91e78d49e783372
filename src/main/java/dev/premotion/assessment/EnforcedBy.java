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

    /** As the subject of a sentence. */
    public String words() {
        return switch (this) {
            case VCENTER -> "vCenter";
            case HOST -> "the host";
            case SUPPORT -> "VMware's support";
            case NOBODY -> "nobody";
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
