package dev.premotion.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON or YAML text: in errors, in evidence and in the lines of SARIF.
 *
 * @param file as the user named it
 * @param parent the object or array around it; absent for the whole text
 * @param step name or index in its parent; empty for the whole text
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, @Nullable Place parent, String step, int line, int column) {

    /** The whole text. */
    public static Place start(String file) {
        return new Place(file, null, "", 1, 1);
    }

    /** A member or an item of what is at this place. */
    public Place at(String step, int line, int column) {
        return new Place(file, this, step, line, column);
    }

    /** JSON pointer (RFC 6901); empty for the whole text. */
    public String pointer() {
        var pointer = new StringBuilder();
        for (Place at = this; at.parent != null; at = at.parent) {
            pointer.insert(0, "/" + escaped(at.step));
        }
        return pointer.toString();
    }

    /** One step of a JSON pointer. */
    public static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    /** An error that ends the run. */
    public BadInput bad(String problem, String maybe) {
        return new BadInput(file, toString(), problem, maybe);
    }

    /** Something odd that was read all the same. */
    public QualityNote note(String message) {
        return new QualityNote(file, toString(), message);
    }

    /** The pointer with line and column, such as {@code /vCenters/0/name (line 4, column 15)}. */
    @Override
    public String toString() {
        var position = "line " + line + ", column " + column;
        return parent == null ? position : pointer() + " (" + position + ")";
    }
}
