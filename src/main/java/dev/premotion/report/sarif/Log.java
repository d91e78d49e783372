package dev.premotion.report.sarif;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a SARIF log that Premotion writes, under the names of the standard (OASIS SARIF 2.1.0, section 3). */
record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

    static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    static final String VERSION = "2.1.0";

    /** @param columnKind required beside regions; Premotion gives lines only */
    record Run(
            Tool tool,
            AutomationDetails automationDetails,
            List<Invocation> invocations,
            List<Artifact> artifacts,
            String columnKind,
            List<Item> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, String semanticVersion, List<Rule> rules) {}

    record Rule(
            String id,
            Message shortDescription,
            Message help,
            Configuration defaultConfiguration,
            Map<String, Object> properties) {}

    record Configuration(String level) {}

    record Message(String text) {}

    record AutomationDetails(String id) {}

    record Invocation(boolean executionSuccessful) {}

    record Artifact(ArtifactLocation location, Map<String, String> hashes) {}

    record ArtifactLocation(String uri, int index) {}

    /**
     * A result in the words of the standard.
     *
     * @param kind fail where the requirement does not hold, open where that cannot be told
     * @param level none unless the kind is fail
     * @param suppressions empty where nobody accepted it; never absent, as the standard wants it in all results or in none
     */
    record Item(
            String ruleId,
            int ruleIndex,
            String kind,
            String level,
            Message message,
            List<Location> locations,
            List<RelatedLocation> relatedLocations,
            Map<String, String> partialFingerprints,
            List<Suppression> suppressions,
            Map<String, Object> properties) {}

    record Location(@Nullable PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    record RelatedLocation(int id, PhysicalLocation physicalLocation, Message message) {}

    record PhysicalLocation(
            ArtifactLocation artifactLocation, @Nullable Region region) {}

    record Region(int startLine) {}

    record LogicalLocation(String name, String fullyQualifiedName, String kind) {}

    /** Without the status: an absent one means accepted, and older readers know another name for it. */
    record Suppression(String kind, String justification) {}
}
