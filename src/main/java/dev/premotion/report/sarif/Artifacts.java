package dev.premotion.report.sarif;

import dev.premotion.report.Result;
import dev.premotion.report.sarif.Log.Artifact;
import dev.premotion.report.sarif.Log.ArtifactLocation;
import dev.premotion.report.sarif.Log.PhysicalLocation;
import dev.premotion.report.sarif.Log.Region;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files that were read, and where in them something stands. */
final class Artifacts {

    /** The line that an origin gives, if any, and in a form that no line number overflows. */
    private static final Pattern LINE = Pattern.compile("\\(line ([1-9][0-9]{0,8})\\)");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*", Pattern.DOTALL);

    private static final String UNRESERVED = "-._~/";

    private final List<Result.File> files;

    Artifacts(List<Result.File> files) {
        this.files = files;
    }

    List<Artifact> all() {
        return IntStream.range(0, files.size())
                .mapToObj(i ->
                        new Artifact(location(i), Map.of("sha-256", files.get(i).sha256())))
                .toList();
    }

    /** The place that an origin names; absent where it names none of the files, as with a managed object. */
    @Nullable
    PhysicalLocation place(@Nullable String origin) {
        int file = origin == null ? -1 : file(origin);
        if (origin == null || file < 0) {
            return null;
        }
        Matcher line = LINE.matcher(origin);
        return new PhysicalLocation(location(file), line.find() ? new Region(Integer.parseInt(line.group(1))) : null);
    }

    /** A place for what no file says: code hosts refuse results without one. */
    @Nullable
    PhysicalLocation anywhere() {
        return files.isEmpty() ? null : new PhysicalLocation(location(0), null);
    }

    private int file(String origin) {
        int best = -1;
        for (int i = 0; i < files.size(); i++) {
            String path = files.get(i).path();
            boolean longer = best < 0 || path.length() > files.get(best).path().length();
            if (longer && origin.startsWith(path) && ends(origin, path.length())) {
                best = i;
            }
        }
        return best;
    }

    private static boolean ends(String origin, int at) {
        return origin.length() == at || "# ,:".indexOf(origin.charAt(at)) >= 0;
    }

    private ArtifactLocation location(int index) {
        return new ArtifactLocation(uri(files.get(index).path()), index);
    }

    /** A relative reference where the path is relative, a file URI otherwise. */
    static String uri(String path) {
        String slashes = path.replace('\\', '/');
        if (DRIVE.matcher(slashes).matches()) {
            return "file:///" + slashes.charAt(0) + ":" + encoded(slashes.substring(2));
        }
        return slashes.startsWith("/") ? "file://" + encoded(slashes) : encoded(slashes);
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
