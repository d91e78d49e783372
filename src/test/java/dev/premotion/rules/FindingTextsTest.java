package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Card;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.OpenFacts;
import dev.premotion.inventory.Kind;
import dev.premotion.plan.Sum;
import dev.premotion.rules.Cases.Case;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What findings say in the cases of all cards: words, never the names that the program has for things. */
class FindingTextsTest {

    /** {@code sourceIsolated}, {@code others.complete}, {@code failoverMemoryPercent}. */
    private static final Pattern INTERNAL = Pattern.compile("\\b[a-z]+[a-z0-9]*[A-Z]\\w*|\\b[a-z]+\\.[a-z]+\\w*");

    /** Words of the field, and names that a clean estate or a case gives its things. */
    private static final Pattern NAMES =
            Pattern.compile("\\bv(CPU|Center|Motion|Sphere|SAN|GPU|TPM|App|NUMA|CLS|NIC|Vol)s?\\b"
                    + "|[\\w.-]*\\.(example|vmdk)|\\w+Guest\\b|\"[^\"]*\"|vgpu\\.hotmigrate\\.enabled");

    private static Map<String, Set<String>> page = Map.of();
    private static final Map<String, Set<String>> said = new TreeMap<>();

    static List<Case> cases() {
        return Cases.all();
    }

    @BeforeAll
    static void readThePage() throws IOException {
        page = FindingsPage.read();
    }

    /** What no case says any more is not on the page either. */
    @AfterAll
    static void thePageSaysNothingElse() {
        said.values().removeIf(Set::isEmpty);
        assertThat(page).as("docs/findings.md is not current").isEqualTo(said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void sentencesAreInWordsAndOnTheirPage(Case one) {
        var assessment = Cases.check(one.estate(), one.move().plan());
        var lines = FindingsPage.lines(one, assessment);
        assertThat(page.getOrDefault(one.rule(), Set.of()))
                .as("docs/findings.md is not current: mvn test-compile exec:java@findings-page")
                .containsAll(lines);
        said.computeIfAbsent(one.rule(), none -> new TreeSet<>()).addAll(lines);
        for (var finding : assessment.findings()) {
            assertThat(internal(finding.message())).as("%s", finding.message()).isEmpty();
            if (finding.answer().unknown()) {
                assertThat(unasked(finding)).as("%s", finding.message()).isEmpty();
                assertThat(finding.remedy()).as("%s", finding.message()).startsWith("Find out");
            }
        }
    }

    @Test
    void whateverARuleReadsAndMayNotKnowHasWords() {
        assertThat(Cases.PREFLIGHT.rulebook().cards().values().stream()
                        .flatMap(card -> wordless(card).stream().map(read -> card.id() + " " + read)))
                .isEmpty();
    }

    /** Facts that may be absent, by the kind of thing that has them, and have no question. */
    private static List<String> wordless(Card card) {
        return card.needs().stream()
                .map(path -> Read.of(card.subject(), path))
                .filter(read -> read.mayBeAbsent && !read.property.isEmpty())
                .filter(read -> Cases.PREFLIGHT.rulebook().questions().of(read.kind, read.property) == null)
                .map(Read::toString)
                .toList();
    }

    /** @param kind of the last thing with an identity on the way, else that the program works it out */
    private record Read(String kind, String property, boolean mayBeAbsent) {

        static Read of(String subject, String path) {
            try {
                Class<?> type = Class.forName("dev.premotion.plan." + subject);
                var read = new Read("derived", path, false);
                var rest = path;
                for (var step : path.split("\\.")) {
                    var accessor = type.getMethod(step);
                    type = accessor.getReturnType();
                    rest = rest.substring(Math.min(rest.length(), step.length() + 1));
                    var absent = read.mayBeAbsent
                            || accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)
                            || type == Sum.class;
                    var kind = KINDS.get(type);
                    read = kind == null ? new Read(read.kind, read.property, absent) : new Read(kind, rest, absent);
                }
                return read;
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(path + " of " + subject, e);
            }
        }
    }

    private static final Map<Class<?>, String> KINDS = Kind.all().stream()
            .filter(kind -> Kind.type(kind) != null)
            .collect(Collectors.toMap(kind -> Objects.requireNonNull(Kind.type(kind)), kind -> kind));

    private static List<String> internal(String message) {
        return INTERNAL.matcher(NAMES.matcher(message).replaceAll(""))
                .results()
                .map(found -> found.group())
                .toList();
    }

    /** Facts that no question asks for: their sentence could only show the property's name. */
    private static List<String> unasked(Finding finding) {
        var questions = Cases.PREFLIGHT.rulebook().questions();
        return OpenFacts.of(finding.subject(), finding.answer()).stream()
                .filter(fact -> questions.of(fact.thing().kind(), fact.property()) == null)
                .map(fact -> fact.thing().kind() + "." + fact.property())
                .toList();
    }
}
