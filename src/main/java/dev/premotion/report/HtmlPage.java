package dev.premotion.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A result as one self-contained HTML page, for a change board to read and to keep.
 *
 * <p>The page asks nothing of the network: its content security policy allows its own style and scripts, named by their
 * digests, and nothing else. It reads without scripts, too; with them the table can be filtered and sorted, a migration
 * opens, and the timeline is drawn. The same result gives the same bytes.
 */
public final class HtmlPage {

    private static final List<String> STYLES = List.of("theme.css", "page.css", "table.css", "detail.css", "print.css");
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "words.js",
            "model.js",
            "state.js",
            "filters.js",
            "table.js",
            "curve.js",
            "detail.js",
            "timeline.js",
            "findings.js",
            "main.js");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private HtmlPage() {}

    /** The page in UTF-8, as it is written to {@code index.html}. */
    public static byte[] bytes(Result result) {
        return of(result).getBytes(StandardCharsets.UTF_8);
    }

    /** The page as text. */
    public static String of(Result result) {
        String style = joined(STYLES);
        String early = resource("early.js");
        String script = "(() => {\n'use strict';\n" + joined(SCRIPTS) + "})();\n";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("policy", policy(style, early, script));
        parts.put("title", html(html -> html.text(title(result))));
        parts.put("style", style);
        parts.put("early", early);
        parts.put("head", html(html -> PageSummary.head(html, result)));
        parts.put("nav", html(html -> nav(html, result)));
        parts.put("main", html(html -> sections(html, result)));
        parts.put("data", PageData.of(result));
        parts.put("script", script);
        return fill(resource("page.html"), parts);
    }

    private static String title(Result result) {
        return (result.plan().survey() ? "Survey" : result.plan().name()) + " · Premotion";
    }

    private static void nav(Html html, Result result) {
        boolean survey = result.placements() != null;
        Map<String, String> links = new LinkedHashMap<>();
        links.put("fix-first", "Fix first");
        links.put("confirm-first", "Confirm first");
        if (result.evacuations() != null) {
            links.put("hosts", "Hosts");
        }
        links.put("migrations", survey ? "VMs" : "Migrations");
        if (result.simulation() != null) {
            links.put("timeline", "Timeline");
        }
        links.put("findings", "Findings");
        if (result.vCenterChecks() != null) {
            links.put("vcenter", "vCenter");
        }
        links.put("quality", "Data quality");
        links.put("inputs", "Inputs");
        links.forEach(
                (id, text) -> html.open("li").leaf("a", text, "href", "#" + id).close());
    }

    private static void sections(Html html, Result result) {
        PageSummary.banner(html, result);
        html.open("div", "class", "pair");
        new PageFixes(html, result).write();
        PageConfirm.write(html, result);
        html.close();
        if (result.evacuations() != null) {
            PageSurvey.write(html, result.evacuations());
        }
        new PageTable(html, result).write();
        if (result.simulation() != null) {
            PageSimulation.write(html, result.simulation());
        }
        new PageFindings(html, result).write();
        if (result.vCenterChecks() != null) {
            PageInputs.vCenter(html, result.vCenterChecks());
        }
        PageInputs.quality(html, result.quality());
        PageInputs.inputs(html, result.inputs());
        PageInputs.words(html);
    }

    private static String html(Consumer<Html> part) {
        Html html = new Html();
        part.accept(html);
        return html.toString();
    }

    private static String policy(String style, String early, String script) {
        return "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(early) + " " + digest(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Puts each part at its place, in one go: what looks like a place inside a part stays text. */
    private static String fill(String template, Map<String, String> parts) {
        var page = new StringBuilder(template.length()
                + parts.values().stream().mapToInt(String::length).sum());
        var place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            String part = parts.get(place.group(1));
            if (part == null) {
                throw new IllegalStateException("page.html has a place that nothing fills: " + place.group());
            }
            page.append(template, from, place.start()).append(part);
            from = place.end();
        }
        return page.append(template, from, template.length()).toString();
    }

    private static String joined(List<String> names) {
        return names.stream().map(HtmlPage::resource).collect(Collectors.joining());
    }

    /** Line ends as the digests expect them, whatever the checkout made of them. */
    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
