package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicencesTest {

    private static final Tables TABLES = Loaded.TABLES;

    @ParameterizedTest
    @CsvSource({
        "vSphere 8 Enterprise Plus (Subscription), Enterprise Plus 8",
        "vSphere 8 Enterprise Plus for VCF, Enterprise Plus 8",
        "vSphere 8 Enterprise Plus with Add-on for Kubernetes, Enterprise Plus 8",
        "vSphere 7 Enterprise Plus, Enterprise Plus 7",
        "vSphere 6 Enterprise Plus with Operations, Enterprise Plus 6",
        "VMware vSphere with Operations Management 6 Enterprise Plus, Enterprise Plus 6",
        "vSphere Enterprise Plus, Enterprise Plus",
        "vSphere 7 Enterprise, Enterprise 7",
        "VMware vSphere 6 Enterprise, Enterprise 6",
        "VMware vSphere 6 Standard, Standard 6",
        "vSphere 8 Standard, Standard 8",
        "VSPHERE 8 STANDARD, Standard 8",
        "vSphere 7 Essentials Plus Kit, Essentials Plus 7",
        "VMware vSphere 6 Essentials Plus, Essentials Plus 6",
        "vSphere 7 Essentials Kit, Essentials 7",
        "vSphere 7 Remote Office Branch Office Standard (25 VM pack), ROBO 7",
        "vSphere 6 ROBO Advanced, ROBO 6",
        "Evaluation Mode, Evaluation",
        "VMware vSphere 6 Platinum, Platinum 6",
        "VMware vSphere Foundation 8, vSphere Foundation 8",
        "VMware vSphere Foundation 9.0 (cores), vSphere Foundation 9",
        "VMware Cloud Foundation (cores), Cloud Foundation",
        "VMware Cloud Foundation 9, Cloud Foundation 9",
        "'vSphere 7 Standard, vSAN Enterprise Plus', Standard 7",
        "'vCenter Server 8 Standard; vSphere 8 Enterprise Plus', Enterprise Plus 8",
    })
    void readsTheEditionFromTheName(String name, String edition) {
        assertThat(TABLES.edition(name)).hasToString(edition);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "vCenter Server 8 Standard",
                "VMware vCenter Server 6 Essentials",
                "vCenter Server 6 Foundation",
                "VMware vSAN Enterprise Plus",
                "NSX Data Center Enterprise Plus",
                "vSphere with Tanzu Standard",
                "Something else",
                "vSphere 7 Standard, vSphere 8 Enterprise Plus",
            })
    void whatNamesNoEditionOfHostsOrTwoIsAbsent(@Nullable String name) {
        assertThat(TABLES.edition(name)).isNull();
        assertThat(TABLES.licenses(name, "vMotion")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "vSphere 7 Essentials Kit,                 vMotion,                  false",
                "VMware vSphere 6 Essentials Plus,         vMotion,                  true",
                "VMware vSphere 6 Essentials Plus,         StorageVMotion,           false",
                "vSphere 7 Standard,                       vMotion,                  true",
                "vSphere 7 Standard,                       StorageVMotion,           true",
                "vSphere 7 Standard,                       CrossVCenterVMotion,      false",
                "vSphere 7 Standard,                       LongDistanceVMotion,      false",
                "vSphere 7 Standard,                       AdvancedCrossVCenterLive, false",
                "vSphere 7 Standard,                       AdvancedCrossVCenterCold, true",
                "vSphere 7 Standard,                       DRS,                      false",
                "vSphere 7 Enterprise,                     DRS,                      true",
                "vSphere 7 Enterprise,                     CrossVCenterVMotion,      false",
                "vSphere 8 Enterprise Plus (Subscription), CrossVCenterVMotion,      true",
                "vSphere 8 Enterprise Plus (Subscription), VDS,                      true",
                "vSphere 7 Standard,                       VDS,                      false",
                "vSphere 7 Essentials Kit,                 AdvancedCrossVCenterCold, false",
                "vSphere 8 Enterprise Plus for VCF,        AdvancedCrossVCenterLive, true",
                "VMware Cloud Foundation (cores),          CrossVCenterVMotion,      true",
                "VMware vSphere Foundation 9,              vMotion,                  true",
                "Evaluation Mode,                          CrossVCenterVMotion,      true",
                "vSphere 7 Standard,                       Teleport,                 -",
                "vSphere 5 Standard,                       vMotion,                  -",
                "vSphere 9 Standard,                       vMotion,                  -",
                "vSphere Standard,                         vMotion,                  true",
            })
    void saysWhatAnEditionLicenses(String name, String feature, @Nullable Boolean licensed) {
        assertThat(TABLES.licenses(name, feature)).isEqualTo(licensed);
    }

    @ParameterizedTest
    @CsvSource({
        "vSphere 7 Enterprise,                   VDS",
        "vSphere 7 Remote Office Branch Office Standard, vMotion",
        "vSphere+,                               vMotion",
    })
    void whatNobodyVerifiedNeitherApprovesNorBlocks(String name, String feature) {
        assertThat(TABLES.edition(name)).isNotNull();
        assertThat(TABLES.licenses(name, feature)).isNull();
    }

    @Test
    void aListedFeatureIsLicensedWhateverTheEdition() {
        var features = Listing.complete(List.of("vSphere HA", "VSPHERE VMOTION", "vSphere FT (up to 4 virtual CPUs)"));
        assertThat(TABLES.licenses("Something else", features, "vMotion")).isTrue();
        assertThat(TABLES.licenses("Something else", features, "FaultTolerance"))
                .isTrue();
        assertThat(TABLES.licenses("Something else", features, "StorageVMotion"))
                .isNull();
        assertThat(TABLES.licenses("vSphere 7 Essentials Kit", features, "vMotion"))
                .isTrue();
    }

    @Test
    void aFeatureThatIsNotListedIsLeftToTheEdition() {
        Listing<String> none = Listing.of();
        assertThat(TABLES.licenses("vSphere 7 Standard", none, "vMotion")).isTrue();
        assertThat(TABLES.licenses("vSphere 7 Standard", null, "CrossVCenterVMotion"))
                .isFalse();
        assertThat(TABLES.licenses(null, null, "vMotion")).isNull();
    }
}
