package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A vCenter and everything it manages. Its parts are listed per vCenter, since each snapshot covers one.
 *
 * @param ref identity; the id is the instance UUID ({@code content.about.instanceUuid})
 * @param name as people call it, usually the host name
 * @param site where it stands; names the ends of {@link SiteLink}s
 * @param version such as {@code 7.0.1} or {@code 7.0.1.00200}
 * @param build {@code AboutInfo.build} or the ISO build
 * @param apiVersion version of the API it speaks
 * @param ssoDomain such as {@code vsphere.local}; equal names alone prove nothing
 * @param stsCertificate SHA-256 fingerprint of the certificate that signs its SSO tokens
 * @param linkedVCenters instance UUIDs of its Enhanced Linked Mode partners
 * @param embeddedPsc whether its single sign-on runs inside the appliance; false where it uses an external Platform
 *     Services Controller
 * @param nsxVersion version of the NSX Manager that provides its segments
 * @param clock its clock beside the collector's, read together
 * @param timeSources NTP servers it follows
 * @param clockToleranceMillis SSO token clock tolerance; absent where not read (the product's default is 600,000)
 * @param licenses licences in its licence manager, without keys
 * @param keyProviders key providers for encryption
 * @param storagePolicies names of its storage policies
 * @param vsanPolicies those of its storage policies that have rules for vSAN
 * @param settings advanced settings that switch checks; absent where not collected
 * @param vCenterChecks what its own check answered for planned migrations; absent where it was not asked
 * @param vmsConfirmed whether somebody confirmed that it has no VM but those listed; a facts file that says so makes
 *     their list complete
 * @param capturedAt when the snapshot was taken
 * @param datacenters datacenters
 * @param clusters clusters
 * @param hosts ESXi hosts
 * @param resourcePools resource pools and vApps, root pools included
 * @param folders VM folders
 * @param datastores datastores
 * @param datastoreClusters datastore clusters (storage pods)
 * @param networks port groups and opaque networks
 * @param distributedSwitches distributed switches
 * @param vms virtual machines and templates
 */
public record VCenter(
        Ref ref,
        @Nullable String name,
        @Nullable String site,
        @Nullable String version,
        @Nullable String build,
        @Nullable String apiVersion,
        @Nullable String ssoDomain,
        @Nullable String stsCertificate,
        @Nullable Listing<String> linkedVCenters,
        @Nullable Boolean embeddedPsc,
        @Nullable String nsxVersion,
        @Nullable ClockReading clock,
        @Nullable Listing<String> timeSources,
        @Nullable Long clockToleranceMillis,
        @Nullable Listing<License> licenses,
        @Nullable Listing<KeyProvider> keyProviders,
        @Nullable Listing<String> storagePolicies,
        @Nullable Listing<VsanPolicy> vsanPolicies,
        @Nullable Map<String, String> settings,
        @Nullable Listing<VCenterCheck> vCenterChecks,
        @Nullable Boolean vmsConfirmed,
        @Nullable Instant capturedAt,
        @Nullable Listing<Datacenter> datacenters,
        @Nullable Listing<Cluster> clusters,
        @Nullable Listing<Host> hosts,
        @Nullable Listing<ResourcePool> resourcePools,
        @Nullable Listing<Folder> folders,
        @Nullable Listing<Datastore> datastores,
        @Nullable Listing<DatastoreCluster> datastoreClusters,
        @Nullable Listing<Network> networks,
        @Nullable Listing<DistributedSwitch> distributedSwitches,
        @Nullable Listing<Vm> vms) {

    /** Its name, or the identity where it has none. */
    public String label() {
        return name != null ? name : ref.id();
    }

    /** Its cluster of that managed object id; absent where it lists none. */
    public @Nullable Cluster cluster(@Nullable String id) {
        return byId(clusters, id, Cluster::ref);
    }

    /** Its datastore of that managed object id; absent where it lists none. */
    public @Nullable Datastore datastore(@Nullable String id) {
        return byId(datastores, id, Datastore::ref);
    }

    /** Its distributed switch of that managed object id; absent where it lists none. */
    public @Nullable DistributedSwitch distributedSwitch(@Nullable String id) {
        return byId(distributedSwitches, id, DistributedSwitch::ref);
    }

    private static <T> @Nullable T byId(@Nullable Listing<T> listed, @Nullable String id, Function<T, Ref> ref) {
        return id == null || listed == null
                ? null
                : listed.stream()
                        .filter(one -> ref.apply(one).id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** Short on purpose: evidence never prints an estate. */
    @Override
    public String toString() {
        return label();
    }

    /** By identity alone: equal things have equal identities, and hashing all they hold would take long. */
    @Override
    public int hashCode() {
        return ref.hashCode();
    }
}
