package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as people use it: with a mouse, a keyboard, a phone, a screen reader, paper, or without scripts. */
class HtmlPageIT {

    @TempDir
    static Path folder;

    private static OpenPage page;

    static List<Result> samples() {
        return List.of(Samples.varied(), Samples.survey(), Samples.empty(), Samples.hostile());
    }

    @BeforeAll
    static void open() {
        page = new OpenPage(folder);
    }

    @AfterAll
    static void close() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void desktop() {
        page.size(1280, 900).log();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theTableHasAsManyOfEachVerdictAsTheResult(Result result) throws Exception {
        page.show(result);
        Map<String, Long> counts = page.counts();
        assertThat(counts).containsEntry("shown", (long) result.summary().migrations());
        for (Verdict verdict : Verdict.values()) {
            long expected = verdict.in(result.summary());
            assertThat(counts)
                    .containsEntry(verdict.key(), expected)
                    .containsEntry("chip:v:" + verdict.key(), expected);
            page.js("scrollTo(0, 0)");
            page.one(".verdict." + verdict.key()).click();
            assertThat(page.shown()).as(verdict.key()).isEqualTo(expected);
        }
        page.assertQuiet();
    }

    @Test
    void theMigrationsOfARuleAndOfAFindingAreAsManyAsThePageSays() throws Exception {
        Result result = Samples.varied();
        page.show(result);
        Map<String, Long> counts = page.counts();
        for (String rule :
                result.findings().stream().map(Finding::rule).distinct().toList()) {
            page.show(result, "r=" + rule);
            assertThat(page.shown()).as(rule).isEqualTo(counts.get("rule:" + rule));
        }
        for (Finding finding : result.findings()) {
            page.show(result, "f=" + finding.id());
            assertThat(page.shown()).as(finding.rule()).isEqualTo(finding.migrations());
        }
    }

    @Test
    void aFixLeadsToTheMigrationsItConcerns() throws Exception {
        Result result = Samples.varied();
        page.show(result);
        page.one("#fix-first [data-finding]").click();
        String finding = result.fixes().get(0).finding();
        assertThat(result.findings()).anySatisfy(one -> {
            assertThat(one.id()).isEqualTo(finding);
            assertThat(page.shown()).isEqualTo(one.migrations());
        });
        assertThat(page.focused().getText()).startsWith("Migrations");
    }

    @Test
    void hostileNamesStayTextWhereverTheyAreShown() throws Exception {
        Result result = Samples.hostile();
        page.show(result);
        long elements = (long) page.js("return document.querySelectorAll('script').length");
        page.js("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        int opened = 0;
        for (Migration migration : result.migrations()) {
            page.js(
                    "history.replaceState(null, '', '#m=' + arguments[0]); dispatchEvent(new PopStateEvent('popstate'))",
                    migration.id());
            assertThat(page.one("#detail-title").getText()).isEqualTo(Untrusted.visible(migration.vm()));
            opened++;
        }
        assertThat(opened).isEqualTo(result.migrations().size());
        assertThat(page.js("return document.querySelectorAll('script').length"))
                .isEqualTo(elements)
                .isEqualTo(3L);
        assertThat(page.all("img, iframe, object, embed, link, [onerror], [style*='url']"))
                .isEmpty();
        assertThat(page.js("return document.title")).isEqualTo("</script><script>alert(1)</script> · Premotion");
        assertThat(page.js("return [...document.links].filter((a) => !/^(https|file):$/.test(a.protocol)).length"))
                .isEqualTo(0L);
        assertThat(page.js("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        page.assertQuiet();
    }

    /** Were a name to become markup after all, the policy would still hold it back. */
    @Test
    void thePolicyRefusesForeignScriptsStylesAndRequests() throws Exception {
        try (Listener listener = new Listener()) {
            page.show(Samples.varied());
            page.js("""
                    const [origin] = arguments;
                    window.pwned = 0;
                    const script = document.createElement('script');
                    script.textContent = 'window.pwned++';
                    document.body.append(script);
                    document.body.insertAdjacentHTML('beforeend', `<img src="${origin}/image" onerror="window.pwned++"><iframe src="${origin}/frame"></iframe>`);
                    const remote = document.createElement('script');
                    remote.src = origin + '/script';
                    document.body.append(remote);
                    """, listener.origin());
            Object fetched = page.js(
                    "return fetch(arguments[0] + '/fetch').then(() => 'reached', () => 'refused')", listener.origin());
            assertThat(fetched).isEqualTo("refused");
            assertThat(page.js("return window.pwned")).isEqualTo(0L);
            assertThat(listener.requests()).isEmpty();
            assertThat(page.log()).anyMatch(line -> line.contains("Content Security Policy"));
        }
    }

    @Test
    void everythingWorksFromTheKeyboard() throws Exception {
        page.show(Samples.varied());
        page.type(Keys.TAB);
        assertThat(page.focused().getText()).isEqualTo("Skip to the content");
        page.type(Keys.ENTER);
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("main");

        page.type("/");
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("search");
        page.type("acct-web");
        assertThat(page.shown()).isEqualTo(8);
        page.type(Keys.ESCAPE);
        assertThat(page.shown()).isEqualTo(31);

        page.js("document.querySelector('#table .open').focus()");
        page.type(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP);
        String second = page.vms().get(1);
        assertThat(page.focused().getText()).isEqualTo(second);
        page.type(Keys.ENTER);
        assertThat(page.detailIsOpen()).isTrue();
        assertThat(page.focused().getText()).isEqualTo(second);

        page.js("document.querySelector('[data-step=\"1\"]').focus()");
        page.type(Keys.ENTER);
        assertThat(page.one("#detail-title").getText()).isEqualTo(page.vms().get(2));
        assertThat(page.focused().getDomAttribute("data-step")).isEqualTo("1");
        page.type(Keys.ESCAPE);
        assertThat(page.detailIsOpen()).isFalse();
        assertThat(page.focused().getText()).isEqualTo(page.vms().get(2));
        page.assertQuiet();
    }

    @Test
    void theArrowKeysGoOnToTheNextPageOfTheTable() throws Exception {
        page.show(Samples.large(120));
        assertThat(page.vms()).hasSize(50);
        page.js("document.querySelector('#table .open').focus()");
        page.type(Keys.END, Keys.ARROW_DOWN);
        assertThat(page.texts(".pager .quiet")).contains("Page 2 of 3");
        assertThat(page.focused().getText()).isEqualTo(page.vms().get(0));
        page.type(Keys.ARROW_UP);
        assertThat(page.texts(".pager .quiet")).contains("Page 1 of 3");
        assertThat(page.focused().getText()).isEqualTo(page.vms().get(49));
    }

    @Test
    void everyColumnSortsBothWaysAndSaysSo() throws Exception {
        page.show(Samples.varied());
        for (WebElement head : page.all("#table thead th")) {
            WebElement button = head.findElement(org.openqa.selenium.By.tagName("button"));
            button.click();
            String first = Objects.requireNonNull(head.getDomAttribute("aria-sort"));
            List<String> once = page.vms();
            button.click();
            assertThat(head.getDomAttribute("aria-sort")).isNotNull().isNotEqualTo(first);
            assertThat(page.vms()).isNotEqualTo(once).hasSameElementsAs(once);
            assertThat(page.all("#table thead [aria-sort]")).hasSize(1);
        }
        page.show(Samples.varied(), "s=vm");
        assertThat(page.vms().stream().filter(vm -> !vm.equals("acct-web1O")))
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void theAddressKeepsFilterOrderAndOpenMigration() throws Exception {
        Result result = Samples.varied();
        page.show(result);
        page.one(".chip.blocked").click();
        page.all("#table thead button").get(0).click();
        page.one("#search").sendKeys("hr-");
        List<String> vms = page.vms();
        assertThat(vms).hasSize(3);
        page.one("#table .open").click();
        String address = String.valueOf(page.js("return location.hash.slice(1)"));

        page.show(result, address);
        assertThat(page.detailIsOpen()).isTrue();
        assertThat(page.vms()).isEqualTo(vms);
        page.type(Keys.ESCAPE);
        page.until("!new URLSearchParams(location.hash.slice(1)).has('m')");
        page.one("#table .open").click();
        page.back();
        page.until("!document.getElementById('detail').open");
        assertThat(page.vms()).isEqualTo(vms);
    }

    @Test
    void anAddressOfAnotherResultShowsEverythingRatherThanFailing() throws Exception {
        page.show(Samples.varied(), "m=gone&p=999&s=nothing&d=sideways&v=");
        assertThat(page.detailIsOpen()).isFalse();
        assertThat(page.vms()).hasSize(31);
        page.assertQuiet();
    }

    @Test
    void aMigrationOpensWithAllThatIsKnownOfIt() throws Exception {
        Result result = Samples.varied();
        Migration migration = named(result, "ci-runner03");
        page.show(result, "m=" + migration.id());
        String text = page.one("#detail").getText();
        assertThat(text)
                .contains(
                        "Blocked",
                        "CPU-EVC-CLUSTER",
                        "vm.minEvcMode",
                        "at least intel-icelake",
                        "domain-c8:summary.currentEVCModeKey");
        assertThat(text)
                .contains("FeatureRequirementsNotMet", "Source D80-EVC", "Possible hosts", "esx-07.site-b.example");

        page.show(result, "m=" + named(result, "acct-mail01").id());
        String relying = page.one("#detail").getText();
        assertThat(relying)
                .contains("Relies on", "Waiver NET-VMK-1G", "Promised fix TIME-SKEW-SSO", "Waived by the change board");
        assertThat(relying).contains("What changes for good", "Backup and DR products", "Assumed: Dirty rate guessed");
        assertThat(page.one("#detail figure svg").getDomAttribute("aria-label"))
                .contains("Pre-copy of memory in", "stun of");
        assertThat(page.all("#detail .range")).hasSize(2);
    }

    @Test
    void theScriptShowsTheSameTableAsTheHtmlWithoutIt() throws Exception {
        for (Result result : List.of(Samples.varied(), Samples.survey())) {
            page.show(result);
            Map<String, List<String>> scripted = columns();
            page.scripts(false);
            page.show(result);
            page.scripts(true);
            assertThat(columns()).isEqualTo(scripted);
        }
    }

    /** Everything but the two columns that the script breaks into lines. */
    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String column : List.of("vm", "type", "wave", "verdict", "hosts", "why", "duration", "stun")) {
            columns.put(column, page.texts("#table tbody .c-" + column));
        }
        return columns;
    }

    @Test
    void withoutScriptsNothingPromisesWhatOnlyAScriptCanDo() throws Exception {
        page.scripts(false);
        try {
            page.show(Samples.varied());
            assertThat(page.js("return document.querySelector('noscript .note').getClientRects().length"))
                    .isEqualTo(1L);
            assertThat(page.one("#theme").isDisplayed()).isFalse();
            assertThat(page.one("#fix-first .do").isDisplayed()).isTrue();
            assertThat(page.one("#findings .message").isDisplayed()).isTrue();
            assertThat(page.all("#table thead button")).isEmpty();
        } finally {
            page.scripts(true);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothingStandsOutOfAPhonesScreen(Result result) throws Exception {
        page.size(360, 780).show(result);
        assertThat(page.js("return document.documentElement.scrollWidth")).isEqualTo(360L);
        if (result.summary().migrations() > 0) {
            page.one("#table .open").click();
            assertThat(
                            page.js(
                                    "return document.getElementById('detail').scrollWidth - document.getElementById('detail').clientWidth"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void theThemeIsTheSystemsUntilTheReaderChooses() throws Exception {
        page.show(Samples.empty());
        List<Object> grounds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            grounds.add(page.js("return getComputedStyle(document.body).backgroundColor"));
            page.one("#theme").click();
        }
        assertThat(grounds).containsExactly("rgb(246, 247, 249)", "rgb(246, 247, 249)", "rgb(20, 23, 28)");
        page.cdp(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        assertThat(page.js("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 28)");
        page.cdp("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aScreenReaderFindsNamesForEverythingOneCanUse(Result result) throws Exception {
        page.show(result);
        if (result.summary().migrations() > 0) {
            assertNamed();
            page.one("#table .open").click();
        }
        assertNamed();
        assertThat(page.js("return [...document.querySelectorAll('h1')].length"))
                .isEqualTo(1L);
        assertThat(page.js("return [...document.querySelectorAll('main')].length"))
                .isEqualTo(1L);
        assertThat(page.one("#status").getDomAttribute("role")).isEqualTo("status");
        Object doubled = page.js(
                "const ids = [...document.querySelectorAll('[id]')].map((one) => one.id); return ids.length - new Set(ids).size");
        assertThat(doubled).isEqualTo(0L);
    }

    private static void assertNamed() {
        List<String> used = List.of(
                "button", "link", "searchbox", "combobox", "dialog", "table", "region", "navigation", "image", "img");
        int seen = 0;
        for (Object node : (List<?>) Objects.requireNonNull(
                page.cdp("Accessibility.getFullAXTree", Map.of()).get("nodes"))) {
            Map<?, ?> it = (Map<?, ?>) node;
            if (Boolean.FALSE.equals(it.get("ignored")) && used.contains(value(it, "role"))) {
                assertThat(value(it, "name"))
                        .as("name of a %s", value(it, "role"))
                        .isNotBlank();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(3);
    }

    private static String value(Map<?, ?> node, String property) {
        return node.get(property) instanceof Map<?, ?> holder ? String.valueOf(holder.get("value")) : "";
    }

    @Test
    void aLargeTableHoldsOnlyThePageThatIsShown() throws Exception {
        page.show(Samples.large(3000));
        assertThat(page.all("#table tbody tr")).hasSize(50);
        assertThat(page.shown()).isEqualTo(3000);
        page.one("#search").sendKeys("app007-db");
        assertThat(page.vms()).hasSize(10).allMatch(vm -> vm.startsWith("app007-db"));
        assertThat(page.all("#gantt [data-run]")).hasSize(40);
    }

    @Test
    void onPaperEveryRowThatPassesTheFilterIsThere() throws Exception {
        page.show(Samples.large(300), "v=approved");
        long approved = page.shown();
        page.js("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.vms()).hasSize((int) approved).hasSizeGreaterThan(50);
        assertThat(page.js("return document.querySelectorAll('main details:not([open])').length"))
                .isEqualTo(0L);
        page.js("dispatchEvent(new Event('afterprint'))");
        assertThat(page.vms()).hasSize(50);
    }

    @Test
    void theTimelineDrawsEveryRunAndOpensItsMigration() throws Exception {
        Result result = Samples.varied();
        page.show(result);
        assertThat(page.all("#gantt [data-run]"))
                .hasSize(
                        Objects.requireNonNull(result.simulation()).migrations().size());
        page.js("document.querySelector('#gantt [data-run]').focus()");
        page.type(Keys.ENTER);
        assertThat(page.detailIsOpen()).isTrue();
        page.assertQuiet();
    }

    private static Migration named(Result result, String vm) {
        return result.migrations().stream()
                .filter(m -> m.vm().equals(vm))
                .findFirst()
                .orElseThrow();
    }
}
