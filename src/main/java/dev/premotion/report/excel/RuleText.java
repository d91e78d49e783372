package dev.premotion.report.excel;

/** A text of the form {@code rule for subject: because} taken apart; a text without a reason is all rule. */
record RuleText(String rule, String because) {

    static RuleText of(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? new RuleText(text, "") : new RuleText(text.substring(0, colon), text.substring(colon + 2));
    }
}
