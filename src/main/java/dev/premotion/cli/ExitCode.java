package dev.premotion.cli;

import dev.premotion.report.Gate;

/** What the program ends with, as promised to pipelines. */
enum ExitCode {
    /** The gate passes. */
    PASSES(0),
    /** Something is blocked. */
    BLOCKED(1),
    /** Bad usage, or an input that cannot be read. */
    BAD_INPUT(2),
    /** The program itself failed. */
    INTERNAL(3),
    /** Nothing is blocked, but something is undetermined. */
    UNDETERMINED(4);

    final int code;

    ExitCode(int code) {
        this.code = code;
    }

    static ExitCode of(Gate.Outcome outcome) {
        return switch (outcome) {
            case PASSES -> PASSES;
            case BLOCKED -> BLOCKED;
            case UNDETERMINED -> UNDETERMINED;
        };
    }
}
