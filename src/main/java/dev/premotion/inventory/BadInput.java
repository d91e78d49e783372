package dev.premotion.inventory;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * An input that cannot be used, told so that its author can mend it: file, place, what is there, what was expected and a
 * line that begins with "Maybe". Ends the run with exit code 2.
 */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;
    private static final int LONGEST = 2_000;

    /**
     * @param file as the user named it
     * @param place JSON pointer with line, or sheet, row and column; empty for the whole file
     * @param problem what is there and what was expected, a full sentence
     * @param maybe what to try, without the word "Maybe" in front
     */
    public BadInput(String file, String place, String problem, String maybe) {
        this(shortened(file) + (place.isEmpty() ? "" : " at " + shortened(place)) + ": " + shortened(problem)
                + "\nMaybe " + shortened(maybe));
    }

    private BadInput(String message) {
        super(message);
    }

    /** Names and values of an input may be as long as somebody likes. */
    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " ... " + text.substring(text.length() - LONGEST / 2);
    }

    /**
     * Several mistakes of one input told together, the first ten in full.
     *
     * @param mistakes at least one, in the order of the file
     */
    public static BadInput together(List<BadInput> mistakes) {
        if (mistakes.size() == 1) {
            return mistakes.get(0);
        }
        var told = mistakes.stream().limit(SHOWN).map(BadInput::getMessage).collect(joining("\n"));
        int more = mistakes.size() - SHOWN;
        return new BadInput(more > 0 ? told + "\nThere are " + more + " more mistakes." : told);
    }
}
