package dev.premotion.simulation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One VM's migration as numbers, with no inventory behind it.
 *
 * @param memory the guest's memory and how it is written
 * @param bandwidth bytes per second that the path carries, above 0
 * @param precopyLimit bytes per second at most while the guest runs, above 0; absent for no limit
 * @param rttSeconds round-trip time of the path, 0 where it does not matter
 * @param deviceBytes memory of vGPUs in use, which moves while the guest stands still; ESXi only
 * @param hypervisor whose rules decide
 * @param release of that hypervisor, such as {@code 7.0U1}; empty for the newest
 * @param autoConverge whether QEMU throttles the guest
 * @param downtimeSeconds the stop that is allowed; absent for the hypervisor's default
 * @param engine how memory is computed
 * @param seed of the page-accurate engine
 */
public record EstimateRequest(
        MemoryShape memory,
        double bandwidth,
        @Nullable Double precopyLimit,
        double rttSeconds,
        double deviceBytes,
        Hypervisor hypervisor,
        String release,
        boolean autoConverge,
        @Nullable Double downtimeSeconds,
        GuestMemory.Engine engine,
        long seed) {
    private static final String QEMU_RELEASE = "7.2";
    /** Such as 6.7, 7.0U1, 7.0.3 or 8.0 Update 2b. */
    private static final Pattern RELEASE =
            Pattern.compile("\\d{1,2}(\\.\\d{1,2}){0,3} ?((U|u|Update )\\d{1,2}[a-z]?)?");

    /** Whose rules decide when to stop. */
    public enum Hypervisor {
        /** ESXi. */
        VMOTION,
        /** QEMU, with or without KVM. */
        QEMU,
        /** Xen. */
        XEN
    }

    /** Checks what no run could make sense of. */
    public EstimateRequest {
        checkRelease(hypervisor, release);
        if (!(bandwidth > 0)) {
            throw new IllegalArgumentException("Nothing moves over a bandwidth of 0.\nMaybe --bandwidth 10Gbit/s.");
        }
        if (precopyLimit != null && !(precopyLimit > 0)) {
            throw new IllegalArgumentException(
                    "Nothing moves under a pre-copy limit of 0.\nMaybe leave --precopy-limit out: then there is no limit.");
        }
        if (memory.pages() == 0) {
            throw new IllegalArgumentException("A VM without memory does not migrate.\nMaybe --memory 2GiB.");
        }
        if (deviceBytes > 0 && hypervisor != Hypervisor.VMOTION) {
            throw new IllegalArgumentException(
                    "Only vMotion moves a vGPU here.\nMaybe leave --vgpu out, or --policy vmotion.");
        }
        if (autoConverge && hypervisor != Hypervisor.QEMU) {
            throw new IllegalArgumentException("--auto-converge is a setting of QEMU; vMotion slows the guest by itself"
                    + " where it has to (SDPS), and Xen never does.\nMaybe add --policy qemu.");
        }
        if (downtimeSeconds != null && hypervisor == Hypervisor.XEN) {
            throw new IllegalArgumentException(
                    "Xen stops at a number of pages, not at a downtime.\nMaybe leave --downtime out.");
        }
    }

    private static void checkRelease(Hypervisor hypervisor, String release) {
        boolean form = RELEASE.matcher(release).matches();
        boolean right = switch (hypervisor) {
            case QEMU -> release.equals(QEMU_RELEASE);
            case XEN -> form;
            // From 7 on ESXi counts its updates behind a 0; what is 7.0U2 some would call 7.2.
            case VMOTION -> form && !release.matches("[78]\\.[1-9].*");
        };
        if (!release.isEmpty() && !right) {
            String maybe = switch (hypervisor) {
                case QEMU -> "leave --release out: QEMU's constants here are those of " + QEMU_RELEASE;
                case XEN -> "--release 4.5";
                case VMOTION -> "--release " + (form ? release.charAt(0) + ".0U" + release.charAt(2) : "7.0U1");
            };
            throw new IllegalArgumentException(
                    "\"" + release + "\" is no release that has constants of its own.\nMaybe " + maybe + ".");
        }
    }

    /** Whether ESXi supports the path at all; Xen and QEMU name no limit. */
    boolean supported() {
        return hypervisor != Hypervisor.VMOTION
                || rttSeconds <= MigrationConstants.of("network", "").value("longDistanceRtt") / 1e3;
    }

    /** The same over a path that carries so many times as much, and with a limit that allows it. */
    EstimateRequest scaled(double factor) {
        return new EstimateRequest(
                memory,
                bandwidth * factor,
                precopyLimit == null ? null : Double.valueOf(precopyLimit * factor),
                rttSeconds,
                deviceBytes,
                hypervisor,
                release,
                autoConverge,
                downtimeSeconds,
                engine,
                seed);
    }

    /** The policy that this asks for. */
    Policy policy() {
        return switch (hypervisor) {
            case VMOTION -> {
                var newest = VmotionPolicy.of(release).withRtt(rttSeconds).withDevices(deviceBytes);
                yield downtimeSeconds == null ? newest : newest.withGoal(downtimeSeconds);
            }
            case QEMU -> {
                var defaults = QemuPolicy.defaults();
                yield defaults.with(
                        downtimeSeconds == null ? defaults.downtimeSeconds() : downtimeSeconds,
                        precopyLimit == null ? Double.POSITIVE_INFINITY : precopyLimit,
                        autoConverge);
            }
            case XEN -> XenPolicy.of(release);
        };
    }

    /** The limit that the path keeps; QEMU keeps its own, in windows. */
    double pathLimit() {
        return precopyLimit == null || hypervisor == Hypervisor.QEMU ? Double.POSITIVE_INFINITY : precopyLimit;
    }
}
