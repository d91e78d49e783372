package dev.premotion.inventory;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.B;
import static dev.premotion.inventory.Estates.LINK_AB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether two vCenters are one SSO domain, from what each says of itself. */
class SsoIdentityTest {

    private static final @Nullable Boolean NOBODY_KNOWS = null;

    @Test
    void whatIsSaidOfTheLinkCountsFirst() {
        var one = vCenter(A, "x", Listing.of(B), "vsphere.local");
        var other = vCenter(B, "x", Listing.of(A), "vsphere.local");

        assertThat(SsoIdentity.same(one, other, link(false))).isFalse();
        assertThat(SsoIdentity.same(vCenter(A, "x", Listing.of(), "a"), vCenter(B, "y", Listing.of(), "b"), link(true)))
                .isTrue();
        assertThat(SsoIdentity.same(one, other, link(null))).isTrue();
        assertThat(SsoIdentity.same(one, other, null)).isTrue();
    }

    @Test
    void partnersAndCertificatesThatAgreeProveIt() {
        assertThat(same(vCenter(A, "x", Listing.of(B), null), vCenter(B, "x", Listing.of(), null)))
                .as("one of the two lists the other")
                .isTrue();
        assertThat(same(vCenter(A, "x", Listing.of(), null), vCenter(B, "x", Listing.of(A), null)))
                .isTrue();
        assertThat(same(vCenter(A, "x", Listing.of(), null), vCenter(B, "y", Listing.of(), null)))
                .isFalse();
    }

    @Test
    void wherePartnersAndCertificatesContradictEachOtherNobodyKnows() {
        assertThat(same(vCenter(A, "x", Listing.of(B), "a"), vCenter(B, "y", Listing.of(A), "a")))
                .isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, "x", Listing.of(), "a"), vCenter(B, "x", Listing.of(), "b")))
                .as("whatever the domains are called")
                .isEqualTo(NOBODY_KNOWS);
    }

    @Test
    void oneOfTheTwoIsEnough() {
        assertThat(same(vCenter(A, null, Listing.of(B), "a"), vCenter(B, "x", Listing.of(), "a")))
                .isTrue();
        assertThat(same(vCenter(A, "x", null, "a"), vCenter(B, "x", Listing.of(), "a")))
                .isTrue();
        assertThat(same(vCenter(A, "x", null, "a"), vCenter(B, "y", null, "a"))).isFalse();
        assertThat(same(vCenter(A, "x", Listing.partial(List.of()), null), vCenter(B, "y", Listing.of(), null)))
                .as("partners that may not all be listed say nothing")
                .isFalse();
    }

    @Test
    void whereNamesContradictWhatProvesItNobodyKnows() {
        assertThat(same(vCenter(A, "x", Listing.of(B), "a"), vCenter(B, "x", Listing.of(A), "b")))
                .isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, null, Listing.of(B), "a"), vCenter(B, "x", Listing.of(), "b")))
                .isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, "x", null, "a"), vCenter(B, "x", null, "b"))).isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, "x", Listing.of(B), "a"), vCenter(B, "x", Listing.of(A), "A")))
                .as("upper and lower case are one")
                .isTrue();
    }

    @Test
    void whatIsToldBothWaysIsNotedUntilSomebodySettlesIt() {
        var estate = Estates.linkedSites().change(Estates.VC_B, "ssoDomain", "other.example");
        var origins = new Origins();
        origins.read(Estates.VC_B, property -> "b.json#/vCenters/0/" + property);
        var files = List.of(new SourceFile("b.json", "00", null));
        var reading =
                new Reading(new Inventory(estate.inventory().vCenters(), Listing.of()), origins, List.of(), files);

        assertThat(Contradictions.without(reading).quality())
                .containsExactly(new QualityNote(
                        "b.json",
                        "/vCenters/0/ssoDomain",
                        "whether the vCenters vcsa-a and vcsa-b are one SSO domain is told both ways: by the list of linked"
                                + " partners they are, by the certificates that sign their tokens they are, by the names "
                                + estate.get(VCenter.class, Estates.VC_A).ssoDomain()
                                + " and other.example they are not; it stays unknown\nMaybe one of the snapshots is out of"
                                + " date; sameSsoDomain of their link, in a facts file, settles it"));
        var settled = new Inventory(estate.inventory().vCenters(), Listing.of(link(true)));
        assertThat(Contradictions.without(new Reading(settled, origins, List.of(), files))
                        .quality())
                .isEmpty();
    }

    @Test
    void domainsOfOtherNamesAreOthersAndEqualNamesSayNothing() {
        assertThat(same(vCenter(A, null, null, "a.example"), vCenter(B, null, null, "b.example")))
                .isFalse();
        assertThat(same(vCenter(A, null, null, "A.example"), vCenter(B, null, null, "a.EXAMPLE")))
                .isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, null, null, null), vCenter(B, null, null, "b.example")))
                .isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, null, null, "a.example"), vCenter(B, null, null, null)))
                .isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, null, Listing.partial(List.of()), "a"), vCenter(B, null, Listing.of(), "a")))
                .isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, null, Listing.of(), "a"), vCenter(B, null, null, "a")))
                .isEqualTo(NOBODY_KNOWS);
        assertThat(same(vCenter(A, null, Listing.of(), "a"), vCenter(B, null, Listing.of(), "a")))
                .as("neither has a partner")
                .isFalse();
    }

    private static @Nullable Boolean same(VCenter one, VCenter other) {
        return SsoIdentity.same(one, other, null);
    }

    private static VCenter vCenter(
            String uuid, @Nullable String certificate, @Nullable Listing<String> partners, @Nullable String domain) {
        return Draft.of(Estates.twoSites().get(VCenter.class, uuid.equals(A) ? Estates.VC_A : Estates.VC_B))
                .set("stsCertificate", certificate)
                .set("linkedVCenters", partners)
                .set("ssoDomain", domain)
                .build();
    }

    private static SiteLink link(@Nullable Boolean same) {
        return new SiteLink(LINK_AB, List.of("vcsa-a", "vcsa-b"), null, null, null, same, null, null, null, null);
    }
}
