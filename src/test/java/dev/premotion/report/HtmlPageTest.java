package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlPageTest {

    private static final Pattern COUNT = Pattern.compile("data-count=\"([^\"]+)\" data-value=\"(\\d+)\"");
    private static final Pattern BLOCK = Pattern.compile("<(script|style)([^>]*)>(.*?)</\\1>", Pattern.DOTALL);

    static Stream<Result> samples() {
        return Stream.of(Samples.varied(), Samples.survey(), Samples.empty(), Samples.hostile(), Samples.large(500));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameResultGivesTheSameBytes(Result result) {
        assertThat(HtmlPage.bytes(result)).isEqualTo(HtmlPage.bytes(result));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theCountsAreThoseOfTheResult(Result result) {
        Map<String, Long> counts = counts(result);
        Result.Summary summary = result.summary();
        assertThat(counts)
                .containsEntry("migrations", (long) summary.migrations())
                .containsEntry("approved", (long) summary.approved())
                .containsEntry("approved-with-warnings", (long) summary.approvedWithWarnings())
                .containsEntry("undetermined", (long) summary.undetermined())
                .containsEntry("blocked", (long) summary.blocked())
                .containsEntry("excluded", (long) summary.excluded())
                .containsEntry("relying", (long) summary.relying())
                .containsEntry("checks-held", summary.checks().held())
                .containsEntry("checks-failed", summary.checks().failed())
                .containsEntry("checks-unknown", summary.checks().unknown())
                .containsEntry("rows", (long) summary.migrations())
                .containsEntry("fixes", (long) FixGroup.of(result).size())
                .containsEntry("confirm", (long) result.confirm().size())
                .containsEntry("findings", (long) result.findings().size())
                .containsEntry("quality", (long) result.quality().size())
                .containsEntry("files", (long) result.inputs().files().size());
    }

    @Test
    void aRuleCountsEachMigrationOnceThoughSeveralOfItsFindingsConcernIt() {
        Result result = Samples.varied();
        Map<String, Finding> byId = new TreeMap<>();
        result.findings().forEach(finding -> byId.put(finding.id(), finding));
        long adapters = result.migrations().stream()
                .filter(m -> SampleTally.mentions(m.findings(), m.candidates()).stream()
                        .anyMatch(id -> byId.get(id).rule().equals("NET-VMK-1G")))
                .count();
        assertThat(counts(result)).containsEntry("rule:NET-VMK-1G", adapters);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothingIsAskedOfTheNetwork(Result result) {
        String page = markup(result);
        assertThat(page).doesNotContainPattern("(?i)<(link|img|iframe|object|embed|base|form|audio|video)\\b");
        String tags = Pattern.compile("<[^>]*>")
                .matcher(page)
                .results()
                .map(tag -> tag.group().replaceAll("=\"[^\"]*\"", "=\"\""))
                .collect(Collectors.joining("\n"));
        assertThat(tags).contains(" href=\"\"").doesNotContainPattern("(?i)\\s(src|srcset|action|style|on\\w+)=");
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results().map(m -> m.group(1)))
                .allMatch(target -> target.startsWith("#"));
        assertThat(blocks(result).stream().filter(block -> block.group(1).equals("style")))
                .allSatisfy(style -> assertThat(style.group(3)).doesNotContain("url(", "@import"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePolicyNamesExactlyThePagesOwnStyleAndScripts(Result result) throws Exception {
        String page = HtmlPage.of(result);
        String policy = page.replaceFirst("(?s).*Content-Security-Policy\" content=\"([^\"]*)\".*", "$1");
        List<String> digests = new ArrayList<>();
        for (MatchResult block : blocks(result)) {
            if (!block.group(2).contains("application/json")) {
                digests.add(digest(block.group(3)));
            }
        }
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src " + digests.get(0) + "; script-src " + digests.get(1) + " "
                        + digests.get(2) + "; base-uri 'none'; form-action 'none'");
    }

    @Test
    void hostileNamesAddNoMarkup() {
        Result hostile = Samples.hostile();
        String page = HtmlPage.of(hostile);
        assertThat(blocks(hostile)).hasSize(4);
        assertThat(page.split("<script", -1)).hasSize(4);
        assertThat(page.split("</script", -1)).hasSize(4);
        assertThat(page).doesNotContain("<img", "<!--");
        assertThat(page).doesNotContainPattern("[\\u0000\\u202E\\u2028\\u2066\\uFFFD]");
        assertThat(page)
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)", "acct-[U+202E]gpj.exe", "{{names}} ${names} $1");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theDataAreSafeInAScriptElementAndComplete(Result result) throws Exception {
        String json = json(result);
        assertThat(json).doesNotContain("<", ">", "&", "\u2028");
        JsonNode data = new ObjectMapper().readTree(json);
        assertThat(data.get("rows")).hasSize(result.summary().migrations());
        assertThat(data.get("findings")).hasSize(result.findings().size());
        if (result.simulation() != null) {
            assertThat(data.get("simulation").get("runs"))
                    .hasSize(result.simulation().migrations().size());
        }
    }

    @Test
    void withoutAScriptEveryVmVerdictRemedyAndQuestionCanBeRead() {
        Result result = Samples.varied();
        String page = markup(result);
        assertThat(result.migrations()).extracting(Migration::vm).allMatch(page::contains);
        assertThat(result.findings())
                .extracting(Finding::remedy)
                .map(HtmlPageTest::escaped)
                .allMatch(page::contains);
        assertThat(result.findings())
                .extracting(Finding::message)
                .map(HtmlPageTest::escaped)
                .allMatch(page::contains);
        assertThat(result.confirm()).allMatch(confirm -> page.contains(escaped(confirm.question())));
        assertThat(result.quality()).allMatch(quality -> page.contains(escaped(quality.message())));
        assertThat(result.inputs().files()).allMatch(file -> page.contains(file.sha256()));
    }

    @Test
    void aLargePlanKeepsItsHtmlShortAndSaysSo() {
        Result result = Samples.large(500);
        String page = markup(result);
        assertThat(page.split("role=\"rowheader\" class=\"c-vm\"", -1)).hasSize(201);
        assertThat(page).contains("The first 200 of 500");
    }

    @Test
    void whatTheResultDoesNotKnowIsUndeterminedAndNeverApproved() {
        assertThat(Verdict.of("approved-maybe")).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aGuessedDurationIsNeverShownAsPrecise() {
        Result result = Samples.varied();
        long guessed = result.simulation().migrations().stream()
                .filter(run -> run.range() != null)
                .count();
        assertThat(guessed).isPositive();
        assertThat(Pattern.compile("class=\"c-duration\" data-label=\"Duration\">≈ ")
                        .matcher(markup(result))
                        .results())
                .hasSize((int) guessed);
    }

    private static Map<String, Long> counts(Result result) {
        Map<String, Long> counts = new TreeMap<>();
        COUNT.matcher(markup(result)).results().forEach(m -> counts.put(m.group(1), Long.valueOf(m.group(2))));
        return counts;
    }

    /** The page without what its script and style elements hold. */
    private static String markup(Result result) {
        return BLOCK.matcher(HtmlPage.of(result)).replaceAll("");
    }

    private static List<MatchResult> blocks(Result result) {
        return BLOCK.matcher(HtmlPage.of(result)).results().toList();
    }

    private static String json(Result result) {
        return blocks(result).stream()
                .filter(block -> block.group(2).contains("application/json"))
                .findFirst()
                .orElseThrow()
                .group(3);
    }

    private static String escaped(String text) {
        return new Html().text(text).toString();
    }

    private static String digest(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
