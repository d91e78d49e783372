package dev.premotion.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML. Every text and every attribute value is escaped on its way in and made {@linkplain Untrusted visible};
 * there is no way to hand over markup, so that what a snapshot says can never become part of the page's structure.
 */
final class Html {

    private static final Set<String> EMPTY = Set.of("rect", "use");
    private static final Set<String> BLOCKS = Set.of(
            "section", "div", "p", "h1", "h2", "h3", "ul", "ol", "li", "dl", "table", "tr", "details", "summary");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. An empty element closes itself. */
    Html open(String tag, Object... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(String.valueOf(attributes[i + 1]));
            out.append('"');
        }
        if (EMPTY.contains(tag)) {
            out.append("/>");
        } else {
            out.append('>');
            open.push(tag);
        }
        return this;
    }

    /** Closes the element opened last; blocks end their line, for people who read the source. */
    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (BLOCKS.contains(tag)) {
            out.append('\n');
        }
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text in it. */
    Html leaf(String tag, String text, Object... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A number that a test, or a script of the reader's, can find again by its name. */
    Html count(String name, long value) {
        return leaf("span", Words.number(value), "class", "n", "data-count", name, "data-value", value);
    }

    /** One of the page's icons; always beside a word, therefore hidden from screen readers. */
    Html icon(String name) {
        return open("svg", "class", "icon", "aria-hidden", "true")
                .open("use", "href", "#i-" + name)
                .close();
    }

    private void escape(String text) {
        String visible = Untrusted.visible(text);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open);
        }
        return out.toString();
    }
}
