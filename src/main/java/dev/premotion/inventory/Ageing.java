package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts away that are older than they may be, so that nothing rests on them; where each was read then says how old it
 * is. A fact of which nobody knows when it was read counts as too old: it could be from any time.
 */
public final class Ageing {

    /** A fact that perishes: a property of a kind, and when it was read where the thing itself says. */
    private record Perishable(
            String kind, String property, @Nullable String readAt, String words, Duration most) {}

    private final Instant asOf;
    private final List<Perishable> perishables;
    private final Origins origins = new Origins();
    private final Map<String, Gone> gone = new LinkedHashMap<>();

    /** How many facts of a class and a vCenter are too old, and the greatest age; absent where that is not known. */
    private record Gone(
            Perishable fact,
            String vCenter,
            int count,
            @Nullable Duration age) {}

    private Ageing(Ages ages, Instant asOf) {
        this.asOf = asOf;
        this.perishables = List.of(
                new Perishable(Kind.DATASTORE, "freeSpaceBytes", "spaceReadAt", "the free space of", ages.freeSpace()),
                new Perishable(
                        Kind.VM,
                        "toolsInstallerMounted",
                        "capturedAt",
                        "whether the Tools installer is mounted in",
                        ages.toolsInstaller()),
                new Perishable(Kind.VM, "recentTasks", "capturedAt", "the running tasks of", ages.runningTask()));
    }

    /**
     * The estate without what is too old.
     *
     * @param asOf the moment by which ages count; absent where nobody knows when anything was read, and nothing ages
     */
    public static Reading aged(Reading reading, Ages ages, @Nullable Instant asOf) {
        return asOf == null ? reading : new Ageing(ages, asOf).aged(reading);
    }

    /** How old the whole of a vCenter is where that is more than it may be; absent where it is not, or not known. */
    public static @Nullable Duration tooOld(VCenter vCenter, Ages ages, @Nullable Instant asOf) {
        var captured = vCenter.capturedAt();
        if (captured == null || asOf == null) {
            return null;
        }
        var age = Duration.between(captured, asOf);
        return age.compareTo(ages.snapshot()) > 0 ? age : null;
    }

    private Reading aged(Reading reading) {
        origins.readAll(reading.origins());
        var vCenters = reading.inventory().vCenters().stream().map(this::aged).toList();
        var quality = new ArrayList<>(reading.quality());
        gone.values().forEach(facts -> quality.add(note(facts, reading)));
        return new Reading(
                new Inventory(vCenters, reading.inventory().links()), origins, List.copyOf(quality), reading.files());
    }

    private VCenter aged(VCenter vCenter) {
        return Draft.of(vCenter)
                .set("datastores", aged(vCenter.datastores(), vCenter))
                .set("vms", aged(vCenter.vms(), vCenter))
                .build();
    }

    private <T extends Record> @Nullable Listing<T> aged(@Nullable Listing<T> things, VCenter vCenter) {
        return things == null
                ? null
                : new Listing<>(
                        things.stream().map(thing -> aged(thing, vCenter)).toList(), things.complete());
    }

    private <T extends Record> T aged(T thing, VCenter vCenter) {
        var aged = thing;
        for (var fact : perishables) {
            if (fact.kind.equals(Kind.of(thing.getClass())) && Draft.value(aged, fact.property) != null) {
                aged = aged(aged, fact, vCenter);
            }
        }
        return aged;
    }

    private <T extends Record> T aged(T thing, Perishable fact, VCenter vCenter) {
        var own = fact.readAt == null ? null : (Instant) Draft.value(thing, fact.readAt);
        var read = own != null ? own : vCenter.capturedAt();
        var age = read == null ? null : Duration.between(read, asOf);
        if (age != null && age.compareTo(fact.most) <= 0) {
            return thing;
        }
        var ref = (Ref) Objects.requireNonNull(Draft.value(thing, "ref"));
        var before = origins.of(ref, fact.property);
        var words = (before == null ? "" : before + ", ") + too(age, fact.most);
        origins.read(ref, property -> property.equals(fact.property) ? words : null);
        gone.merge(
                fact.property + " " + vCenter.ref().id(),
                new Gone(fact, vCenter.label(), 1, age),
                (one, more) -> new Gone(fact, one.vCenter, one.count + 1, greater(one.age, more.age)));
        return Draft.of(thing).set(fact.property, null).build();
    }

    private String too(@Nullable Duration age, Duration most) {
        return age == null
                ? "read at a time that is not known"
                : "read " + Ages.words(age) + " before " + asOf + ", more than " + Ages.words(most);
    }

    private static @Nullable Duration greater(@Nullable Duration one, @Nullable Duration other) {
        return one == null || other == null ? null : one.compareTo(other) > 0 ? one : other;
    }

    private QualityNote note(Gone facts, Reading reading) {
        var things = facts.count + " " + (facts.fact.kind.equals(Kind.VM) ? "VM" : "datastore")
                + (facts.count == 1 ? "" : "s");
        return new QualityNote(
                reading.files().size() == 1 ? reading.files().get(0).path() : facts.vCenter,
                "",
                "no longer known: " + facts.fact.words + " " + things + " of " + facts.vCenter + ", "
                        + too(facts.age, facts.fact.most)
                        + "\nMaybe take a new snapshot, or let a rule policy allow a greater age");
    }
}
