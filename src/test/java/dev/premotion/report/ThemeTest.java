package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of the page against WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for what a drawing says (1.4.11). */
class ThemeTest {

    private static final Pattern COLOUR =
            Pattern.compile("--([\\w-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);");

    private final Map<String, String[]> colours = colours();

    @ParameterizedTest
    @CsvSource({
        "ink, page",
        "ink, card",
        "ink, sunk",
        "ink, mark",
        "quiet, page",
        "quiet, card",
        "quiet, sunk",
        "quiet, mark",
        "link, page",
        "link, card",
        "link, sunk",
        "link, mark",
        "blocked, blocked-soft",
        "blocked, card",
        "blocked, sunk",
        "undetermined, undetermined-soft",
        "undetermined, card",
        "undetermined, sunk",
        "warned, warned-soft",
        "warned, card",
        "approved, approved-soft",
        "approved, card",
        "excluded, excluded-soft"
    })
    void textIsReadableInBothThemes(String text, String ground) {
        assertThat(contrast(text, ground, 0)).as("light").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(text, ground, 1)).as("dark").isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({
        "focus, page",
        "focus, card",
        "focus, mark",
        "copy, card",
        "disk, card",
        "blocked-bar, card",
        "undetermined-bar, card"
    })
    void whatADrawingSaysCanBeSeenInBothThemes(String line, String ground) {
        assertThat(contrast(line, ground, 0)).as("light").isGreaterThanOrEqualTo(3);
        assertThat(contrast(line, ground, 1)).as("dark").isGreaterThanOrEqualTo(3);
    }

    private double contrast(String one, String other, int theme) {
        double a = luminance(colour(one)[theme]);
        double b = luminance(colour(other)[theme]);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private String[] colour(String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static double luminance(String hex) {
        double[] parts = new double[3];
        for (int i = 0; i < parts.length; i++) {
            double part = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static Map<String, String[]> colours() {
        Map<String, String[]> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(resource("theme.css"));
        while (matcher.find()) {
            colours.put(matcher.group(1), new String[] {matcher.group(2), matcher.group(3)});
        }
        return colours;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
