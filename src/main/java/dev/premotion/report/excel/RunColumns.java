package dev.premotion.report.excel;

import dev.premotion.report.Result.Range;
import dev.premotion.report.Result.Run;
import dev.premotion.report.Result.Simulation;
import dev.premotion.report.ResultFile;
import dev.premotion.report.excel.Cell.Amount;
import dev.premotion.report.excel.Column.Kind;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Columns about simulated migrations. What rests on a guess is marked as such and stands beside its highest value. */
final class RunColumns {

    private final boolean timesGuessed;

    /** Where one migration's duration is a guess, so are the times of all that share its network. */
    RunColumns(Simulation simulation) {
        this.timesGuessed = simulation.makespanRange() != null
                || simulation.migrations().stream().anyMatch(run -> run.range() != null);
    }

    static Cell outcome(Run run) {
        String word = run.state().replace('-', ' ') + (run.conditional() ? ", if confirmed" : "");
        return new Cell.Text(word, run.state().equals("failed") ? Tone.RED : Tone.PLAIN, null);
    }

    Column<Run> start() {
        return clock("Start", Run::startSeconds, run -> timesGuessed);
    }

    Column<Run> end() {
        return clock("End", Run::endSeconds, run -> timesGuessed);
    }

    Column<Run> duration() {
        return clock("Duration", RunColumns::seconds, run -> run.range() != null);
    }

    /** What never began has no times. */
    private static Column<Run> clock(String heading, ToDoubleFunction<Run> seconds, Predicate<Run> guessed) {
        return new Column<>(
                heading,
                Kind.NUMBER,
                run -> run.began() ? new Amount(seconds.applyAsDouble(run), Form.CLOCK, guessed.test(run)) : null);
    }

    Column<Run> shortest() {
        return guess("Duration at least", Form.CLOCK, Run::range, Range::low);
    }

    Column<Run> longest() {
        return guess("Duration up to", Form.CLOCK, Run::range, Range::high);
    }

    /** A migration that failed or never began has not been stunned. */
    Column<Run> stun() {
        return new Column<>("Stun ms", Kind.NUMBER, run -> {
            if (!run.state().equals("done")) {
                return null;
            }
            return run.stunModelled()
                    ? new Amount(run.stunMillis(), Form.MILLIS, run.stunRange() != null)
                    : Cell.text("not modelled");
        });
    }

    Column<Run> shortestStun() {
        return guess("Stun at least ms", Form.MILLIS, Run::stunRange, Range::low);
    }

    Column<Run> longestStun() {
        return guess("Stun up to ms", Form.MILLIS, Run::stunRange, Range::high);
    }

    /** From the times as the result's file has them, so that a saved result gives the same workbook. */
    static double seconds(Run run) {
        return ResultFile.rounded(run.endSeconds()) - ResultFile.rounded(run.startSeconds());
    }

    private static Column<Run> guess(
            String heading, Form form, Function<Run, @Nullable Range> range, Function<Range, Double> end) {
        return new Column<>(heading, Kind.NUMBER, run -> {
            Range guessed = range.apply(run);
            return guessed == null ? null : new Amount(end.apply(guessed), form, true);
        });
    }
}
