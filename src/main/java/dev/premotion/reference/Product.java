package dev.premotion.reference;

/** What has releases. */
public enum Product {
    VCENTER("vCenter"),
    ESXI("ESXi");

    private final String label;

    Product(String label) {
        this.label = label;
    }

    /** As people write it. */
    @Override
    public String toString() {
        return label;
    }
}
