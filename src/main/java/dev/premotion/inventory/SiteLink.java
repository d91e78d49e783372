package dev.premotion.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two vCenters or sites; most of it no snapshot can say.
 *
 * @param ref identity; the id joins both ends
 * @param between two names of vCenters, instance UUIDs or sites
 * @param rttMillis round-trip time between the hosts' vMotion networks
 * @param bandwidthMbps bandwidth that migrations may use, Mbit/s
 * @param clockSkewSeconds difference of the two vCenters' clocks, where it was measured directly
 * @param sameSsoDomain whether both ends are one SSO domain, where somebody confirmed it
 * @param vmotionRouted whether the vMotion networks of both ends reach each other
 * @param provisioningRouted whether the provisioning (or management) networks reach each other for cold data
 * @param managementRouted whether vCenter reaches vCenter and its hosts on TCP 443
 * @param storageReplicated whether both ends see the same arrays
 */
public record SiteLink(
        Ref ref,
        List<String> between,
        @Nullable Double rttMillis,
        @Nullable Double bandwidthMbps,
        @Nullable Double clockSkewSeconds,
        @Nullable Boolean sameSsoDomain,
        @Nullable Boolean vmotionRouted,
        @Nullable Boolean provisioningRouted,
        @Nullable Boolean managementRouted,
        @Nullable Boolean storageReplicated) {}
