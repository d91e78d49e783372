package dev.premotion.simulation;

import java.util.List;

/**
 * What a plan's execution runs on, as capacities and jobs; names are ids that {@link Job} refers to.
 *
 * @param hosts the hosts
 * @param datastores the datastores whose throughput limits copies; a datastore not listed limits nothing
 * @param links links between sites
 * @param jobs the migrations, in the plan's order, which decides between equals
 * @param failures what breaks meanwhile
 */
public record Estate(
        List<HostPorts> hosts,
        List<DatastorePorts> datastores,
        List<SiteLink> links,
        List<Job> jobs,
        List<Failure> failures) {
    /** Keeps the lists from changing. */
    public Estate {
        hosts = List.copyOf(hosts);
        datastores = List.copyOf(datastores);
        links = List.copyOf(links);
        jobs = List.copyOf(jobs);
        failures = List.copyOf(failures);
    }

    /** An estate in which nothing breaks. */
    public Estate(List<HostPorts> hosts, List<DatastorePorts> datastores, List<SiteLink> links, List<Job> jobs) {
        this(hosts, datastores, links, jobs, List.of());
    }

    /** The same with something that breaks. */
    public Estate with(List<Failure> newFailures) {
        return new Estate(hosts, datastores, links, jobs, newFailures);
    }

    /** The same with twice the vMotion adapters in each host; that adds bandwidth, not slots. */
    Estate withSecondAdapters() {
        var faster = hosts.stream()
                .map(host -> new HostPorts(
                        host.id(),
                        2 * host.vmotionBytesPerSecond(),
                        host.provisioningBytesPerSecond(),
                        host.slowestVmotionBitsPerSecond()))
                .toList();
        return new Estate(faster, datastores, links, jobs, failures);
    }

    /**
     * A host's ways in and out, full duplex.
     *
     * @param id its name
     * @param vmotionBytesPerSecond line rate of all its vMotion adapters together, each way; above 0
     * @param provisioningBytesPerSecond line rate of its provisioning (or else management) adapter, each way; above 0
     * @param slowestVmotionBitsPerSecond detected link speed of the slowest vMotion adapter, which decides how many
     *     migrations vCenter admits; several adapters add bandwidth, not slots
     */
    public record HostPorts(
            String id,
            double vmotionBytesPerSecond,
            double provisioningBytesPerSecond,
            double slowestVmotionBitsPerSecond) {
        int adapters() {
            return (int) Math.max(1, Math.round(8 * vmotionBytesPerSecond / slowestVmotionBitsPerSecond));
        }
    }

    /**
     * A datastore's throughput.
     *
     * @param id its name
     * @param readBytesPerSecond what copies can read from it, above 0
     * @param writeBytesPerSecond what copies can write to it, above 0
     */
    public record DatastorePorts(String id, double readBytesPerSecond, double writeBytesPerSecond) {}

    /**
     * A link between sites in one direction.
     *
     * @param id its name
     * @param bytesPerSecond line rate, above 0
     * @param rttSeconds round-trip time, 0 or more
     */
    public record SiteLink(String id, double bytesPerSecond, double rttSeconds) {}
}
