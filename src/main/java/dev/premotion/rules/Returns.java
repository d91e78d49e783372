package dev.premotion.rules;

import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.Return;
import dev.premotion.inventory.Inventory;
import dev.premotion.plan.Resolver;
import dev.premotion.plan.WayBack;
import dev.premotion.plan.WayBack.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Judges the way back of every approved move that leaves its cluster or vCenter. */
final class Returns {

    private Returns() {}

    /** By the migration's id. */
    static Map<String, Return> of(Preflight preflight, Assessment assessment, Inventory inventory, LocalDate today) {
        var moves = new ArrayList<Move>();
        for (var judged : assessment.migrations()) {
            var candidate = judged.destination();
            if (candidate != null && judged.verdict().approved() && WayBack.leaves(judged.migration(), candidate)) {
                moves.add(new Move(judged.migration(), candidate));
            }
        }
        var returns = new HashMap<String, Return>();
        if (!moves.isEmpty() && !assessment.plan().survey()) {
            var back = WayBack.of(inventory, moves);
            var judged = preflight
                    .check(Resolver.resolve(back.plan(), back.estate()), back.estate(), today)
                    .migrations();
            for (int i = 0; i < judged.size(); i++) {
                returns.put(moves.get(i).migration().id(), of(judged.get(i)));
            }
        }
        return returns;
    }

    private static Return of(Judged back) {
        var problem = back.migration().problem();
        if (problem != null) {
            return new Return(back.verdict(), problem.message());
        }
        return new Return(
                back.verdict(),
                back.findings().stream()
                        .filter(Finding::blocker)
                        .map(Finding::message)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }
}
