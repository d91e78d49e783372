package dev.premotion.read.vsphere;

/**
 * One of the SOAP APIs of a vCenter. A server answers only to a version that it knows: {@code Request version 'urn:pbm/' and
 * namespace 'urn:pbm' are not supported} is what one says to another.
 *
 * @param space its namespace
 * @param version the version that is spoken
 * @param attempts how often it is tried where the network fails
 */
record Api(String space, String version, int attempts) {

    /** The vSphere API; which version is spoken the server says itself. */
    static final Api VIM = new Api("urn:vim25", "6.5", 4);

    /** The lookup service, 2.0 as govmomi and PowerCLI speak it. */
    static final Api LOOKUP = new Api("urn:lookup", "2.0", 2);

    /** The storage policies, 2.0 as yavijava and pyVmomi (pbm.version.version2) speak it. */
    static final Api POLICIES = new Api("urn:pbm", "2.0", 2);

    Api speaking(String other) {
        return new Api(space, other, attempts);
    }
}
