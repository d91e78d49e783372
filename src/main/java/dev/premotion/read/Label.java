package dev.premotion.read;

import dev.premotion.inventory.Node;

/** How a thing is called in messages: put together only for a message. */
record Label(Form form, Node.Fields fields) {

    @Override
    public String toString() {
        return Identity.label(form.word(), fields);
    }
}
