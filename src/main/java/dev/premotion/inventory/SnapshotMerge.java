package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.VCenterCheck.CheckFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one estate of several snapshots. */
final class SnapshotMerge {

    private final List<QualityNote> quality = new ArrayList<>();

    /** A vCenter as one snapshot has it. */
    private record Seen(VCenter vCenter, String file) {}

    Reading merged(List<Reading> readings) {
        var origins = new Origins();
        var files = new ArrayList<SourceFile>();
        var vCenters = new LinkedHashMap<Ref, List<Seen>>();
        var links = new ArrayList<Listing<SiteLink>>();
        for (var reading : byAge(readings)) {
            origins.readAll(reading.origins());
        }
        for (var reading : readings) {
            files.addAll(reading.files());
            quality.addAll(reading.quality());
            links.add(reading.inventory().links());
            reading.inventory()
                    .vCenters()
                    .forEach(vCenter -> vCenters.computeIfAbsent(vCenter.ref(), ref -> new ArrayList<>())
                            .add(new Seen(vCenter, file(reading))));
        }
        var merged = vCenters.values().stream().map(this::vCenter).toList();
        return new Reading(new Inventory(merged, links(links)), origins, List.copyOf(quality), List.copyOf(files));
    }

    private static String file(Reading reading) {
        return reading.files().isEmpty() ? "" : reading.files().get(0).path();
    }

    /** Oldest first, so that the origins of the newest are asked first. */
    private static List<Reading> byAge(List<Reading> readings) {
        return readings.stream()
                .sorted(Comparator.comparing(
                        reading -> reading.files().isEmpty()
                                ? null
                                : reading.files().get(0).capturedAt(),
                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private VCenter vCenter(List<Seen> seen) {
        var sorted = seen.stream()
                .sorted(Comparator.comparing(
                        (Seen one) -> one.vCenter.capturedAt(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        var below = sorted.get(0);
        for (var above : sorted.subList(1, sorted.size())) {
            below = new Seen(over(below, above), above.file);
        }
        return below.vCenter;
    }

    private VCenter over(Seen below, Seen above) {
        var older = below.vCenter.capturedAt();
        var newer = above.vCenter.capturedAt();
        boolean later = older != null && newer != null && older.isBefore(newer);
        var differences = new TreeMap<String, Integer>();
        var layer = new Layer((thing, property, lower, upper) -> {
            if (property.equals("capturedAt")) {
                return lower;
            }
            differences.merge(thing.getClass().getSimpleName() + "." + property, 1, Integer::sum);
            return later ? upper : null;
        });
        var both = Objects.requireNonNull(layer.over(unasked(below.vCenter), unasked(above.vCenter)));
        note(below, above, differences, later);
        return Draft.of(both)
                .set("capturedAt", layer.filled() ? older : newer)
                .set("vCenterChecks", checks(below, above, later))
                .build();
    }

    private static VCenter unasked(VCenter vCenter) {
        return Draft.of(vCenter).set("vCenterChecks", null).build();
    }

    /**
     * vCenter's own check answers for one moment: what it said before the newer snapshot says nothing of the estate as it is
     * now. Where nobody knows which is newer, or where the newer one does not list all VMs, so that much of the estate is still
     * that of the older one, all that it ever refused counts.
     */
    private @Nullable Listing<VCenterCheck> checks(Seen below, Seen above, boolean later) {
        var older = below.vCenter.vCenterChecks();
        var newer = above.vCenter.vCenterChecks();
        if (older == null || older.equals(newer)) {
            return newer;
        }
        var vms = above.vCenter.vms();
        if (!later || vms == null || !vms.complete()) {
            return newer == null ? older : both(older, newer);
        }
        quality.add(new QualityNote(
                below.file,
                "",
                "what vCenter " + above.vCenter.label() + "'s own check answered (" + older.size() + ") is older than "
                        + above.file + " and no longer counts\nMaybe capture again with --check"));
        return newer;
    }

    private static Listing<VCenterCheck> both(Listing<VCenterCheck> one, Listing<VCenterCheck> other) {
        var answers = new LinkedHashMap<VCenterCheck, VCenterCheck>();
        Stream.concat(one.stream(), other.stream())
                .forEach(check -> answers.merge(check.asked(), check, SnapshotMerge::both));
        return new Listing<>(List.copyOf(answers.values()), one.complete() && other.complete());
    }

    private static VCenterCheck both(VCenterCheck one, VCenterCheck other) {
        return one.answered(faults(one.errors(), other.errors()), faults(one.warnings(), other.warnings()));
    }

    /** All that either lists; not known whole where they differ. */
    private static Listing<CheckFault> faults(@Nullable Listing<CheckFault> one, @Nullable Listing<CheckFault> other) {
        if (one != null && one.equals(other)) {
            return one;
        }
        return Listing.partial(Stream.of(one, other)
                .filter(Objects::nonNull)
                .flatMap(Listing::stream)
                .distinct()
                .toList());
    }

    private void note(Seen below, Seen above, Map<String, Integer> differences, boolean later) {
        if (differences.isEmpty()) {
            return;
        }
        var counts = new ArrayList<String>();
        differences.forEach((property, count) -> counts.add(property + " (" + count + ")"));
        quality.add(
                new QualityNote(
                        above.file,
                        "",
                        "vCenter " + above.vCenter.label() + " differs from " + below.file + " in "
                                + String.join(", ", counts)
                                + (later
                                        ? "; the newer snapshot is used\nMaybe the older one can go"
                                        : "; which snapshot is newer cannot be told, so these stay unknown\nMaybe one of them can go")));
    }

    private Listing<SiteLink> links(List<Listing<SiteLink>> lists) {
        var links = new LinkedHashMap<Ref, SiteLink>();
        boolean complete = false;
        for (var list : lists) {
            complete |= list.complete();
            for (var link : list) {
                links.merge(link.ref(), link, this::link);
            }
        }
        return new Listing<>(List.copyOf(links.values()), complete);
    }

    private SiteLink link(SiteLink below, SiteLink above) {
        var layer = new Layer((thing, property, lower, upper) -> {
            if (!property.equals("between")) {
                quality.add(new QualityNote(
                        "",
                        "",
                        "the link between " + String.join(" and ", below.between()) + " has " + property + " " + lower
                                + " in one snapshot and " + upper
                                + " in another; it stays unknown\nMaybe one of them is out of date"));
                return null;
            }
            return upper;
        });
        return Objects.requireNonNull(layer.over(below, above));
    }
}
