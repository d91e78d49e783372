package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text of an IP address tells. */
class AddressesTest {

    private static final String MASK = "255.255.255.0";

    @ParameterizedTest
    @CsvSource({
        "10.1.0.1,        ipv4, true",
        "255.255.255.255, ipv4, true",
        "0.0.0.0,         ipv4, false",
        "fe80::1,         ipv6, true",
        "::,              ipv6, false",
        "10.1.0.256,          , ",
        "10.1.0,              , ",
        "esx-01.example,      , ",
        ",                    , false"
    })
    void anAddressIsOfAFamilyAndANameIsOfNone(
            @Nullable String address, @Nullable String family, @Nullable Boolean gateway) {
        assertThat(Addresses.family(address)).isEqualTo(family);
        assertThat(Addresses.isSet(address)).isEqualTo(gateway);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.1.1, 255.255.255.0, 10.1.1.254, 255.255.255.0, true",
        "10.1.1.1, 255.255.255.0, 10.1.2.1,   255.255.255.0, false",
        "10.1.1.1, 255.255.254.0, 10.1.0.1,   255.255.254.0, true",
        "10.1.1.1, 255.255.255.0, 10.1.1.2,   255.255.0.0,   ",
        "10.1.1.1, 255.0.255.0,   10.1.1.2,   255.0.255.0,   ",
        "10.1.1.1, 0.0.0.0,       10.1.1.2,   0.0.0.0,       ",
        "10.1.1.1, 255.255.255.0, 10.1.1.2,                , ",
        "10.1.1.1,              , 10.1.1.2,   255.255.255.0, ",
        "        , 255.255.255.0, 10.1.1.2,   255.255.255.0, ",
        "10.1.1.1, 255.255.255.0, 10.1.1.300, 255.255.255.0, "
    })
    void twoAdaptersAreInOneSubnetAsTheirMasksSay(
            @Nullable String left,
            @Nullable String leftMask,
            @Nullable String right,
            @Nullable String rightMask,
            @Nullable Boolean same) {
        assertThat(Addresses.shareSubnet(
                        Listing.of(adapter(left, leftMask, null)), Listing.of(adapter(right, rightMask, null))))
                .isEqualTo(same);
    }

    @Test
    void oneCommonSubnetIsEnoughAndNoneIsKnownOfAllOnly() {
        var one = adapter("10.1.1.1", MASK, null);
        var near = adapter("10.1.1.2", MASK, null);
        var far = adapter("10.1.9.1", MASK, null);
        var untold = adapter(null, MASK, null);

        assertThat(Addresses.shareSubnet(Listing.of(far, one), Listing.of(untold, near)))
                .isTrue();
        assertThat(Addresses.shareSubnet(Listing.partial(List.of(one)), Listing.partial(List.of(near))))
                .isTrue();
        assertThat(Addresses.shareSubnet(Listing.of(one), Listing.of(far))).isFalse();
        assertThat(Addresses.shareSubnet(Listing.of(one), Listing.of())).isFalse();
        assertThat(Addresses.shareSubnet(Listing.of(one), Listing.of(untold, far)))
                .isNull();
        assertThat(Addresses.shareSubnet(Listing.of(one), Listing.partial(List.of(far))))
                .isNull();
        assertThat(Addresses.shareSubnet(Listing.partial(List.of(one)), Listing.of(far)))
                .isNull();
        assertThat(Addresses.shareSubnet(null, Listing.of(far))).isNull();
        assertThat(Addresses.shareSubnet(Listing.of(far), null)).isNull();
    }

    @Test
    void anAddressOfBothSidesIsOneOfEitherFamilyWhateverItsCase() {
        var six = adapter(null, null, "FE80::1");
        var both = adapter("10.1.1.1", MASK, "fe80::1");
        var other = adapter("10.1.1.2", MASK, null);

        assertThat(Addresses.shared(Listing.of(six), Listing.of(both))).isEqualTo(Listing.of("fe80::1"));
        assertThat(Addresses.shared(Listing.of(both), Listing.of(other))).isEqualTo(Listing.of());
        assertThat(Addresses.shared(Listing.of(other, both), Listing.partial(List.of(both))))
                .isEqualTo(Listing.partial(List.of("10.1.1.1", "fe80::1")));
        assertThat(Addresses.shared(Listing.partial(List.of(other)), Listing.of(both)))
                .isEqualTo(Listing.partial(List.of()));
        assertThat(Addresses.shared(Listing.of(other), Listing.of(both, adapter(null, MASK, null))))
                .as("of one no address is known")
                .isEqualTo(Listing.partial(List.of()));
        assertThat(Addresses.shared(null, Listing.of(both))).isNull();
        assertThat(Addresses.shared(Listing.of(both), null)).isNull();
    }

    private static VmkernelAdapter adapter(@Nullable String address, @Nullable String mask, @Nullable String six) {
        return new Draft<>(VmkernelAdapter.class)
                .set("device", "vmk1")
                .set("ipAddress", address)
                .set("subnetMask", mask)
                .set("ipV6Address", six)
                .build();
    }
}
