package dev.premotion.simulation;

import dev.premotion.simulation.Ensemble.Driver;
import dev.premotion.simulation.Simulation.LinkUse;
import dev.premotion.simulation.Simulation.MigrationRun;
import dev.premotion.simulation.Simulation.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people ask of a plan that was executed, answered in a sentence each. */
public final class PlanAnswers {
    /** Differences below this share of the makespan are none. */
    private static final double NOTHING = 0.01;
    /** Less of a guest's work than this is not worth a word. */
    private static final double FELT = 0.01;

    /**
     * A question and its answer.
     *
     * @param question such as "Which link is the bottleneck?"
     * @param answer a sentence or two
     */
    public record Answer(String question, String answer) {}

    /** Other ways to execute the same plan. */
    enum WhatIf {
        /** vCenter admits by the costs of the other source. */
        ARTICLE_COSTS,
        /** One migration at a time on each host. */
        ONE_AT_A_TIME,
        /** Each host has a second vMotion adapter as fast as those it has. */
        SECOND_ADAPTER
    }

    private final Simulation likely;
    private final List<Driver> drivers;
    private final double makespan;
    private final String otherDraws;

    PlanAnswers(Simulation likely, Ensemble ensemble) {
        this.likely = likely;
        this.drivers = ensemble.drivers();
        this.otherDraws = ensemble.otherDraws() == 0
                ? ""
                : " In " + Quantity.number(ensemble.otherDraws()) + " of " + Quantity.number(ensemble.draws())
                        + " draws of the guesses others or fewer come through; those draws do not count for the plan's time.";
        this.makespan = likely.makespanSeconds();
    }

    /**
     * All answers; none for a plan in which nothing runs.
     *
     * @param what executes the plan in another way
     */
    List<Answer> all(Function<WhatIf, Simulation> what) {
        if (likely.migrations().isEmpty()) {
            return List.of();
        }
        var answers = new ArrayList<Answer>();
        answers.add(new Answer("Does every migration come to its end?", ends()));
        answers.add(new Answer("How much are the guests held up?", heldUp()));
        answers.add(new Answer("What is the bottleneck?", bottleneck()));
        answers.add(new Answer(
                "Is one at a time on each host faster?",
                compared(what.apply(WhatIf.ONE_AT_A_TIME), "Yes", "No", "It makes no difference")));
        answers.add(new Answer(
                "What would a second vMotion adapter in each host bring?",
                compared(what.apply(WhatIf.SECOND_ADAPTER), "Time", "Nothing", "Nothing")));
        answers.add(new Answer(
                "How much do vCenter's limits matter, on which sources differ?",
                compared(
                        what.apply(WhatIf.ARTICLE_COSTS),
                        "An article of 2021 admits more",
                        "An article of 2021 admits less",
                        "Not at all")));
        if (!drivers.isEmpty()) {
            answers.add(new Answer("Which unknown drives the spread?", driver()));
        }
        return answers;
    }

    private String ends() {
        var others = likely.migrations().stream()
                .filter(run -> run.state() != State.DONE)
                .toList();
        return others.isEmpty()
                ? "Yes, all " + Quantity.number(likely.migrations().size()) + "." + otherDraws
                : Quantity.number(others.size()) + " of "
                        + Quantity.number(likely.migrations().size()) + " do not: "
                        + others.stream()
                                .map(MigrationRun::reason)
                                .map(String::valueOf)
                                .distinct()
                                .limit(3)
                                .collect(Collectors.joining(" "))
                        + otherDraws;
    }

    private String heldUp() {
        var longest = likely.migrations().stream()
                .max(Comparator.comparingDouble(MigrationRun::stunMillis))
                .orElseThrow();
        long slowed = likely.migrations().stream()
                .filter(run -> run.guestSlowdown() > FELT)
                .count();
        double worst = likely.migrations().stream()
                .mapToDouble(MigrationRun::guestSlowdown)
                .max()
                .orElse(0);
        String stun = longest.stunMillis() > 0
                ? "The longest stun is " + Quantity.DURATION.print(longest.stunMillis() / 1e3) + ". "
                : "None is moved live. ";
        return stun
                + traced()
                + (slowed == 0
                        ? "No guest is slowed before it."
                        : Quantity.number(slowed) + (slowed == 1 ? " is" : " are") + " slowed before it, the most by "
                                + Math.round(worst * 100) + " % while they migrate.");
    }

    /** A stop of its own, long before the other. */
    private String traced() {
        double longest = likely.migrations().stream()
                .mapToDouble(MigrationRun::traceStopMillis)
                .max()
                .orElse(0);
        long stopped = likely.migrations().stream()
                .filter(run -> run.traceStopMillis() > 0)
                .count();
        return stopped == 0
                ? ""
                : "Before their first pass " + Quantity.number(stopped) + (stopped == 1 ? " stands" : " stand")
                        + " still for page tracing, as before 7.0U1: up to " + time(longest / 1e3) + ". ";
    }

    private String bottleneck() {
        LinkUse fullest = likely.links().stream()
                .max(Comparator.comparingDouble(LinkUse::fullSeconds))
                .orElse(null);
        String waits = waits();
        if (fullest == null || fullest.fullSeconds() < NOTHING * makespan) {
            return "No link is ever full." + waits;
        }
        return fullest.name() + " is full for " + time(fullest.fullSeconds()) + " of " + time(makespan) + "." + waits;
    }

    /** What vCenter's limits held most migrations back for. */
    private String waits() {
        Map<String, Long> waited = likely.migrations().stream()
                .map(MigrationRun::waitedFor)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.groupingBy(resource -> resource, TreeMap::new, Collectors.counting()));
        return waited.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(most -> " Most queue for " + most.getKey() + " (" + Quantity.number(most.getValue()) + ").")
                .orElse("");
    }

    /** Makespans compare only where the same migrations come through: what is given up ends early. */
    private String compared(Simulation other, String faster, String slower, String same) {
        var through = new Through(likely, other);
        if (through.others() > 0) {
            return through.words() + ", so the times of the plan do not compare.";
        }
        double difference = other.makespanSeconds() - makespan;
        if (Math.abs(difference) < NOTHING * makespan) {
            return same + ": the plan takes " + time(makespan) + " either way.";
        }
        return (difference < 0 ? faster : slower) + ": the plan would take " + time(other.makespanSeconds())
                + " and not " + time(makespan) + ".";
    }

    private String driver() {
        Driver most = drivers.get(0);
        if (most.others() > 0) {
            return "Mostly " + most.input().words() + ": that alone decides whether "
                    + Quantity.number(most.others())
                    + (most.others() == 1 ? " migration comes through." : " migrations come through.");
        }
        if (most.spread() < NOTHING * makespan) {
            return "None: the plan takes " + time(makespan) + " whatever they are.";
        }
        return "Mostly " + most.input().words() + ": that alone moves the plan between "
                + time(Math.min(most.low(), most.high())) + " and " + time(Math.max(most.low(), most.high())) + ".";
    }

    private static String time(double seconds) {
        return Quantity.clock(seconds);
    }
}
