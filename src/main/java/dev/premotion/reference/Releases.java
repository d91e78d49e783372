package dev.premotion.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The releases of one product, and where a version and a build stand among them.
 *
 * <p>Until 7.0 U1d vCenter has two builds, the installer's and the API's (6.x more, by platform); each finds its release, whose
 * place is that of the lowest. The version of a 6.x does not show the update; its lines are closed and their builds rise with
 * the update, so there, and only there, the build tells the update. Sources: the rows of the tables.
 */
final class Releases {

    private static final int CLOSED_LINES_OF = 6;
    private static final int MOST_DIGITS = 9;

    /** What a snapshot shows of a release. */
    private record Shown(@Nullable String version, @Nullable String build) {}

    private final Memo<Shown, Release> known = new Memo<>(s -> read(Version.of(s.version), build(s.build)));
    private final Product product;
    private final Map<Integer, List<KnownRelease>> lines = new HashMap<>();
    private long newest;
    private long oldest = Long.MAX_VALUE;

    private Releases(Product product) {
        this.product = product;
    }

    static Releases of(Product product, Csv table) {
        var releases = new Releases(product);
        table.by("release").values().forEach(releases::add);
        return releases;
    }

    private void add(Csv.Row row) {
        var known = KnownRelease.of(row);
        var ofLine = lines.computeIfAbsent(known.line().line(), l -> new ArrayList<>());
        var before = ofLine.isEmpty() ? null : ofLine.get(ofLine.size() - 1);
        if (before != null && before.lastPlace() >= known.place()) {
            var maybe = "the row stands in the wrong place, or a digit is wrong.";
            throw row.bad("builds", "a later update or higher builds than those of " + before.name(), maybe);
        }
        ofLine.add(known);
        newest = Math.max(newest, known.place());
        oldest = Math.min(oldest, known.place());
    }

    /** A build as texts show it, or {@code null} where it is absent or none. */
    static @Nullable Long build(@Nullable String text) {
        var digits = text == null ? "" : text.strip();
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return null;
        }
        long build = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            build = build * 10 + digit;
        }
        return build;
    }

    /**
     * The release that a document means by a name such as {@code 7.0 U1c}: the first build of it; or a patch by its name in
     * the table, such as {@code 6.5 U2 P3}. Of lines older than the table every name is taken; of others only those that the
     * table has, so that a slip is seen.
     */
    @Nullable
    Release named(String name) {
        var wanted = Version.of(name);
        if (wanted == null) {
            return patch(name);
        }
        var known = first(line(wanted), k -> k.named(wanted));
        if (known != null) {
            return listed(known, null);
        }
        var update = wanted.update() == null ? 0 : wanted.update();
        var place = KnownRelease.place(wanted, update, 0);
        return place < oldest ? release(wanted, update, null, "", place, place) : null;
    }

    private @Nullable Release patch(String name) {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(known -> known.name().equals(name))
                .findFirst()
                .map(known -> listed(known, null))
                .orElse(null);
    }

    /** The release that a snapshot shows; {@code null} where the version is absent or none. */
    @Nullable
    Release read(@Nullable String version, @Nullable String build) {
        return known.get(new Shown(version, build));
    }

    private @Nullable Release read(@Nullable Version shown, @Nullable Long build) {
        if (shown == null) {
            return null;
        }
        var found = first(
                line(shown), k -> build == null ? k.meant(shown) : k.builds().contains(build));
        if (found != null) {
            var torn = shown.update() != null && shown.update() != found.update();
            return torn ? torn(shown, found, build) : listed(found, build);
        }
        if (build == null) {
            return between(shown);
        }
        var other = elsewhere(build);
        return other == null ? unlisted(shown, build) : torn(shown, other, build);
    }

    /** The release of another line that has this very build; what is shown as such is of one of the two lines. */
    private @Nullable KnownRelease elsewhere(long build) {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(known -> known.builds().contains(build))
                .findFirst()
                .orElse(null);
    }

    private List<KnownRelease> line(Version version) {
        return lines.getOrDefault(version.line(), List.of());
    }

    private Release listed(KnownRelease known, @Nullable Long build) {
        var place = known.place();
        var line = line(known.line().major(), known.line().minor());
        return new Release(product, known.name(), line, known.update(), build, true, "", place, place);
    }

    /** The version shows one release and the build is of another: either may be wrong. */
    private Release torn(Version shown, KnownRelease known, @Nullable Long build) {
        var lowest = shown.update() == null ? 0 : shown.update();
        var highest = shown.update() == null ? KnownRelease.end(shown) : KnownRelease.end(shown, shown.update());
        var from = Math.min(KnownRelease.place(shown, lowest, 0), KnownRelease.place(known.line(), known.update(), 0));
        var to = Math.max(highest, KnownRelease.end(known.line(), known.update()));
        return release(shown, null, build, "which is of " + known.name(), from, to);
    }

    private Release unlisted(Version shown, long build) {
        var update = shown.update();
        if (update == null && shown.major() == CLOSED_LINES_OF) {
            var below = last(line(shown), k -> k.builds().get(0) <= build);
            update = below == null ? null : below.update();
        }
        if (update == null) {
            return somewhere(shown, build);
        }
        var place = KnownRelease.place(shown, update, build);
        return release(
                shown, update, build, place > newest ? "newer than the table" : "not in the table", place, place);
    }

    /** Without a build: between the releases whose version's fourth number is lower and higher. */
    private Release between(Version shown) {
        var below = shown.fourth() == null ? null : last(line(shown), k -> k.below(shown));
        if (below == null) {
            return somewhere(shown, null);
        }
        var above = first(line(shown), k -> k.place() > below.place());
        var end = KnownRelease.end(shown, below.update());
        var to = above == null ? end : Math.min(end, above.place() - 1);
        return release(shown, below.update(), null, "after " + below.name(), below.place() + 1, to);
    }

    private Release somewhere(Version shown, @Nullable Long build) {
        var update = shown.update();
        var oldest = first(line(shown), k -> update == null || update == k.update());
        var from = oldest != null ? oldest.place() : KnownRelease.place(shown, update == null ? 0 : update, 0);
        var to = update == null ? KnownRelease.end(shown) : KnownRelease.end(shown, update);
        var lacks = update == null ? "update not known" : "build not known";
        return release(shown, update, build, from > newest ? "newer than the table" : lacks, from, to);
    }

    private Release release(
            Version shown, @Nullable Integer update, @Nullable Long build, String remark, long from, long to) {
        var line = line(shown.major(), shown.minor());
        var name = shown.major() >= 9
                ? line + (update == null ? "" : "." + update) + (shown.fourth() == null ? "" : "." + shown.fourth())
                : line + (update == null || update == 0 ? "" : " U" + update) + shown.letter();
        return new Release(product, name, line, update, build, false, remark, from, to);
    }

    private static String line(int major, int minor) {
        return major + "." + minor;
    }

    private static @Nullable KnownRelease first(List<KnownRelease> releases, Predicate<KnownRelease> wanted) {
        for (var release : releases) {
            if (wanted.test(release)) {
                return release;
            }
        }
        return null;
    }

    private static @Nullable KnownRelease last(List<KnownRelease> releases, Predicate<KnownRelease> wanted) {
        KnownRelease found = null;
        for (var release : releases) {
            if (wanted.test(release)) {
                found = release;
            }
        }
        return found;
    }
}
