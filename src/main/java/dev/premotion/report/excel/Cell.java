package dev.premotion.report.excel;

import dev.premotion.report.Verdict;
import org.jspecify.annotations.Nullable;

/** What stands in one cell of a workbook. */
sealed interface Cell {

    /** @param target the cell that a click leads to; absent for most */
    record Text(String text, Tone tone, @Nullable Target target) implements Cell {}

    /** @param guessed whether the number rests on a guess */
    record Amount(double value, Form form, boolean guessed) implements Cell {}

    /** @param row from 1, as people count */
    record Target(String sheet, int row, String tip) {}

    static @Nullable Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new Text(text, Tone.PLAIN, null);
    }

    static Cell verdict(String key) {
        Verdict verdict = Verdict.of(key);
        return new Text(verdict.word(), Tone.of(verdict), null);
    }

    static @Nullable Cell count(@Nullable Number count) {
        return count == null ? null : new Amount(count.doubleValue(), Form.COUNT, false);
    }
}
