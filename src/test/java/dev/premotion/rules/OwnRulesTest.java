package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Verdict;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.plan.Plans;
import dev.premotion.plan.Resolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of one's own: the example of the README, and what is said about mistakes. */
class OwnRulesTest {

    private static final String DRL = resource("site.drl");
    private static final String CARD = resource("site.yaml");

    private static String resource(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/own-rules", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TempDir
    Path folder;

    private Path rules;
    private Path cache;

    @BeforeEach
    void write() throws IOException {
        rules = Files.createDirectories(folder.resolve("site"));
        cache = folder.resolve("cache");
        Files.writeString(rules.resolve("site.drl"), DRL);
        Files.writeString(rules.resolve("site.yaml"), CARD);
    }

    private Preflight preflight() {
        return OwnRules.read(rules).with(Cases.PREFLIGHT, cache);
    }

    private static Assessment check(Preflight preflight, Estate estate, String host) {
        var plan = Resolver.resolve(Plans.read("{ vm: web-a, to: { host: " + host + " } }"), estate.inventory());
        return preflight.check(plan, estate.inventory(), LocalDate.of(2026, 1, 16));
    }

    private String mistake() {
        return catchThrowableOfType(BadInput.class, this::preflight).getMessage();
    }

    @Test
    void aRuleOfOnesOwnIsJudgedBesideTheBuiltInOnes() {
        var tagged = Estates.twoSites().change(Estates.WEB_A, "tags", Listing.of("pci"));
        var preflight = preflight();

        var leaves = check(preflight, tagged, "esx-04.site-a.example");
        assertThat(Cases.found(leaves)).containsExactly("SITE-PCI-STAYS");
        assertThat(leaves.migrations().get(0).verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(leaves.findings().get(0).message())
                .isEqualTo("web-a is tagged pci and would run in the cluster CL-A2.");
        assertThat(Cases.found(check(preflight, tagged, "esx-02.site-a.example")))
                .isEmpty();
        var plain = Estates.twoSites().change(Estates.WEB_A, "tags", Listing.of());
        assertThat(Cases.found(check(preflight, plain, "esx-04.site-a.example")))
                .isEmpty();
        var unknown = Estates.twoSites().without(Estates.WEB_A, "tags");
        assertThat(Cases.found(check(preflight, unknown, "esx-04.site-a.example")))
                .containsExactly("SITE-PCI-STAYS?");
        assertThat(leaves.rules()).isEqualTo(Cases.PREFLIGHT.rulebook().cards().size() + 1);
    }

    @Test
    void whatWasCompiledIsKeptByDigestAndMadeAnewForOtherRules() throws IOException {
        preflight();
        var first = kept();
        assertThat(first).hasSize(1);
        preflight();
        assertThat(kept()).isEqualTo(first);
        Files.writeString(rules.resolve("site.drl"), DRL.replace("CL-A1", "CL-A2"));
        preflight();
        assertThat(kept()).hasSize(2);
    }

    private java.util.List<String> kept() throws IOException {
        try (var files = Files.list(cache)) {
            return files.map(file -> file.getFileName() + " " + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aMistakeIsOneMessageWithFileAndRule() throws IOException {
        Files.writeString(rules.resolve("site.drl"), DRL.replace("vm.tags).includes(\"pci\")", "vm.tags == null)"));
        assertThat(mistake())
                .contains("site.drl, rule SITE-PCI-STAYS: == is refused")
                .contains("\nMaybe ");
        Files.writeString(rules.resolve("site.drl"), DRL.replace("\"cluster.name\"", "\"cluster.nam\""));
        assertThat(mistake()).contains("site.drl, rule SITE-PCI-STAYS: Cluster has no nam (in cluster.nam)");
        Files.writeString(rules.resolve("site.drl"), DRL.replace("end\n", "\n"));
        assertThat(mistake()).contains("site.drl, rule SITE-PCI-STAYS, line 12: \"end\" is missing");
        Files.writeString(rules.resolve("site.drl"), DRL.replace("clusterName)", "clusterNam)"));
        assertThat(mistake()).contains("site.drl, rule SITE-PCI-STAYS: VmArrival has no clusterNam");
    }

    @Test
    void aParenthesisThatIsMissingIsOneMessageWithFileRuleAndLine() throws IOException {
        Files.writeString(rules.resolve("site.drl"), DRL.replace("oneOf(\"CL-A1\")) )", "oneOf(\"CL-A1\") )"));
        assertThat(mistake())
                .contains(
                        "\n  site.drl, rule SITE-PCI-STAYS, line 10: a closing parenthesis is missing before \"then\"\n")
                .doesNotContain("site.yaml", "viable", "mismatched")
                .hasLineCount(3);
        Files.writeString(rules.resolve("site.drl"), DRL.replace("oneOf(\"CL-A1\")) )", "oneOf(\"CL-A1\")))) )"));
        assertThat(mistake())
                .contains("site.drl, rule SITE-PCI-STAYS, line 10: a parenthesis is closed that none opens");
    }

    @Test
    void aWordThatHasThenInItEndsNoCondition() {
        var text = DRL.replace("clusterName", "strengthened").replace("then judge", "them judge");
        assertThat(new DrlText("site.drl", text).unread(10, "mismatched input 'them'"))
                .isEqualTo("site.drl, rule SITE-PCI-STAYS, line 10: the rule cannot be read on from here (\"them\")");
        var alone = DRL.replace("\"CL-A1\")) )", "\"CL-A1\"");
        assertThat(new DrlText("site.drl", alone).unread(1, ""))
                .isEqualTo("site.drl, rule SITE-PCI-STAYS, line 10: 3 closing parentheses are missing before \"then\"");
    }

    @Test
    void whatDroolsCannotAnalyseNamesTheRule() throws IOException {
        Files.writeString(rules.resolve("site.drl"), DRL.replace("oneOf(\"CL-A1\")", "oneOf(CL_A1)"));
        assertThat(mistake())
                .contains("site.drl, rule SITE-PCI-STAYS, line ")
                .doesNotContain("Unable to Analyse", "_this");
    }

    @Test
    void aCardWithoutSourcesOrWordsIsRefused() throws IOException {
        Files.writeString(
                rules.resolve("site.yaml"),
                CARD.replaceAll("sources: .*", "sources: []").replaceAll("remedy: .*", "remedy: \" \""));
        assertThat(mistake())
                .contains("site.yaml, card SITE-PCI-STAYS: sources is empty")
                .contains("site.yaml, card SITE-PCI-STAYS: remedy is empty");
    }

    @Test
    void aMisspelledWordIsOneMistakeAndTheNearestIsNamed() throws IOException {
        Files.writeString(rules.resolve("site.drl"), DRL.replace(".includes(", ".inclodes("));
        assertThat(mistake())
                .contains("SITE-PCI-STAYS: inclodes is no word that rules are written with; maybe includes is meant")
                .doesNotContain("has no pci");
    }

    @Test
    void aWordThatTakesAListOrAYesIsRefusedBehindAnotherValue() throws IOException {
        Files.writeString(
                rules.resolve("site.drl"),
                DRL.replace("fact(\"vm.tags\", vm.tags)", "fact(\"vm.memoryMiB\", vm.memoryMiB)"));
        assertThat(mistake()).contains("SITE-PCI-STAYS: includes asks a list, and vm.memoryMiB is of type Long\n");
        Files.writeString(rules.resolve("site.drl"), DRL.replaceAll("oneOf\\(\"CL-A1\"\\)", "isTrue()"));
        assertThat(mistake()).contains("SITE-PCI-STAYS: isTrue asks yes or no, and ");
        Files.writeString(rules.resolve("site.drl"), DRL.replace("includes(\"pci\")", "oneOf(\"pci\")"));
        assertThat(mistake()).contains("SITE-PCI-STAYS: oneOf asks one value, and vm.tags is a list; write includes\n");
        Files.writeString(rules.resolve("site.drl"), DRL.replace("includes(\"pci\")", "includes(5)"));
        assertThat(mistake()).contains("SITE-PCI-STAYS: vm.tags is a list of texts, and 5 is none; write \"5\"\n");
        Files.writeString(rules.resolve("site.drl"), DRL.replace("oneOf(\"CL-A1\")", "atMost(4)"));
        assertThat(mistake()).contains("SITE-PCI-STAYS: atMost asks a size, and clusterName is of type String\n");
    }

    @Test
    void whatWouldFailOnlyWhenItIsJudgedIsRefusedOnReading() throws IOException {
        Files.writeString(rules.resolve("site.drl"), DRL.replace("oneOf(\"CL-A1\")", "oneOf((String) null)"));
        assertThat(mistake()).contains("SITE-PCI-STAYS: null is refused: what is absent is unknown by itself\n");
        Files.writeString(rules.resolve("site.drl"), DRL.replace("global dev.premotion.rules.Judge judge", ""));
        assertThat(mistake())
                .contains("\n  site.drl: the line \"global dev.premotion.rules.Judge judge\" is missing\n")
                .hasLineCount(3);
    }

    @Test
    void aWrongValueOnACardIsToldWithWhatWasExpected() throws IOException {
        Files.writeString(
                rules.resolve("site.yaml"),
                CARD.replace("severity: blocker", "severity: huge").replace("types: [all]", "types: [alive]"));
        assertThat(mistake())
                .contains(
                        "site.yaml, card SITE-PCI-STAYS: severity is \"huge\", expected one of blocker, warning, info")
                .contains("types has \"alive\", expected words of compute, storage")
                .contains("\nMaybe ")
                .doesNotContain("has no card");
        Files.writeString(rules.resolve("site.yaml"), CARD.replaceAll("title: .*", "title: \"no end"));
        assertThat(mistake())
                .contains("site.yaml, line ")
                .contains("not well-formed YAML")
                .doesNotContain("snakeyaml");
        Files.writeString(rules.resolve("site.yaml"), CARD.replaceAll("title: .*", "title: ["));
        assertThat(mistake())
                .contains("title has a value of another kind; expected a text")
                .doesNotContain("java.lang");
    }

    @Test
    void aCardThatIsMissingOrMalformedIsTold() throws IOException {
        Files.writeString(rules.resolve("site.yaml"), CARD.replace("    why:", "    whi:"));
        assertThat(mistake()).contains("site.yaml").contains("whi");
        Files.writeString(rules.resolve("site.yaml"), CARD.replace("SITE-PCI-STAYS:", "SITE-PCI:"));
        assertThat(mistake())
                .contains("site.yaml, card SITE-PCI: there is no rule of this name")
                .contains("rule SITE-PCI-STAYS has no card");
        Files.writeString(rules.resolve("site.yaml"), CARD.replace("SITE-PCI-STAYS:", "VM-TASK:"));
        Files.writeString(rules.resolve("site.drl"), DRL.replace("SITE-PCI-STAYS", "VM-TASK"));
        assertThat(mistake()).contains("site.drl, rule VM-TASK: a built-in rule has this id");
        Files.delete(rules.resolve("site.yaml"));
        Files.delete(rules.resolve("site.drl"));
        assertThat(mistake()).contains("there is no rule in this folder");
    }
}
