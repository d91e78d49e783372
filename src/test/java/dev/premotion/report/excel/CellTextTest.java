package dev.premotion.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-old",
                "@SUM(A1)",
                "\t=1",
                "\n=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "=cmd|'/c calc'!A1",
            })
    void whatCouldBeAFormulaGetsAnApostrophe(String text) {
        assertThat(CellText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acct-web01", "1 = 1", "a\tb", "a\nb", "'quoted", "x_x0041", "_x41_"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(CellText.of(text)).isEqualTo(text);
    }

    @Test
    void controlCharactersAreShownByTheirNumber() {
        assertThat(CellText.of("a\u0000b\u001b[31m\r\u202Egpj.exe"))
                .isEqualTo("a[U+0000]b[U+001B][31m[U+000D][U+202E]gpj.exe");
    }

    @Test
    void whatLooksLikeAnEscapeOfTheFormatIsEscaped() {
        assertThat(CellText.of("_x003D_1+1")).isEqualTo("_x005F_x003D_1+1");
    }

    @Test
    void whatIsLongerThanACellIsCutWithAMark() {
        assertThat(CellText.of("x".repeat(32_767))).hasSize(32_767).doesNotContain("cut");
        assertThat(CellText.of("x".repeat(32_768))).hasSize(32_767).endsWith("x" + CellText.CUT);
        assertThat(CellText.of("_x0041_".repeat(9_000)))
                .hasSizeLessThanOrEqualTo(32_767)
                .endsWith(CellText.CUT);
    }

    @Test
    void aPairOfSurrogatesIsNotCutInHalf() {
        for (String shift : new String[] {"", "x"}) {
            String cut = CellText.of(shift + "\uD83D\uDE80".repeat(20_000));

            assertThat(cut).endsWith("\uD83D\uDE80" + CellText.CUT).hasSizeLessThanOrEqualTo(32_767);
        }
    }

    @Property(tries = 500, seed = "4711")
    void whateverItIsTheCellIsInertAndShortEnough(@ForAll("texts") String text) {
        String cell = CellText.of(text);

        assertThat(cell.length()).isLessThanOrEqualTo(CellText.LONGEST);
        assertThat(CellText.startsFormula(cell)).isFalse();
        assertThat(cell.chars().filter(c -> c < ' ' && c != '\n' && c != '\t')).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> starts =
                Arbitraries.of("", "=", "+", "-", "@", "\t", "\r", "\n", "\u0000=", "_x003D_", "\uFEFF=");
        Arbitrary<String> rests = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<Integer> times = Arbitraries.of(0, 1, 2, 1_000);
        return Combinators.combine(starts, rests, times).as((start, rest, count) -> start + rest.repeat(count));
    }
}
