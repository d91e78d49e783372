package dev.premotion.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.assessment.Card;
import dev.premotion.inventory.BadInput;
import dev.premotion.plan.TypePattern;
import dev.premotion.rules.Rulebook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        list(OutputOptions.Format.text);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the rules.")
    void list(
            @Option(names = "--format", defaultValue = "text", description = "text or json; default text")
                    OutputOptions.Format format) {
        var out = spec.commandLine().getOut();
        var cards = Rulebook.load().cards().values();
        if (format == OutputOptions.Format.json) {
            out.println(json(cards.stream().map(RulesCommand::fields).toList()));
            return;
        }
        var topics = new TreeMap<String, Integer>();
        for (var card : cards) {
            topics.merge(card.topic(), 1, Integer::sum);
            out.println(String.format(Locale.ROOT, "%-28s %-8s %s", card.id(), card.severity(), card.title()));
        }
        out.println();
        out.println(cards.size() + " rules: "
                + topics.entrySet().stream()
                        .map(topic -> topic.getKey() + " " + topic.getValue())
                        .collect(Collectors.joining(", ")));
        out.flush();
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one rule.")
    void show(@Parameters(paramLabel = "ID", description = "the rule's id, such as CPU-EVC-CLUSTER") String id) {
        var out = spec.commandLine().getOut();
        var card = Rulebook.load().cards().get(id.toUpperCase(Locale.ROOT));
        if (card == null) {
            throw new BadInput("rules", "", "there is no rule " + id, "premotion rules list shows the ids.");
        }
        out.println(card.id() + ": " + card.title());
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

    private void line(String text) {
        spec.commandLine().getOut().println("  " + text);
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

    private static String json(Object value) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cards are plain data", e);
        }
    }
}
