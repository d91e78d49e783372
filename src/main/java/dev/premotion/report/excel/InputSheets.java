package dev.premotion.report.excel;

import dev.premotion.report.Result;
import dev.premotion.report.Result.Inputs;
import dev.premotion.report.Result.PolicyChange;
import dev.premotion.report.Result.Quality;
import dev.premotion.report.Result.VCenterSaid;
import dev.premotion.report.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sheets about what was read. */
final class InputSheets {

    private final Result result;
    private final Tables tables;

    InputSheets(Result result, Tables tables) {
        this.result = result;
        this.tables = tables;
    }

    /** One line of what the verdicts were given for. */
    private record Input(
            String what,
            @Nullable String name,
            @Nullable String value,
            @Nullable String captured) {}

    void quality() {
        List<Column<Quality>> columns = List.of(
                Column.name("File", Quality::file),
                Column.name("Place", Quality::place),
                Column.prose("What is odd and what was done", Quality::message));
        tables.add("Data quality", "What is odd in the inputs", columns, result.quality().stream());
    }

    /** What vCenter's own check says beside the findings. */
    void vCenter(List<VCenterSaid> said) {
        List<Column<VCenterSaid>> columns = List.of(
                Column.name("VM", VCenterSaid::vm),
                Column.name("To", VCenterSaid::to),
                Column.name("Agrees", one -> one.agrees() ? "yes" : "no"),
                Column.name("Severity", VCenterSaid::severity),
                Column.name("vSphere fault", VCenterSaid::fault),
                Column.prose("What vCenter says", VCenterSaid::message),
                Column.name("Rules that say it", one -> String.join(", ", one.rules())),
                Column.name("Migration id", VCenterSaid::migration));
        tables.add("Compared with vCenter", Words.agreement(said), columns, said.stream());
    }

    void inputs() {
        List<Column<Input>> columns = List.of(
                Column.name("What", Input::what),
                Column.name("File", Input::name),
                Column.name("Captured", Input::captured),
                new Column<>("SHA-256 or value", Column.Kind.WHOLE, input -> Cell.text(input.value())));
        tables.add(
                "Inputs",
                "What the verdicts were given for: compare the digests before you act on them",
                columns,
                Stream.of(files(), digests(result.inputs()), policy(result.inputs()))
                        .flatMap(rows -> rows));
    }

    private Stream<Input> files() {
        return result.inputs().files().stream()
                .map(file -> new Input("file", file.path(), file.sha256(), file.capturedAt()));
    }

    private Stream<Input> digests(Inputs inputs) {
        return Stream.of(
                        input("inventory", inputs.inventory()),
                        input("plan", inputs.plan()),
                        input("waivers", inputs.waivers()),
                        input("facts given by hand", inputs.facts()),
                        input("rule policy", inputs.rulePolicy()),
                        input("rulebook", inputs.rulebook()),
                        input("rules of one's own", inputs.ownRules()),
                        input("baseline of the gate", inputs.baseline()),
                        input("ages of facts reckoned at", inputs.asOf()),
                        input("expiries reckoned at", inputs.today()),
                        input("Premotion", inputs.toolVersion()),
                        input("format of the result", result.format()))
                .filter(input -> Objects.nonNull(input.value()));
    }

    private static Stream<Input> policy(Inputs inputs) {
        List<PolicyChange> changes = inputs.policyChanges() == null ? List.of() : inputs.policyChanges();
        return changes.stream()
                .map(change -> new Input(
                        "the policy changes " + change.what(),
                        "from " + change.before() + " to " + change.after(),
                        change.because() + " (" + change.by() + ")",
                        null));
    }

    private static Input input(String what, @Nullable String value) {
        return new Input(what, null, value, null);
    }
}
