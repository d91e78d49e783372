package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The order is one, whatever a snapshot shows of a release: with and without builds, in the table or not. */
class ReleaseOrderTest {

    private static final List<Csv.Row> ROWS =
            Csv.read(Loaded.RULES.resolve("vcenter-releases.csv")).rows();

    @Provide
    Arbitrary<Release> releases() {
        return Arbitraries.oneOf(listed(), anything());
    }

    private static Arbitrary<Release> listed() {
        return Arbitraries.of(ROWS).flatMap(row -> Arbitraries.of(shown(row)));
    }

    private static List<Release> shown(Csv.Row row) {
        var shown = new ArrayList<Release>();
        var version = row.text("line") + "." + row.text("update");
        row.list("builds").forEach(build -> shown.add(read(version, build)));
        shown.add(read(version, null));
        shown.add(read(row.text("line"), null));
        var appliance = row.optional("version");
        if (appliance != null) {
            shown.add(read(appliance, null));
        }
        return shown;
    }

    private static Arbitrary<Release> anything() {
        var version = Combinators.combine(
                        Arbitraries.integers().between(5, 10),
                        Arbitraries.of(0, 1, 5, 7),
                        Arbitraries.of("", ".0", ".1", ".3", ".0.10250", ".3.00250", ".1.0", " U2", " U1c", "c"))
                .as((major, minor, rest) -> major + "." + minor + rest);
        var build = Arbitraries.integers()
                .between(2_000_000, 27_000_000)
                .map(String::valueOf)
                .injectNull(0.3);
        return Combinators.combine(version, build).as(ReleaseOrderTest::read);
    }

    private static Release read(String version, @Nullable String build) {
        return Objects.requireNonNull(Loaded.TABLES.vCenter(version, build), version);
    }

    private static boolean yes(@Nullable Boolean answer) {
        return Boolean.TRUE.equals(answer);
    }

    private static boolean no(@Nullable Boolean answer) {
        return Boolean.FALSE.equals(answer);
    }

    @Property(seed = "20201217", edgeCases = EdgeCasesMode.NONE)
    void twoThatAreAtMostEachOtherStandAtOnePlace(@ForAll("releases") Release a, @ForAll("releases") Release b) {
        if (yes(a.atMost(b)) && yes(b.atMost(a))) {
            assertThat(a.earliest()).isEqualTo(b.earliest());
            assertThat(a.vague() || b.vague()).isFalse();
        }
    }

    @Property(seed = "20201217", edgeCases = EdgeCasesMode.NONE)
    void oneOfTwoIsAtMostTheOther(@ForAll("releases") Release a, @ForAll("releases") Release b) {
        assertThat(no(a.atMost(b)) && no(b.atMost(a))).isFalse();
        if (no(a.atMost(b))) {
            assertThat(b.atMost(a)).isTrue();
        }
    }

    @Property(seed = "20201217", edgeCases = EdgeCasesMode.NONE)
    void atMostGoesOn(@ForAll("releases") Release a, @ForAll("releases") Release b, @ForAll("releases") Release c) {
        if (yes(a.atMost(b)) && yes(b.atMost(c))) {
            assertThat(a.atMost(c)).isTrue();
        }
    }

    @Property(seed = "20201217", edgeCases = EdgeCasesMode.NONE)
    void aReleaseKnownExactlyIsAtMostItself(@ForAll("releases") Release a) {
        if (!a.vague()) {
            assertThat(a.atMost(a)).isTrue();
        }
        assertThat(no(a.atMost(a))).isFalse();
    }

    /** The law: leaving out the build never turns an unknown or a no into a yes, or the other way round. */
    @Property(seed = "20201217", edgeCases = EdgeCasesMode.NONE)
    void aReleaseShownWithoutItsBuildIsNeverDecidedOtherwise(
            @ForAll("rows") Csv.Row row, @ForAll("releases") Release other) {
        var version = row.text("line") + "." + row.text("update");
        var vague = read(version, null);
        for (var build : row.list("builds")) {
            var exact = read(version, build);
            if (vague.atMost(other) != null) {
                assertThat(vague.atMost(other)).isEqualTo(exact.atMost(other));
            }
            if (other.atMost(vague) != null) {
                assertThat(other.atMost(vague)).isEqualTo(other.atMost(exact));
            }
        }
    }

    @Provide
    Arbitrary<Csv.Row> rows() {
        return Arbitraries.of(ROWS);
    }

    @Property(seed = "20201217", edgeCases = EdgeCasesMode.NONE)
    void theTableStandsInItsOwnOrder(@ForAll("rows") Csv.Row a, @ForAll("rows") Csv.Row b) {
        var first =
                read(a.text("line") + "." + a.text("update"), a.list("builds").get(0));
        var second =
                read(b.text("line") + "." + b.text("update"), b.list("builds").get(0));
        assertThat(first.listed() && second.listed()).isTrue();
        assertThat(first.name()).isEqualTo(a.text("release"));
        assertThat(first.atMost(second)).isEqualTo(a.line() <= b.line());
    }
}
