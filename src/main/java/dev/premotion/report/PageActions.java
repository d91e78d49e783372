package dev.premotion.report;

import java.util.List;
import java.util.function.Consumer;

/** How the two lists of things to do look: a number at the left, what to do at the right, best first. */
final class PageActions {

    /** So many are shown at once; the rest opens on demand. */
    static final int FIRST = 6;

    /** And so many at most; behind them nobody looks for what comes first. */
    private static final int MOST = 100;

    private PageActions() {}

    /** Writes the first actions, and the further ones folded away. */
    static <T> void list(Html html, List<T> all, Consumer<T> item) {
        html.open("ol", "class", "actions");
        all.stream().limit(FIRST).forEach(item);
        html.close();
        int rest = all.size() - FIRST;
        if (rest > 0) {
            html.open("details").leaf("summary", Words.number(rest) + " more");
            html.open("ol", "class", "actions", "start", FIRST + 1);
            all.stream().skip(FIRST).limit(MOST - FIRST).forEach(item);
            html.close();
            if (all.size() > MOST) {
                String left = Words.number(all.size() - MOST);
                html.leaf("p", "The other " + left + " are in result.json.", "class", "quiet");
            }
            html.close();
        }
    }

    /** Opens an action with what it is good for: {@code unblocks 205 of 218 concerned}. */
    static void open(Html html, String above, int number, String below) {
        html.open("li", "class", "action");
        html.open("div", "class", "gain")
                .leaf("span", above)
                .leaf("strong", Words.number(number))
                .leaf("span", below)
                .close();
        html.open("div", "class", "what");
    }
}
