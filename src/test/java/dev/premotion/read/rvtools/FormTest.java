package dev.premotion.read.rvtools;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How cells are read, and that anything else is unknown and never an exception. */
class FormTest {

    private static @Nullable Object read(Form form, Object raw) {
        return form.reading().apply(raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16384",
                "16,384",
                "16.384",
                "16 384",
                "16'384",
                "16\u00a0384",
                "16\u202f384",
                "16384.0",
                "1.6384E4"
            })
    void wholeNumbersMayBearSeparators(String text) {
        assertThat(read(Form.SIZE, text)).isEqualTo(16_384L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16,38",
                "1,6384",
                "1.5",
                "-1",
                "0x10",
                "many",
                "1,234,56",
                "99999999999999999999",
                "1e99999999",
                "1e-99999999"
            })
    void whatIsNoWholeNumberIsUnknown(String text) {
        assertThat(read(Form.SIZE, text)).isNull();
    }

    @Test
    void numbersThatDoNotFitAreUnknown() {
        assertThat(read(Form.COUNT, new BigDecimal("2147483647"))).isEqualTo(Integer.MAX_VALUE);
        assertThat(read(Form.COUNT, new BigDecimal("2147483648"))).isNull();
        assertThat(read(Form.MIB, new BigDecimal("8796093022207"))).isEqualTo(8_796_093_022_207L << 20);
        assertThat(read(Form.MIB, new BigDecimal("8796093022208"))).isNull();
        assertThat(read(Form.LIMIT, new BigDecimal(-1))).isEqualTo(Form.UNSET);
        assertThat(read(Form.PERCENT, "17 %")).isEqualTo(17.0);
        assertThat(read(Form.PERCENT, new BigDecimal(101))).isNull();
    }

    @Property(seed = "20260101")
    void everyWholeNumberComesBackHoweverItIsGrouped(@ForAll @LongRange(min = 0) long number) {
        assertThat(read(Form.SIZE, String.format(java.util.Locale.ROOT, "%,d", number)))
                .isEqualTo(number);
        assertThat(read(Form.SIZE, BigDecimal.valueOf(number))).isEqualTo(number);
    }

    @Property(seed = "20260102")
    void noTextIsTooOddForAnyColumn(@ForAll String text) {
        for (var table : Tables.ALL) {
            for (var column : table.columns()) {
                read(column.form(), text.isBlank() ? "?" : text);
            }
        }
    }

    @Test
    void truthsAreReadInTheWordsThatWereSeen() {
        for (var yes : new Object[] {"True", "TRUE", "true", "Yes", "1", BigDecimal.ONE, true}) {
            assertThat(read(Form.TRUTH, yes)).isEqualTo(true);
        }
        for (var no : new Object[] {"False", "FALSE", "false", "No", "0", BigDecimal.ZERO, false}) {
            assertThat(read(Form.TRUTH, no)).isEqualTo(false);
        }
        assertThat(read(Form.TRUTH, "perhaps")).isNull();
        assertThat(read(Form.TRUTH, new BigDecimal(2))).isNull();
    }

    @Test
    void timesAreReadFromNumbersAndTexts() {
        assertThat(read(Form.TIME, new BigDecimal("43378.51582175926")))
                .isEqualTo(Instant.parse("2018-10-05T12:22:47Z"));
        assertThat(read(Form.TIME, "2018/10/05 12:22:47")).isEqualTo(Instant.parse("2018-10-05T12:22:47Z"));
        assertThat(read(Form.TIME, "2018-10-05 12:22:47")).isEqualTo(Instant.parse("2018-10-05T12:22:47Z"));
        assertThat(read(Form.TIME, "2018-10-05T12:22:47")).isEqualTo(Instant.parse("2018-10-05T12:22:47Z"));
        assertThat(read(Form.TIME, "1969/12/31 23:00:00")).isEqualTo(Form.UNSET);
        assertThat(read(Form.TIME, BigDecimal.ZERO)).isEqualTo(Form.UNSET);
        assertThat(read(Form.TIME, "2018/13/05 12:22:47")).isNull();
        assertThat(read(Form.TIME, new BigDecimal("1e9"))).isNull();
    }

    @Test
    void macAddressesAreWrittenOneWay() {
        assertThat(read(Form.MAC, "00-50-56-AA-BB-CC")).isEqualTo("00:50:56:aa:bb:cc");
        assertThat(read(Form.MAC, "00:50:56")).isNull();
    }

    @Test
    void namesLoseVCentersEscapes() {
        assertThat(read(Form.NAME, "a%2fb%5Cc%25")).isEqualTo("a/b\\c%");
        assertThat(read(Form.NAME, "a%252fb")).isEqualTo("a%2fb");
        assertThat(read(Form.NAME, "50%")).isEqualTo("50%");
        assertThat(read(Form.NAME, new BigDecimal("1234.0"))).isEqualTo("1234");
    }
}
