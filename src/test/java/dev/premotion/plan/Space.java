package dev.premotion.plan;

import dev.premotion.inventory.Estate;
import dev.premotion.plan.FilesMoved.Arriving;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the only migration of a plan takes and frees of datastores, in words: a name and GiB. */
final class Space {

    static final long GIB = 1L << 30;

    private Space() {}

    /** @param lacking what would tell how much comes or drifts, the first of them */
    record Moved(
            List<String> comes,
            List<String> goes,
            List<String> adrift,
            @Nullable Lacking lacking) {

        static final Moved NOTHING = new Moved(List.of(), List.of(), List.of(), null);

        @Nullable
        String asks() {
            return lacking == null ? null : lacking.property();
        }

        @Nullable
        String fact() {
            return lacking == null ? null : lacking.thing().kind() + " " + lacking.property();
        }
    }

    private static FilesMoved moved(Estate estate, String entry) {
        var migration = Plans.one(estate, entry);
        var inventory = estate.inventory();
        return FilesMoved.of(
                Objects.requireNonNull(migration.vm()),
                migration.candidates().get(0),
                new SharedFiles(inventory),
                new SpaceFactors(inventory, MovedFiles.TABLES));
    }

    /** What would tell how much is free on the first datastore that files leave. */
    static @Nullable String freed(Estate estate, String entry) {
        return moved(estate, entry).goes().values().stream()
                .map(Arriving::bytes)
                .map(Amount::lacking)
                .filter(Objects::nonNull)
                .map(lacks -> lacks.thing().kind() + " " + lacks.property())
                .findFirst()
                .orElse(null);
    }

    static Moved of(Estate estate, String entry) {
        var moved = moved(estate, entry);
        var drifting = moved.adrift().stream();
        return new Moved(
                words(moved.comes().values()),
                words(moved.goes().values()),
                drifting.map(one -> (one.name() == null ? "" : one.name()) + " " + gib(one.bytes()))
                        .toList(),
                Stream.concat(
                                moved.comes().values().stream().map(Arriving::bytes),
                                moved.adrift().stream().map(FilesMoved.Adrift::bytes))
                        .filter(bytes -> !bytes.exact())
                        .map(Amount::lacking)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    static @Nullable Long bytes(@Nullable Long gib) {
        return gib == null ? null : Long.valueOf(gib * GIB);
    }

    static String gib(Amount bytes) {
        var most = bytes.most();
        return new Sum(bytes.least() / GIB, most == null ? null : Long.valueOf(most / GIB)).toString();
    }

    private static List<String> words(Collection<Arriving> all) {
        return all.stream()
                .map(one -> one.datastore().label() + " " + gib(one.bytes()))
                .toList();
    }
}
