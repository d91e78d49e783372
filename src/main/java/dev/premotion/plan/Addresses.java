package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be told from IP addresses as text. */
final class Addresses {

    private Addresses() {}

    /** {@code ipv4}, {@code ipv6}, or absent for a name or nothing. */
    static @Nullable String family(@Nullable String address) {
        if (address == null) {
            return null;
        }
        if (address.contains(":")) {
            return "ipv6";
        }
        return bits(address) == null ? null : "ipv4";
    }

    /** Whether some adapter of one side is in the subnet of some adapter of the other. */
    static @Nullable Boolean shareSubnet(
            @Nullable Listing<VmkernelAdapter> left, @Nullable Listing<VmkernelAdapter> right) {
        if (left == null || right == null) {
            return null;
        }
        var undecided = !left.complete() || !right.complete();
        for (var one : left) {
            for (var other : right) {
                var same = sameSubnet(one, other);
                if (Boolean.TRUE.equals(same)) {
                    return true;
                }
                undecided |= same == null;
            }
        }
        return undecided ? null : Boolean.FALSE;
    }

    /** The addresses that adapters of both sides have; partial where one of them has none that is known. */
    static @Nullable Listing<String> shared(
            @Nullable Listing<VmkernelAdapter> left, @Nullable Listing<VmkernelAdapter> right) {
        if (left == null || right == null) {
            return null;
        }
        var there = right.stream().flatMap(Addresses::of).toList();
        var shared =
                left.stream().flatMap(Addresses::of).filter(there::contains).toList();
        boolean all = Stream.concat(left.stream(), right.stream())
                .allMatch(adapter -> of(adapter).findAny().isPresent());
        return new Listing<>(shared, all && left.complete() && right.complete());
    }

    private static Stream<String> of(VmkernelAdapter adapter) {
        return Stream.of(adapter.ipAddress(), adapter.ipV6Address())
                .filter(Objects::nonNull)
                .map(address -> address.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Boolean sameSubnet(VmkernelAdapter one, VmkernelAdapter other) {
        var mask = bits(one.subnetMask());
        var left = bits(one.ipAddress());
        var right = bits(other.ipAddress());
        if (mask == null || !mask(mask) || left == null || right == null || !mask.equals(bits(other.subnetMask()))) {
            return null;
        }
        return (left & mask) == (right & mask);
    }

    /** Whether a host has a gateway; one of zeros, as some tools write where there is none, is none. */
    static @Nullable Boolean isSet(@Nullable String gateway) {
        var family = family(gateway);
        if (gateway == null || gateway.equals("0.0.0.0") || gateway.equals("::")) {
            return false;
        }
        return family == null ? null : Boolean.TRUE;
    }

    /** Ones, then zeros. With none at all, nothing is told. */
    private static boolean mask(long bits) {
        return bits != 0 && Long.bitCount(bits) == Long.numberOfLeadingZeros(~(bits << Integer.SIZE));
    }

    private static @Nullable Long bits(@Nullable String dotted) {
        if (dotted == null || !dotted.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return null;
        }
        long bits = 0;
        for (var part : dotted.split("\\.")) {
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                return null;
            }
            bits = bits << 8 | octet;
        }
        return bits;
    }
}
