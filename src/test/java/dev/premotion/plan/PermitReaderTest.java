package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.premotion.inventory.BadInput;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a waiver, an assumption or a promised fix has to say. */
class PermitReaderTest {

    private static final String WHOLE = "rule: A, subject: b, because: c, by: d, until: 2027-01-31";
    private static final List<String> ENTRY = List.of("{ vm: a, to: { host: b } }");

    @Test
    void aWholePermitIsRead() {
        var plan = Plans.read("waivers: [ { " + WHOLE + " } ]\nwill-fix: [ { " + WHOLE + ", before-wave: 1 } ]", ENTRY);

        assertThat(plan.waivers())
                .containsExactly(new PlanDocument.Permit(
                        "A", "b", "c", "d", LocalDate.of(2027, 1, 31), null, "plan.yaml", "/waivers/0 (line 3)"));
        assertThat(plan.fixes()).extracting(PlanDocument.Permit::beforeWave).containsExactly(1);
        assertThat(plan.assumptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "subject", "because", "by", "until"})
    void eachPartHasToBeThere(String part) {
        var rest = WHOLE.replaceFirst("(^|, )" + part + ": [^,]+", "").replaceFirst("^, ", "");
        var mistake =
                catchThrowableOfType(BadInput.class, () -> Plans.read("assumptions: [ { " + rest + " } ]", ENTRY));

        assertThat(mistake)
                .hasMessageStartingWith("plan.yaml at /assumptions/0 (line 3): The key \"" + part + "\" is missing");
    }
}
