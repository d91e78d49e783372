package dev.premotion.report.excel;

import dev.premotion.report.Result;
import dev.premotion.report.Verdict;

/**
 * Colours of a workbook's cells. They only ever repeat what a word in the same cell says: some readers do not see them, and
 * some printers neither.
 */
enum Tone {
    PLAIN("FFFFFF", "1F2933"),
    HEADING("24425A", "FFFFFF"),
    RED("F9D9DB", "7A1A22"),
    AMBER("FFE3BF", "693F00"),
    YELLOW("FFF6CC", "574700"),
    GREEN("D8F0DF", "0F4F2C"),
    GREY("E9ECEF", "3E464D");

    private final String fill;
    private final String ink;

    Tone(String fill, String ink) {
        this.fill = fill;
        this.ink = ink;
    }

    static Tone of(Verdict verdict) {
        return switch (verdict) {
            case BLOCKED -> RED;
            case UNDETERMINED -> AMBER;
            case APPROVED_WITH_WARNINGS -> YELLOW;
            case APPROVED -> GREEN;
            case EXCLUDED -> GREY;
        };
    }

    static Tone of(Result.Finding finding) {
        if (finding.waiver() != null) {
            return GREY;
        }
        return switch (finding.severity()) {
            case "blocker" -> finding.answer().equals("no") ? RED : AMBER;
            case "warning" -> finding.answer().equals("no") ? YELLOW : GREY;
            default -> GREY;
        };
    }

    /** As RRGGBB. */
    String fill() {
        return fill;
    }

    /** As RRGGBB. */
    String ink() {
        return ink;
    }
}
