package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datastore that files move to, as the destination host sees it.
 *
 * @param datastore absent for one that the inventory does not list
 * @param lacking what would tell which one it is, where it is absent
 */
public record TargetDatastore(
        @Nullable Datastore datastore,
        Host host,
        VCenter destination,
        @Nullable Lacking lacking) implements Subject {

    @Override
    public String kind() {
        return "target-datastore";
    }

    @Override
    public String name() {
        return Mounts.name(datastore, host);
    }

    @Override
    public List<Ref> refs() {
        return Mounts.refs(datastore, host, lacking);
    }

    /** Whether the host that runs the VM afterwards mounts it. */
    public @Nullable Boolean mounted() {
        return datastore == null ? null : Mounts.mounted(datastore, host, destination);
    }

    public @Nullable Boolean accessible() {
        return datastore == null ? null : datastore.accessible();
    }

    public @Nullable String maintenanceMode() {
        return datastore == null ? null : datastore.maintenanceMode();
    }

    public @Nullable String accessMode() {
        return datastore == null ? null : Mounts.accessMode(datastore, host, destination);
    }

    /** Whether the host's software runs VMs on file systems of its kind. */
    public @Nullable Boolean volumeSupported() {
        var refused = host.unsupportedVolumes();
        var type = datastore == null ? null : datastore.type();
        if (refused != null && refused.complete() && refused.size() == 0) {
            return true;
        }
        if (refused == null || datastore == null || type == null) {
            return null;
        }
        var version = datastore.vmfsMajorVersion();
        if (refused.items().contains(type) || version != null && refused.items().contains(type + " " + version)) {
            return false;
        }
        return version == null && versionDecides(refused, type) || !refused.complete() ? null : Boolean.TRUE;
    }

    private static boolean versionDecides(Listing<String> refused, String type) {
        return refused.stream().anyMatch(kind -> kind.startsWith(type + " "));
    }

    /** Its kind, with the version where there are several, such as {@code VMFS 6}. */
    public String volume() {
        if (datastore == null || datastore.type() == null) {
            return "unknown";
        }
        return datastore.vmfsMajorVersion() == null
                ? datastore.type()
                : datastore.type() + " " + datastore.vmfsMajorVersion();
    }

    private List<Lacking> ofVolume(Datastore datastore) {
        var refused = host.unsupportedVolumes();
        if (refused == null || !refused.complete()) {
            return List.of(new Lacking(host.ref(), host.label(), "unsupportedVolumes"));
        }
        return Lacking.of(datastore, datastore.type() == null ? "type" : "vmfsMajorVersion");
    }

    /** Whether the host mounts it, whatever its state. */
    public @Nullable Boolean listed() {
        return datastore == null ? null : Mounts.listed(datastore, host, destination);
    }

    /** A datastore that is not listed is asked of what would name it. */
    @Override
    public List<Lacking> lacking(String path) {
        if (datastore == null) {
            return lacking != null ? List.of(lacking) : List.of();
        }
        return switch (path) {
            case "haEnabled" -> ofHa();
            case "sharedInCluster" -> ofSharing(datastore);
            case "volumeSupported" -> ofVolume(datastore);
            default -> List.of();
        };
    }

    /** Whether vSphere HA is on where the host is. */
    public @Nullable Boolean haEnabled() {
        if (Boolean.TRUE.equals(host.standalone())) {
            return false;
        }
        var cluster = destination.cluster(host.cluster());
        return cluster == null ? null : cluster.haEnabled();
    }

    private List<Lacking> ofHa() {
        var cluster = destination.cluster(host.cluster());
        return cluster == null ? Lacking.of(host, "cluster") : Lacking.of(cluster, "haEnabled");
    }

    /** Whether another host of the cluster mounts it too, so that it can restart the VM. */
    public @Nullable Boolean sharedInCluster() {
        if (datastore == null || destination.hosts() == null || host.cluster() == null) {
            return null;
        }
        boolean told = destination.hosts().complete();
        for (var other : others(destination.hosts())) {
            var mounted = Mounts.mounted(datastore, other, destination);
            if (Boolean.TRUE.equals(mounted) && other.cluster() != null) {
                return true;
            }
            told &= Boolean.FALSE.equals(mounted);
        }
        return told ? Boolean.FALSE : null;
    }

    /** The hosts that are or may be in its cluster. */
    private List<Host> others(Listing<Host> hosts) {
        return hosts.stream()
                .filter(other -> !other.ref().equals(host.ref()) && !Boolean.TRUE.equals(other.standalone()))
                .filter(other -> other.cluster() == null || other.cluster().equals(host.cluster()))
                .toList();
    }

    private List<Lacking> ofSharing(Datastore datastore) {
        var hosts = destination.hosts();
        return hosts == null || !hosts.complete()
                ? Lacking.of(destination, "hosts")
                : others(hosts).stream()
                        .flatMap(other -> ofOther(other, datastore).stream())
                        .toList();
    }

    private List<Lacking> ofOther(Host other, Datastore datastore) {
        var mounted = Mounts.mounted(datastore, other, destination);
        if (mounted != null) {
            return mounted ? Lacking.of(other, "cluster") : List.of();
        }
        return Boolean.TRUE.equals(Mounts.listed(datastore, other, destination))
                ? List.of(new Lacking(other.ref(), other.label(), "mountsConfirmed"))
                : Lacking.of(other, "datastores");
    }
}
