package dev.premotion.read;

import dev.premotion.inventory.Place;

/** Told of everything in a text that does not fit: an inventory notes it and reads on, a facts file gives up. */
@FunctionalInterface
interface Problems {

    /** What is lost with it. */
    enum Loss {
        /** One value. */
        VALUE("it stays unknown"),
        /** One item of a list or one object. */
        ITEM("it is left out, and the list around it counts as partial"),
        /** A value that stands where nothing is known by its name. */
        NAME("it is not read"),
        /** Nothing is lost. */
        NOTHING("");

        private final String words;

        Loss(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * Something that does not fit.
     *
     * @param place where
     * @param what record and property, such as {@code Host.evcMode}: problems of one kind are told together
     * @param loss what is lost with it
     * @param problem what is there and what was expected
     * @param maybe what to try, without the word "Maybe" in front
     */
    void found(Place place, String what, Loss loss, String problem, String maybe);
}
