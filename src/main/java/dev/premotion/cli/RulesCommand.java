package dev.premotion.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.assessment.Card;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Nearest;
import dev.premotion.plan.TypePattern;
import dev.premotion.rules.Faults;
import dev.premotion.rules.Rulebook;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The rulebook: a list, or one rule whole. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows the rulebook.")
final class RulesCommand implements Runnable {

    /** Columns of the longest label with its colon. */
    private static final int LABEL = 10;

    private static final String OWN_RULES =
            "a folder with rules (DRL) and cards of one's own, shown beside the built-in";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        list(OutputOptions.Format.text, false, null);
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the rules, or the faults of vCenter's own checks with the rules that foresee them.")
    void list(
            @Option(names = "--format", defaultValue = "text", description = "text or json; default text")
                    OutputOptions.Format format,
            @Option(
                            names = "--faults",
                            description =
                                    "list the faults that CheckMigrate and CheckRelocate can return, and their rules")
                    boolean faults,
            @Option(names = "--rules", paramLabel = "DIR", description = OWN_RULES) @Nullable Path rules) {
        var out = spec.commandLine().getOut();
        var cards = rulebook(rules).cards().values();
        if (format == OutputOptions.Format.json) {
            out.println(json(
                    faults
                            ? Faults.of(cards).stream()
                                    .map(RulesCommand::fields)
                                    .toList()
                            : cards.stream().map(RulesCommand::fields).toList()));
        } else {
            int width = Terminal.interactive() ? Terminal.width() : RuleTables.ENDLESS;
            (faults ? RuleTables.faults(Faults.of(cards), width) : RuleTables.rules(cards, width))
                    .forEach(out::println);
        }
        out.flush();
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one rule.")
    void show(
            @Parameters(paramLabel = "ID", description = "the rule's id, such as CPU-EVC-CLUSTER") String id,
            @Option(names = "--rules", paramLabel = "DIR", description = OWN_RULES) @Nullable Path rules) {
        var out = spec.commandLine().getOut();
        var cards = rulebook(rules).cards();
        var card = cards.get(id.toUpperCase(Locale.ROOT));
        if (card == null) {
            var near = Nearest.to(id.toUpperCase(Locale.ROOT), cards.keySet());
            throw new BadInput(
                    "rules",
                    "",
                    "there is no rule " + id,
                    near.isEmpty()
                            ? "premotion rules list shows the ids."
                            : "you mean " + String.join(" or ", near) + "; premotion rules list shows all ids.");
        }
        RuleTables.wrapped(card.id() + ": " + card.title(), 0).forEach(out::println);
        out.println();
        line(card.severity() + ", enforced by " + card.enforcedBy() + ", topic " + card.topic() + ", status "
                + card.status());
        line("Kinds:    " + words(card.types()) + (card.versions() == null ? "" : "; " + card.versions()));
        line("Why:      " + card.why());
        line("Remedy:   " + card.remedy());
        line("Asks for: " + String.join(", ", card.needs()));
        line("Faults:   " + (card.faults().isEmpty() ? "none of its own" : String.join(", ", card.faults())));
        line("Sources:  " + String.join(", ", card.sources()));
        out.flush();
    }

    /** Compiled rules are needed only to see that one's own compile. */
    private static Rulebook rulebook(@Nullable Path own) {
        return own == null ? Rulebook.load() : RuleSet.with(own).preflight().rulebook();
    }

    private void line(String text) {
        int colon = text.indexOf(": ");
        int column = colon > 0 && colon < LABEL ? LABEL : 0;
        RuleTables.wrapped("  " + text, 2 + column).forEach(spec.commandLine().getOut()::println);
    }

    private static String words(List<TypePattern> types) {
        return types.stream().map(TypePattern::text).collect(Collectors.joining(", "));
    }

    private static Map<String, Object> fields(Card card) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", card.id());
        fields.put("title", card.title());
        fields.put("topic", card.topic());
        fields.put("severity", card.severity().toString());
        fields.put("types", card.types().stream().map(TypePattern::text).toList());
        fields.put("faults", card.faults().stream().map(f -> f.replace("~", "")).toList());
        fields.put("sources", card.sources());
        fields.put("needs", card.needs());
        return fields;
    }

    private static Map<String, Object> fields(Faults.Fault fault) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("fault", fault.name());
        fields.put("decidable", fault.decidable().toString().toLowerCase(Locale.ROOT));
        fields.put("rules", fault.rules());
        if (fault.reason() != null) {
            fields.put("reason", fault.reason());
        }
        return fields;
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cards are plain data", e);
        }
    }
}
