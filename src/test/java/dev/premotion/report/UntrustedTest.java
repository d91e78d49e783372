package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntrustedTest {

    @Test
    void ordinaryTextOfAnyScriptStaysAsItIs() {
        String text = "acct-web01 Ä € 東京 שלום \uD83D\uDE80 line\nnext\ttab";
        assertThat(Untrusted.visible(text)).isEqualTo(text);
    }

    @Test
    void whatTurnsTheTextAroundIsShownByItsNumber() {
        assertThat(Untrusted.visible("a\u202Egpj.exe")).isEqualTo("a[U+202E]gpj.exe");
        assertThat(Untrusted.visible("\u200F\u2066\u061C")).isEqualTo("[U+200F][U+2066][U+061C]");
    }

    @Test
    void whatCannotBeSeenIsShownByItsNumber() {
        assertThat(Untrusted.visible("\u0000\u001B\u007F\u0085\u200B\u2028\uFEFF"))
                .isEqualTo("[U+0000][U+001B][U+007F][U+0085][U+200B][U+2028][U+FEFF]");
    }

    @Test
    void halfACharacterIsShownByItsNumber() {
        assertThat(Untrusted.visible("\uD800 lone")).isEqualTo("[U+D800] lone");
    }
}
