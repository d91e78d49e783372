package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Inputs;
import dev.premotion.report.ResultFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A saved result as the leave to execute its plan: it holds only for exactly what it was given for. The day is not compared:
 * the check is made anew, so a permit that expired meanwhile no longer approves.
 *
 * @param file where it was saved
 * @param given what its verdicts were given for
 */
record Approval(Path file, Inputs given) {

    /** What is compared by one digest or word, in the order told. */
    private static final Map<String, Function<Inputs, Object>> COMPARED = compared();

    private static Map<String, Function<Inputs, Object>> compared() {
        var compared = new LinkedHashMap<String, Function<Inputs, Object>>();
        compared.put("the plan", Inputs::plan);
        compared.put("waivers, assumptions and promised fixes", Inputs::waivers);
        compared.put("the facts given by hand", Inputs::facts);
        compared.put("the rule policy", Inputs::rulePolicy);
        compared.put("the rules of one's own", Inputs::ownRules);
        compared.put("the built-in rulebook", Inputs::rulebook);
        compared.put("the moment by which facts age", Inputs::asOf);
        compared.put("the version of Premotion", Inputs::toolVersion);
        return compared;
    }

    /** @throws BadInput where the file is no saved result */
    static Approval read(Path file) {
        return new Approval(file, ResultFile.read(file).inputs());
    }

    /** @throws BadInput where a saved result is to be simulated without the estate that it is about */
    static void refuseSaved(List<Path> paths) {
        if (paths.size() == 1 && Job.isResult(paths.get(0))) {
            throw new BadInput(
                    paths.get(0).toString(),
                    "",
                    "A saved result holds verdicts, not the estate that a simulation needs.",
                    "name the snapshots, and this file with --approved: simulate refuses when anything changed since.");
        }
    }

    /** @throws BadInput naming everything that is not what the verdicts were given for */
    void hold(Inputs now) {
        var changed = new ArrayList<String>(snapshots(now));
        COMPARED.forEach((what, of) -> {
            if (!Objects.equals(of.apply(given), of.apply(now))) {
                changed.add(what);
            }
        });
        if (!changed.isEmpty()) {
            throw new BadInput(
                    file.toString(),
                    "/inputs",
                    "These verdicts were given for other inputs. Changed since: " + String.join(", ", changed) + ".",
                    "check the plan again with scan --json, look at what premotion diff tells, and name the new result.");
        }
    }

    /** The snapshots that were added, left out or changed; their order counts, since the newer source wins. */
    private List<String> snapshots(Inputs now) {
        if (given.inventory().equals(now.inventory())) {
            return List.of();
        }
        var before = given.files().stream().map(Result.File::sha256).toList();
        var changed = now.files().stream()
                .filter(file -> !before.contains(file.sha256()))
                .map(file -> "the file " + file.path())
                .toList();
        return changed.isEmpty() ? List.of("which snapshots are read, or their order") : changed;
    }
}
