package dev.premotion.report;

/** The words for a subject's kind: {@code vcenter-pair} is a vCenter pair. */
final class Kinds {

    private Kinds() {}

    static String word(String kind) {
        return kind.replace('-', ' ')
                .replace("vcenter", "vCenter")
                .replace("vm", "VM")
                .replace("nic", "NIC");
    }
}
