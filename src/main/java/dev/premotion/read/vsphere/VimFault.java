package dev.premotion.read.vsphere;

/** A method of the vSphere API refused. */
final class VimFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String detail;

    /**
     * @param type name of the fault, such as {@code InvalidLogin}; empty where the answer names none
     * @param message what vCenter says
     * @param detail what the fault is about, such as the name of a property; empty where it does not say
     */
    VimFault(String type, String message, String detail) {
        super(message);
        this.type = type;
        this.detail = detail;
    }

    String type() {
        return type;
    }

    String detail() {
        return detail;
    }

    /** What vCenter says, with the name of the fault. */
    String words() {
        var message = String.valueOf(getMessage()).strip();
        return type.isEmpty() ? message : message.isEmpty() ? type : type + ": " + message;
    }
}
