package dev.premotion.inventory;

/**
 * An input that cannot be used, told so that its author can mend it: file, place, what is there, what was expected and a
 * line that begins with "Maybe". Ends the run with exit code 2.
 */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file as the user named it
     * @param place JSON pointer with line, or sheet, row and column; empty for the whole file
     * @param problem what is there and what was expected, a full sentence
     * @param maybe what to try, without the word "Maybe" in front
     */
    public BadInput(String file, String place, String problem, String maybe) {
        super(file + (place.isEmpty() ? "" : " at " + place) + ": " + problem + "\nMaybe " + maybe);
    }
}
