package dev.premotion.inventory;

/** Power state of a VM, in vSphere's words. */
public enum PowerState {
    POWERED_ON("poweredOn"),
    POWERED_OFF("poweredOff"),
    SUSPENDED("suspended");

    private final String word;

    PowerState(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
