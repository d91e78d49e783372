package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.premotion.simulation.PlanAnswers.Answer;
import dev.premotion.simulation.PlanAnswers.WhatIf;
import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan is not faster because fewer of its migrations come through. */
class PlanAnswersTest {
    /** Migrations that end one after the other; a negative time is one that fails then. */
    private static Simulation plan(double... ends) {
        var runs = new ArrayList<MigrationRun>();
        for (double end : ends) {
            boolean done = end > 0;
            runs.add(new MigrationRun(
                    "m" + runs.size(),
                    done ? State.DONE : State.FAILED,
                    done ? null : "It was killed.",
                    0,
                    0,
                    Math.abs(end),
                    null,
                    List.of(),
                    List.of(),
                    1000,
                    200,
                    3000,
                    0,
                    null,
                    List.of()));
        }
        double makespan = Arrays.stream(ends).map(Math::abs).max().orElse(0);
        return new Simulation("vmotion", 1, makespan, runs, List.of());
    }

    private static List<Answer> answers(Ensemble ensemble, Simulation likely, Simulation other) {
        return new PlanAnswers(likely, ensemble).all(what -> what == WhatIf.ONE_AT_A_TIME ? other : likely);
    }

    private static String answer(List<Answer> answers, String part) {
        return answers.stream()
                .filter(each -> each.question().contains(part))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    @Test
    void anotherWayIsOnlyFasterWhereTheSameMigrationsComeThrough() {
        var likely = plan(100, 200, 300);
        var ensemble = new Ensemble(likely);

        assertThat(answer(answers(ensemble, likely, plan(100, 150, 200)), "one at a time"))
                .startsWith("Yes: the plan would take 3 min 20 s");
        assertThat(answer(answers(ensemble, likely, plan(100, 150, -10)), "one at a time"))
                .startsWith("1 fewer comes through")
                .doesNotContain("Yes");
    }

    @Test
    void drawsInWhichOthersComeThroughStayOutOfThePlansRangeAndAreCounted() {
        var likely = plan(100, 200, 300);
        var ensemble = new Ensemble(likely);
        ensemble.drawn(plan(100, 200, 310));
        ensemble.drawn(plan(100, 200, 320));
        ensemble.drawn(plan(100, 20, -30));

        assertThat(ensemble.makespan().low()).isEqualTo(300, within(1e-9));
        assertThat(ensemble.makespan().high()).isGreaterThan(310);
        assertThat(answer(answers(ensemble, likely, likely), "come to its end"))
                .startsWith("Yes, all 3.")
                .contains("In 1 of 3 draws");
        assertThat(ensemble.simulation().migrations().get(2).assumptions())
                .anyMatch(text -> text.contains("in 1 of 3 draws it does not come through"));
    }

    @Test
    void whatDecidesWhetherMigrationsComeThroughIsTheStrongestUnknown() {
        var likely = plan(100, 200, 300);
        var ensemble = new Ensemble(likely);
        ensemble.moved(Input.DATASTORE, plan(100, 200, 250), plan(100, 200, 900));
        ensemble.moved(Input.REWRITE_TIME, likely, plan(100, 200, -300));

        assertThat(answer(answers(ensemble, likely, likely), "unknown"))
                .contains(Input.REWRITE_TIME.words())
                .contains("whether 1 migration comes through");
    }
}
