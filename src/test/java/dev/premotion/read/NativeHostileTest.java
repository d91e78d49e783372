package dev.premotion.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Place;
import dev.premotion.inventory.RandomEstate;
import dev.premotion.inventory.Tokens;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, or meant to break the reader: one clear error, with line and column, in bounded memory. */
class NativeHostileTest {

    private static final String EMPTY = "{\"format\": \"premotion/inventory/1\", \"vCenters\": []}";

    @Test
    void aFileWithoutAWordOfJson() {
        refused(
                () -> Texts.read(""),
                "estate.json at line 1, column 1: the file is empty, expected"
                        + " {\"format\": \"premotion/inventory/1\", \"vCenters\": [...]}\nMaybe another file was meant");
        refused(
                () -> Texts.read("PK\u0003\u0004"),
                "estate.json at line 1, column 1: this is no JSON: it is no text\n"
                        + "Maybe it is a workbook or an archive: an RVTools export is named .xlsx");
    }

    @Test
    void anotherFormat() {
        refused(
                () -> Texts.read("{\n  \"format\": \"premotion/plan/1\"\n}"),
                "estate.json at /format (line 2, column 13): the"
                        + " format is \"premotion/plan/1\", expected \"premotion/inventory/1\"\nMaybe it is a plan: give it with --plan");
    }

    @Test
    void aCommaTooManyAndACommaMissing() {
        refused(
                () -> Texts.read("{\n\"vCenters\": [],\n}"),
                "estate.json at line 3, column 1: this is no JSON: '}' stands where a"
                        + " name in double quotes was expected\nMaybe there is a comma too many before it, or the quotes are missing");
        refused(
                () -> Texts.read("{\n\"vCenters\": []\n\"links\": []}"),
                "estate.json at line 3, column 1: this is no JSON: '\"'"
                        + " stands where a comma was expected\nMaybe a comma is missing before it");
    }

    @Test
    void aFileCutOffAnywhereIsAnErrorAndNeverAnEstate() {
        var whole = Texts.vCenter(
                        "\"vms\": [ { \"id\": \"vm-1\", \"disks\": [ { \"key\": 2000 } ] } ], \"name\": \"a\"")
                .strip();
        for (int end = 0; end < whole.length(); end++) {
            var cut = whole.substring(0, end);
            assertThatThrownBy(() -> Texts.read(cut))
                    .as(cut)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("\nMaybe ");
        }
    }

    @Test
    void bracketsTenThousandDeep() {
        refused(
                () -> Texts.read("{\"vCenters\": [{\"x\": " + "[".repeat(10_000)),
                "estate.json at line 1, column 83:"
                        + " brackets stand 65 deep in each other, far deeper than anywhere here\nMaybe this is another kind of file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "\"x"})
    void aValueOfAGigabyteIsRefusedLongBeforeItsEnd(String start) {
        var rest = new Endless(start.charAt(start.length() - 1), 1L << 30);
        var json = new SequenceInputStream(
                new ByteArrayInputStream(("{\"x\": " + start).getBytes(StandardCharsets.UTF_8)), rest);
        try (var tokens = Tokens.json(json, "estate.json")) {
            tokens.next();
            assertThatThrownBy(() -> tokens.tree(Place.start("estate.json")))
                    .isInstanceOf(BadInput.class)
                    .hasMessageMatching("(?s).*(one value or name|a number) has \\d+ (characters|digits) or more.*");
        }
        assertThat(rest.given).isLessThan(8 << 20);
    }

    @Test
    void aNumberOfManyDigitsIsJsonAllTheSame() {
        refused(
                () -> Texts.read("{\n\"format\": " + "1".repeat(401) + "}"),
                "estate.json at line 2, column 412: a number has 401 digits or more, far more than any that is read here\n"
                        + "Maybe a key got stuck, or it is a text and needs double quotes around it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void everyUnicodeEncodingIsReadWithAndWithoutAByteOrderMark(String encoding) {
        var charset = Charset.forName(encoding);
        assertThat(Texts.read(EMPTY.getBytes(charset)).quality()).isEmpty();
        assertThat(Texts.read(("\uFEFF" + EMPTY).getBytes(charset)).quality()).isEmpty();
    }

    @Test
    void bytesThatAreNoCharacters() {
        refused(
                () -> Texts.read("{\"format\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1)),
                "estate.json at line 1, column 15:"
                        + " this is no JSON: a byte here is no character of UTF-8\nMaybe the file was saved in another encoding");
    }

    @Test
    void whatFollowsTheEnd() {
        refused(
                () -> Texts.read(EMPTY + "\n" + EMPTY),
                "estate.json at line 2, column 1: the text goes on after its end\n"
                        + "Maybe two files were put into one, or a bracket is too many");
    }

    @Test
    void controlCharactersOfAValueStayOutOfMessages() {
        var reading =
                Texts.read(Texts.vCenter("\"vms\": [ { \"id\": \"vm-1\", \"firmware\": \"\\u001b[31mefi\\n\" } ]"));
        assertThat(reading.quality().get(0).message()).startsWith("vm vm-1: firmware is \"?[31mefi?\", expected");
    }

    @Test
    void anyByteChangedGivesAnEstateOrOneClearError() {
        var good = NativeRoundTripTest.written(new RandomEstate(20261120).inventory());
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var bytes = Arrays.copyOf(good, good.length);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                assertThat(Texts.read(bytes).files()).hasSize(1);
            } catch (BadInput e) {
                assertThat(e).hasMessageStartingWith("estate.json").hasMessageContaining("\nMaybe ");
            }
        }
    }

    private static void refused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(BadInput.class).hasMessage(message);
    }

    /** One byte over and over. */
    private static final class Endless extends InputStream {

        private final int repeated;
        private final long length;
        private long given;

        Endless(int repeated, long length) {
            this.repeated = repeated;
            this.length = length;
        }

        @Override
        public int read() {
            return given++ < length ? repeated : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            int n = (int) Math.min(count, length - given);
            if (n <= 0) {
                return -1;
            }
            Arrays.fill(into, from, from + n, (byte) repeated);
            given += n;
            return n;
        }
    }
}
