package dev.premotion.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.premotion.report.Result;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SarifFileTest {

    static List<Result> samples() {
        return List.of(Samples.varied(), Samples.hostile(), Samples.empty(), Samples.survey());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachFindingIsAResultOfItsRule(Result result) throws IOException {
        JsonNode run = run(result);
        JsonNode rules = run.at("/tool/driver/rules");

        assertThat(run.get("results")).hasSize(result.findings().size());
        for (int i = 0; i < result.findings().size(); i++) {
            Finding finding = result.findings().get(i);
            JsonNode item = run.get("results").get(i);
            assertThat(item.at("/ruleId").asText()).isEqualTo(finding.rule());
            assertThat(rules.get(item.get("ruleIndex").asInt()).get("id").asText())
                    .isEqualTo(finding.rule());
            assertThat(item.at("/partialFingerprints/premotionFinding~1v1").asText())
                    .isEqualTo(finding.id());
            assertThat(item.get("suppressions")).hasSize(finding.waiver() == null ? 0 : 1);
            assertThat(item.get("locations")).hasSize(1);
        }
    }

    @Test
    void whatFailsHasTheLevelOfItsSeverityAndWhatIsUnknownIsOpen() throws IOException {
        Result result = Samples.varied();
        JsonNode items = run(result).get("results");
        for (int i = 0; i < items.size(); i++) {
            Finding finding = result.findings().get(i);
            String kindAndLevel = items.get(i).get("kind").asText() + " "
                    + items.get(i).get("level").asText();
            String expected = finding.answer().equals("unknown")
                    ? "open none"
                    : finding.severity().equals("blocker") ? "fail error" : "fail warning";
            assertThat(kindAndLevel).as(finding.rule()).isEqualTo(expected);
        }
    }

    @Test
    void aResultStandsWhereItsEvidenceWasRead() throws IOException {
        JsonNode clocks = item("TIME-SKEW-SSO");
        JsonNode rtt = item("NET-RTT-150");

        assertThat(clocks.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("vcsa-01a.json");
        assertThat(clocks.at("/locations/0/physicalLocation/artifactLocation/index")
                        .asInt())
                .isEqualTo(1);
        assertThat(clocks.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(14);
        assertThat(clocks.at("/relatedLocations/0/message/text").asText())
                .isEqualTo("pair.clockSkew is 700 s, required: at most 600 s");
        assertThat(rtt.at("/locations/0/physicalLocation/region").isMissingNode())
                .isTrue();
        assertThat(rtt.at("/locations/0/logicalLocations/0/name").asText()).isEqualTo("site-a -> site-b");
    }

    @Test
    void theFilesThatWereReadAreNamedWithTheirDigests() throws IOException {
        Result result = Samples.varied();
        JsonNode artifacts = run(result).get("artifacts");

        assertThat(artifacts).hasSize(result.inputs().files().size());
        assertThat(artifacts.at("/0/hashes/sha-256").asText())
                .isEqualTo(result.inputs().files().get(0).sha256());
    }

    @ParameterizedTest
    @CsvSource({
        "inventories/a b.json, inventories/a%20b.json",
        "/srv/vc:1/ü.json, file:///srv/vc%3A1/%C3%BC.json",
        "'C:\\estate\\x.xlsx', file:///C:/estate/x.xlsx",
        "a:b.json, a%3Ab.json",
        "50%#1?.json, 50%25%231%3F.json",
    })
    void aPathIsAUri(String path, String uri) {
        assertThat(Artifacts.uri(path)).isEqualTo(uri);
        assertThat(URI.create(uri)).hasToString(uri);
    }

    @Test
    void anOriginBelongsToTheLongestPathThatItBeginsWith() {
        Artifacts artifacts = new Artifacts(List.of(
                new Result.File("a.json", "0", null),
                new Result.File("a.json.gz", "1", null),
                new Result.File("x/a.json", "2", null)));

        assertThat(artifacts.place("a.json#/vms/0").artifactLocation().index()).isZero();
        assertThat(artifacts
                        .place("a.json.gz#/vms/0 (line 3)")
                        .artifactLocation()
                        .index())
                .isEqualTo(1);
        assertThat(artifacts.place("x/a.json vHost!AF7").artifactLocation().index())
                .isEqualTo(2);
        assertThat(artifacts.place("a.jsonx")).isNull();
        assertThat(artifacts.place("vm-101:runtime.powerState")).isNull();
        assertThat(artifacts.place("a.json (line 99999999999)").region()).isNull();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameResultGivesTheSameBytes(Result result) throws IOException {
        assertThat(bytes(result)).isEqualTo(bytes(result));
    }

    private static JsonNode item(String rule) throws IOException {
        for (JsonNode item : run(Samples.varied()).get("results")) {
            if (item.get("ruleId").asText().equals(rule)) {
                return item;
            }
        }
        throw new AssertionError("No result of " + rule);
    }

    private static JsonNode run(Result result) throws IOException {
        JsonNode log = new JsonMapper().readTree(bytes(result));
        assertThat(log.get("version").asText()).isEqualTo("2.1.0");
        assertThat(log.get("runs")).hasSize(1);
        return log.get("runs").get(0);
    }

    private static byte[] bytes(Result result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifFile.write(result, out);
        return out.toByteArray();
    }
}
