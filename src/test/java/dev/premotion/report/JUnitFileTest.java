package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Summary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitFileTest {

    static List<Result> samples() {
        return List.of(Samples.varied(), Samples.hostile(), Samples.empty(), Samples.survey(), Samples.large(200));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void migrationsPassFailAndAreSkippedAsTheResultCounts(Result result) throws Exception {
        Element suite = suites(result).get(0);
        Summary summary = result.summary();

        assertThat(number(suite, "tests")).isEqualTo(summary.migrations());
        assertThat(number(suite, "failures")).isEqualTo(summary.blocked());
        assertThat(number(suite, "skipped")).isEqualTo(summary.undetermined() + summary.excluded());
        assertThat(elements(suite, "testcase")).hasSize(summary.migrations());
        assertThat(elements(suite, "failure")).hasSize(summary.blocked());
        assertThat(elements(suite, "skipped")).hasSize(summary.undetermined() + summary.excluded());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachFindingIsATestCase(Result result) throws Exception {
        Element suite = suites(result).get(1);

        assertThat(elements(suite, "testcase"))
                .extracting(one -> one.getAttribute("classname"))
                .isEqualTo(result.findings().stream()
                        .map(finding -> "requirements." + Untrusted.visible(finding.rule()))
                        .toList());
        assertThat(elements(suite, "failure")).hasSize(count(result, "no"));
        assertThat(elements(suite, "skipped")).hasSize(count(result, "unknown"));
    }

    private static int count(Result result, String answer) {
        return (int) result.findings().stream()
                .filter(f -> f.severity().equals("blocker") && f.waiver() == null)
                .filter(f -> f.answer().equals(answer))
                .count();
    }

    @Test
    void aFailureSaysWhyAndWhatToDo() throws Exception {
        Element gpu = testCase(suites(Samples.varied()).get(0), "gpu-render01");
        Element failure = elements(gpu, "failure").get(0);

        assertThat(gpu.getAttribute("classname")).isEqualTo("migrations.wave 2");
        assertThat(failure.getAttribute("message")).startsWith("Blocked: gpu-render01 holds PCI device");
        assertThat(failure.getTextContent()).contains("VM-PCI-PASSTHROUGH (blocker, no)", "Power the VM off");
    }

    @Test
    void aWaivedFindingPassesAndSaysWhoWaivedIt() throws Exception {
        Finding waived = Samples.varied().findings().stream()
                .filter(finding -> finding.waiver() != null)
                .findFirst()
                .orElseThrow();
        Element one = testCase(suites(Samples.varied()).get(1), waived.subject().name());

        assertThat(elements(one, "failure")).isEmpty();
        assertThat(elements(one, "system-out").get(0).getTextContent()).contains("waived: " + waived.waiver());
    }

    @Test
    void theHeldChecksAreToldAsProperties() throws Exception {
        Result result = Samples.varied();

        assertThat(elements(suites(result).get(0), "property")).anySatisfy(property -> {
            assertThat(property.getAttribute("name")).isEqualTo("checks.held");
            assertThat(property.getAttribute("value"))
                    .isEqualTo(Long.toString(result.summary().checks().held()));
        });
    }

    private static List<Element> suites(Result result) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JUnitFile.write(result, out);
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        List<Element> suites = elements(root, "testsuite");
        assertThat(number(root, "tests"))
                .isEqualTo(suites.stream().mapToInt(s -> number(s, "tests")).sum());
        return suites;
    }

    private static Element testCase(Element suite, String name) {
        return elements(suite, "testcase").stream()
                .filter(one -> one.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
