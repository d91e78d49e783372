package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

    private static final Tables TABLES = Loaded.TABLES;

    private static Release vCenter(String version, @Nullable String build) {
        return Objects.requireNonNull(TABLES.vCenter(version, build));
    }

    private static Release esxi(String version, @Nullable String build) {
        return Objects.requireNonNull(TABLES.esxi(version, build));
    }

    private static @Nullable Boolean atLeast(Release release, Release minimum) {
        return minimum.atMost(release);
    }

    /** The XVM test: above 7.0.1, or 7.0.1 with a build of at least 17327517. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "7.0.1,       17327517, true",
                "7.0.1,       17327586, true",
                "7.0.1,       17327550, true",
                "7.0.1,       17491101, true",
                "7.0.1,       17491160, true",
                "7.0.1,       17005016, false",
                "7.0.1,       17004997, false",
                "7.0.1,       16860138, false",
                "7.0.1,       16858589, false",
                "7.0.1,       17100000, false",
                "7.0.1,       -,        -",
                "7.0 U1,      -,        -",
                "7.0.1.00200, -,        true",
                "7.0.1.00300, -,        true",
                "7.0.1.00100, -,        false",
                "7.0.1.00000, -,        false",
                "7.0.1.0,     -,        -",
                "7.0 U1c,     -,        true",
                "7.0 U1a,     -,        false",
                "7.0 Update 1d, -,      true",
                "7.0.2,       -,        true",
                "7.0.2,       17694817, true",
                "7.0.3,       18700403, true",
                "7.0.0,       -,        false",
                "7.0.0,       16749670, false",
                "6.7.0,       18010599, false",
                "6.7.0,       -,        false",
                "8.0.3.0,     -,        true",
                "9.0.1.0,     -,        true",
                "12.0.0,      -,        true",
            })
    void knowsWhichVCenterCanStartACrossVCenterImport(String version, @Nullable String build, @Nullable Boolean can) {
        assertThat(atLeast(vCenter(version, build), vCenter("7.0 U1c", null))).isEqualTo(can);
    }

    @ParameterizedTest
    @CsvSource({
        "7.0.1, 19324898, 7.0.2, 17630552",
        "7.0.2, 19290878, 7.0.3, 18644231",
        "8.0.1, 23299997, 8.0.2, 22380479",
        "8.0.2, 24585300, 8.0.3, 24022510",
        "7.0.3, 24723872, 8.0.0, 20513097",
        "6.7.0, 20497097, 7.0.0, 15843807",
    })
    void aPatchOfAnOlderUpdateIsOlderWhateverItsBuild(String version, String build, String newer, String newerBuild) {
        assertThat(esxi(version, build).atMost(esxi(newer, newerBuild))).isTrue();
        assertThat(esxi(newer, newerBuild).atMost(esxi(version, build))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"7.0.1.00200, 7.0 U1c", "7.0.1.00300, 7.0 U1d", "6.7.0.40000, 6.7 U3", "9.0.1.0, 9.0.1.0"})
    void theApplianceVersionNamesTheRelease(String version, String name) {
        assertThat(vCenter(version, null)).hasToString("vCenter " + name);
        assertThat(vCenter(version, null).vague()).isFalse();
    }

    @Test
    void theFourthNumberOfTheApiIsNoPatchNumber() {
        assertThat(vCenter("8.0.3.0", null)).hasToString("vCenter 8.0 U3 (build not known)");
        assertThat(vCenter("8.0.3.0", "24091160")).hasToString("vCenter 8.0 U3a (build 24091160)");
    }

    @Test
    void bothBuildsOfOneVCenterAreOneRelease() {
        var byInstaller = vCenter("7.0.0", "15952498");
        var byApi = vCenter("7.0.0", "15952599");
        assertThat(byInstaller.atMost(byApi)).isTrue();
        assertThat(byApi.atMost(byInstaller)).isTrue();
        assertThat(byApi).hasToString("vCenter 7.0 (build 15952599)");
    }

    @ParameterizedTest
    @CsvSource({
        "6.7.0, 14320388, 3, 6.7 U3",
        "6.7.0, 13004448, 1, 6.7 U1 EP7",
        "6.7.0, 13006603, 2, 6.7 U2",
        "6.7.0, 8169922,  0, 6.7",
        "6.5.0, 10175896, 2, 6.5 U2 EP9",
        "6.0.0, 4192238,  2, 6.0 U2 P3",
        "6.0.0, 5572656,  3, 6.0 U3a",
    })
    void theBuildTellsTheUpdateOfA6x(String version, String build, int update, String name) {
        assertThat(esxi(version, build).update()).isEqualTo(update);
        assertThat(esxi(version, build)).hasToString("ESXi " + name + " (build " + build + ")");
    }

    /** As real exports and dumps show them. */
    @ParameterizedTest
    @CsvSource({
        "ESXi,    8.0.3, 24585383, 8.0 U3d",
        "ESXi,    8.0.3, 24784735, 8.0 U3f",
        "ESXi,    8.0.3, 24859861, 8.0 U3g",
        "ESXi,    8.0.3, 25067014, 8.0 U3h",
        "ESXi,    8.0.1, 21813344, 8.0 U1a",
        "ESXi,    7.0.3, 24585291, 7.0 U3s",
        "ESXi,    6.5.0, 10175896, 6.5 U2 EP9",
        "ESXi,    6.0.0, 4192238,  6.0 U2 P3",
        "vCenter, 8.0.3, 24091160, 8.0 U3a",
        "vCenter, 8.0.3, 24262322, 8.0 U3b",
        "vCenter, 8.0.3, 25092719, 8.0 U3h",
        "vCenter, 6.5.0, 5973321,  6.5 U1",
    })
    void knowsTheReleasesOfRealEstates(String product, String version, String build, String name) {
        var release = product.equals("ESXi") ? esxi(version, build) : vCenter(version, build);
        assertThat(release).hasToString(product + " " + name + " (build " + build + ")");
        assertThat(release.listed()).isTrue();
    }

    @Test
    void anUnknownBuildOfA6xIsPlacedBetweenItsNeighbours() {
        var between = esxi("6.7.0", "13000000");
        assertThat(between).hasToString("ESXi 6.7 U1 (build 13000000, not in the table)");
        assertThat(atLeast(between, esxi("6.7.0", "11675023"))).isTrue();
        assertThat(between.atMost(esxi("6.7.0", "13004448"))).isTrue();
        assertThat(atLeast(between, esxi("6.7.0", "13006603"))).isFalse();
        assertThat(between.vague()).isFalse();
    }

    @Test
    void anUnknownBuildOfA7IsPlacedWithinItsUpdate() {
        var between = esxi("7.0.3", "19600000");
        assertThat(between).hasToString("ESXi 7.0 U3 (build 19600000, not in the table)");
        assertThat(atLeast(between, esxi("7.0 U3d", null))).isTrue();
        assertThat(atLeast(between, esxi("7.0 U3e", null))).isFalse();
    }

    @Test
    void a6xWithoutBuildIsUnknownWithinItsLineAndDecidedOutside() {
        var vague = esxi("6.7.0", null);
        assertThat(vague).hasToString("ESXi 6.7 (update not known)");
        assertThat(vague.vague()).isTrue();
        assertThat(atLeast(vague, esxi("6.7.0", "13006603"))).isNull();
        assertThat(vague.atMost(esxi("6.7.0", "13006603"))).isNull();
        assertThat(atLeast(vague, esxi("6.7.0", "8169922")))
                .as("nothing of 6.7 is older than GA")
                .isTrue();
        assertThat(atLeast(vague, esxi("6.5.0", "13932383"))).isTrue();
        assertThat(atLeast(vague, esxi("7.0.0", "15843807"))).isFalse();
        assertThat(vague.atMost(esxi("6.5.0", null))).isFalse();
        assertThat(esxi("6.7.3", null).atMost(esxi("6.7.0", "13006603")))
                .as("6.7.3 shows U3")
                .isFalse();
    }

    @Test
    void aVersionNewerThanTheTableComparesAndSaysSo() {
        var newer = esxi("9.4.0", "27000000");
        assertThat(newer).hasToString("ESXi 9.4.0 (build 27000000, newer than the table)");
        assertThat(newer.listed()).isFalse();
        assertThat(atLeast(newer, esxi("9.1.1.0", null))).isTrue();
        assertThat(esxi("10.0.0", null)).hasToString("ESXi 10.0.0 (newer than the table)");
        assertThat(vCenter("8.0.3", "29999999").atMost(vCenter("9.0.0.0", null)))
                .isTrue();
        assertThat(vCenter("8.0.3.01200", null)).hasToString("vCenter 8.0 U3 (after 8.0 U3j)");
        assertThat(atLeast(vCenter("8.0.3.01200", null), vCenter("8.0 U3j", null)))
                .isTrue();
        assertThat(vCenter("7.0.3.02300", null).atMost(vCenter("7.0 U3v", null)))
                .isTrue();
        assertThat(atLeast(vCenter("7.0.3.02300", null), vCenter("7.0 U3t", null)))
                .isTrue();
    }

    @Test
    void ofNineTheMaintenanceAndExpressNumbersOrder() {
        assertThat(esxi("9.1.0", "25557999")).hasToString("ESXi 9.1.0.0200 (build 25557999)");
        assertThat(esxi("9.1.0.0", null).atMost(esxi("9.1.0.0200", null))).isTrue();
        assertThat(esxi("9.1.0.0200", null).atMost(esxi("9.1.0.0", null))).isFalse();
        assertThat(esxi("9.0.2", "25148076").atMost(esxi("9.1.0.0", null))).isTrue();
        assertThat(atLeast(esxi("9.1.0", null), esxi("9.1.0.0200", null))).isNull();
    }

    @Test
    void linesOlderThanTheTableCompareByLine() {
        var old = esxi("5.5.0", "6480267");
        assertThat(old).hasToString("ESXi 5.5 (build 6480267, update not known)");
        assertThat(atLeast(old, esxi("6.0.0", "2494585"))).isFalse();
        assertThat(old.atMost(esxi("5.5.0", null))).isNull();
    }

    @Test
    void aBuildOfAnotherUpdateThanTheVersionShowsLeavesTheUpdateOpen() {
        var torn = esxi("7.0.1", "18644231");
        assertThat(torn).hasToString("ESXi 7.0 (build 18644231, which is of 7.0 U3)");
        assertThat(atLeast(torn, esxi("7.0 U2", null))).isNull();
        assertThat(atLeast(torn, esxi("7.0.0", "15843807"))).isTrue();
        assertThat(atLeast(torn, esxi("8.0.0", "20513097"))).isFalse();
    }

    @Test
    void aBuildOfAnotherLineLeavesTheLineOpen() {
        var torn = esxi("9.0.0", "24022510");
        assertThat(torn).hasToString("ESXi 9.0 (build 24022510, which is of 8.0 U3)");
        assertThat(atLeast(torn, esxi("9.0.0", null))).isNull();
        assertThat(atLeast(torn, esxi("8.0.2", "22380479"))).isTrue();
        assertThat(torn.atMost(esxi("8.0.3", "24022510"))).isNull();
    }

    @Test
    void releasesOfTwoProductsDoNotCompare() {
        assertThat(vCenter("7.0.3", "18700403").atMost(esxi("7.0.3", "18644231")))
                .isNull();
    }

    @Test
    void printsWhatAPersonSays() {
        assertThat(esxi("7.0.3", "23794027")).hasToString("ESXi 7.0 U3q (build 23794027)");
        assertThat(esxi("8.0.3", " 24585383 ")).hasToString("ESXi 8.0 U3d (build 24585383)");
        assertThat(vCenter("7.0 U1c", null)).hasToString("vCenter 7.0 U1c");
        assertThat(vCenter("6.7c", null)).hasToString("vCenter 6.7c");
        assertThat(esxi("7.0 U3z", null)).hasToString("ESXi 7.0 U3z (build not known)");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "unknown", "seven", "7", "-7.0", "7.0.1.00200.5", "VMware ESXi", "100.0", "7,0"})
    void whatIsNoVersionIsAbsent(@Nullable String version) {
        assertThat(TABLES.esxi(version, "24585383")).isNull();
        assertThat(TABLES.vCenter(version, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "build-17327586", "1.7e7", "99999999999999999999"})
    void whatIsNoBuildIsAbsent(String build) {
        assertThat(vCenter("7.0.1", build)).hasToString("vCenter 7.0 U1 (build not known)");
    }

    @Test
    void rowsOutOfOrderAreRefused() {
        var head = "release,line,update,version,builds,source,status\n";
        assertThatThrownBy(() -> Releases.of(
                        Product.ESXI, Csv.parse("t.csv", head + "7.0 U1,7.0,1,,200,S,V1\n7.0,7.0,0,,300,S,V1\n")))
                .isInstanceOf(BadTable.class)
                .hasMessage(
                        "t.csv, line 3, column builds: '300', expected a later update or higher builds than those of"
                                + " 7.0 U1\nMaybe the row stands in the wrong place, or a digit is wrong.");
    }
}
