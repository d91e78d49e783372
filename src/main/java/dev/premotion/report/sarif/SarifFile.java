package dev.premotion.report.sarif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Evidence;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Untrusted;
import dev.premotion.report.sarif.Log.AutomationDetails;
import dev.premotion.report.sarif.Log.Configuration;
import dev.premotion.report.sarif.Log.Driver;
import dev.premotion.report.sarif.Log.Invocation;
import dev.premotion.report.sarif.Log.Item;
import dev.premotion.report.sarif.Log.Location;
import dev.premotion.report.sarif.Log.LogicalLocation;
import dev.premotion.report.sarif.Log.Message;
import dev.premotion.report.sarif.Log.PhysicalLocation;
import dev.premotion.report.sarif.Log.RelatedLocation;
import dev.premotion.report.sarif.Log.Rule;
import dev.premotion.report.sarif.Log.Run;
import dev.premotion.report.sarif.Log.Suppression;
import dev.premotion.report.sarif.Log.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the findings of a result as SARIF 2.1.0. A waived finding is a suppressed one: counted, and not held against. */
public final class SarifFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Result result;
    private final Artifacts artifacts;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Integer> ruleIndexes = new LinkedHashMap<>();

    private SarifFile(Result result) {
        this.result = result;
        this.artifacts = new Artifacts(result.inputs().files());
        for (Finding finding : result.findings()) {
            ruleIndexes.putIfAbsent(finding.rule(), rules.size());
            rules.putIfAbsent(finding.rule(), rule(finding));
        }
    }

    /** Writes UTF-8 and leaves {@code out} open. The same result gives the same bytes. */
    public static void write(Result result, OutputStream out) throws IOException {
        JSON.writeValue(out, new Log(Log.SCHEMA, Log.VERSION, List.of(new SarifFile(result).run())));
        out.write('\n');
    }

    private Run run() {
        return new Run(
                new Tool(new Driver("Premotion", result.inputs().toolVersion(), List.copyOf(rules.values()))),
                new AutomationDetails(
                        "premotion/" + Untrusted.visible(result.plan().name()) + "/"),
                List.of(new Invocation(true)),
                artifacts.all(),
                "utf16CodeUnits",
                result.findings().stream().map(this::item).toList());
    }

    private static Rule rule(Finding finding) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tags", List.of(finding.topic()));
        properties.put("severity", finding.severity());
        properties.put("enforcedBy", finding.enforcedBy());
        properties.put("sources", finding.sources());
        properties.put("vSphereFaults", finding.faults());
        return new Rule(
                finding.rule(),
                message(finding.title()),
                message(finding.remedy()),
                new Configuration(level(finding.severity())),
                properties);
    }

    private Item item(Finding finding) {
        boolean open = finding.answer().equals("unknown");
        return new Item(
                finding.rule(),
                Objects.requireNonNull(ruleIndexes.get(finding.rule())),
                open ? "open" : "fail",
                open ? "none" : level(finding.severity()),
                message(finding.message()),
                List.of(location(finding)),
                related(finding),
                Map.of("premotionFinding/v1", finding.id()),
                suppressions(finding.waiver()),
                properties(finding));
    }

    private static String level(String severity) {
        return switch (severity) {
            case "blocker" -> "error";
            case "warning" -> "warning";
            default -> "note";
        };
    }

    private Location location(Finding finding) {
        PhysicalLocation place = finding.evidence().stream()
                .map(evidence -> Optional.ofNullable(artifacts.place(evidence.origin())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(artifacts.anywhere());
        Result.Subject subject = finding.subject();
        return new Location(
                place,
                List.of(new LogicalLocation(
                        Untrusted.visible(subject.name()), subject.kind() + " " + subject.ref(), subject.kind())));
    }

    private List<RelatedLocation> related(Finding finding) {
        List<RelatedLocation> related = new ArrayList<>();
        for (Evidence evidence : finding.evidence()) {
            PhysicalLocation place = artifacts.place(evidence.origin());
            if (place != null) {
                related.add(new RelatedLocation(related.size() + 1, place, message(words(evidence))));
            }
        }
        return related;
    }

    private static String words(Evidence evidence) {
        String value = evidence.value() == null ? "unknown" : evidence.value();
        return evidence.fact() + " is " + value + (evidence.unit() == null ? "" : " " + evidence.unit())
                + (evidence.required() == null ? "" : ", required: " + evidence.required());
    }

    private static List<Suppression> suppressions(@Nullable String waiver) {
        return waiver == null ? List.of() : List.of(new Suppression("external", Untrusted.visible(waiver)));
    }

    private static Map<String, Object> properties(Finding finding) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("severity", finding.severity());
        properties.put("answer", finding.answer());
        properties.put("migrations", finding.migrations());
        properties.put("remedy", finding.remedy());
        return properties;
    }

    private static Message message(String text) {
        return new Message(Untrusted.visible(text));
    }
}
