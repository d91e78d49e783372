package dev.premotion.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release of the table.
 *
 * @param name as people write it, without the product
 * @param said the name read as a version; absent for names such as {@code 6.7 U3 EP14}
 * @param line major and minor
 * @param update 0 for GA; the maintenance number from 9.0
 * @param fourth last number of the appliance's version; absent where the table gives no version
 * @param builds every number it is known by, ascending
 */
record KnownRelease(
        String name,
        @Nullable Version said,
        Version line,
        int update,
        @Nullable Long fourth,
        List<Long> builds) {

    static final String[] COLUMNS = {"release", "line", "update", "version", "builds", "source", "status"};

    private static final long UPDATES = 100;
    private static final long BUILDS = 10_000_000_000L;

    static KnownRelease of(Csv.Row row) {
        row.sourced();
        var line = Version.of(row.text("line"));
        if (line == null) {
            throw row.bad("line", "a line such as 7.0", "the columns are shifted.");
        }
        var version = row.optional("version");
        var read = Version.of(version);
        if (version != null && (read == null || read.fourth() == null)) {
            throw row.bad("version", "four numbers such as 7.0.1.00200", "a digit is missing.");
        }
        var name = row.text("release");
        var update = row.count("update");
        return new KnownRelease(name, Version.of(name), line, update, read == null ? null : read.fourth(), builds(row));
    }

    private static List<Long> builds(Csv.Row row) {
        row.text("builds");
        var builds = new ArrayList<Long>();
        for (var build : row.list("builds")) {
            var number = Releases.build(build);
            if (number == null) {
                throw row.bad("builds", "builds of up to 9 digits, separated by semicolons", "a digit is wrong.");
            }
            builds.add(number);
        }
        Collections.sort(builds);
        return List.copyOf(builds);
    }

    /** Where it stands in the order of its product: the place of the lowest build. */
    long place() {
        return place(line, update, builds.get(0));
    }

    /** Where the highest of its builds would stand. */
    long lastPlace() {
        return place(line, update, builds.get(builds.size() - 1));
    }

    /** Whether a text that shows this much means this release: the letter or the fourth number does, the update alone not. */
    boolean meant(Version shown) {
        if (shown.update() != null && shown.update() != update) {
            return false;
        }
        var sameLetter =
                said != null && !said.letter().isEmpty() && said.letter().equals(shown.letter());
        return sameLetter || (fourth != null && fourth.equals(shown.fourth()));
    }

    /** Whether a version's fourth number shows a later release than this, of the same update where it shows one. */
    boolean below(Version shown) {
        return fourth != null
                && shown.fourth() != null
                && fourth < shown.fourth()
                && (shown.update() == null || shown.update() == update);
    }

    /** Whether this is what a document means by that name: the first release of an update where there is no letter. */
    boolean named(Version wanted) {
        return said != null
                && update == (wanted.update() == null ? 0 : wanted.update())
                && said.letter().equals(wanted.letter())
                && (wanted.fourth() == null || wanted.fourth().equals(fourth));
    }

    /** A number that orders as major, minor, update and build do. */
    static long place(Version line, int update, long build) {
        return (line.line() * UPDATES + update) * BUILDS + build;
    }

    /** Behind every release of the update. */
    static long end(Version line, int update) {
        return place(line, update, BUILDS - 1);
    }

    /** Behind every release of the line. */
    static long end(Version line) {
        return end(line, (int) UPDATES - 1);
    }
}
