package dev.premotion.read.vsphere;

/**
 * What services of a live vCenter tell beside its vSphere API; a dump has none of it.
 *
 * @param rest what its REST API tells
 * @param lookup what its lookup service lists
 * @param policies what its storage policy service tells
 * @param ports what its distributed switches tell of their ports
 */
record Beside(RestFacts rest, LookupService lookup, StoragePolicies policies, SwitchPorts ports) {

    static final Beside NONE = new Beside(RestFacts.NONE, LookupService.NONE, StoragePolicies.NONE, SwitchPorts.NONE);
}
