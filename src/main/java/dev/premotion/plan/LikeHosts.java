package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.GuestSupport;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.HostCapability;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The possible destinations of a migration that offer a VM the very same: one subject stands for all of them, so that what
 * 30 hosts of a cluster have in common is judged and told once.
 */
final class LikeHosts {

    private final Map<Offer, Integer> classes = new HashMap<>();
    private final Map<Ref, Integer> known = new HashMap<>();

    /** Everything of a host that {@link HardwareArrival} and {@link SwapMove} look at. */
    private record Offer(
            String vCenter,
            @Nullable String cluster,
            @Nullable String version,
            @Nullable String build,
            @Nullable HostCapability capability,
            @Nullable Boolean localSwap,
            @Nullable String localSwapDatastore,
            @Nullable Listing<DatastoreMount> datastores,
            @Nullable Boolean mountsConfirmed,
            @Nullable Listing<String> deviceTypes,
            @Nullable Boolean devicesConfirmed,
            @Nullable Listing<GuestSupport> guests,
            @Nullable Listing<String> ioFilters,
            @Nullable Boolean sharedGraphics,
            @Nullable Integer maxVideoRamKiB,
            @Nullable Boolean replicationAgent,
            @Nullable Boolean standalone) {}

    /** The hosts of the migration's candidates that are like this one, itself among them, in the order of the plan. */
    List<Host> of(Host host, Migration migration) {
        var own = number(host);
        return migration.candidates().stream()
                .map(Candidate::host)
                .filter(Objects::nonNull)
                .filter(other -> number(other) == own)
                .distinct()
                .toList();
    }

    private int number(Host host) {
        return known.computeIfAbsent(host.ref(), ref -> classes.computeIfAbsent(offer(host), o -> classes.size()));
    }

    private static Offer offer(Host host) {
        return new Offer(
                host.ref().vCenter(),
                host.cluster(),
                host.version(),
                host.build(),
                host.capability(),
                host.localSwap(),
                host.localSwapDatastore(),
                host.datastores(),
                host.mountsConfirmed(),
                host.deviceTypes(),
                host.devicesConfirmed(),
                host.guests(),
                host.ioFilters(),
                host.sharedGraphics(),
                host.maxVideoRamKiB(),
                host.replicationAgent(),
                host.standalone());
    }
}
