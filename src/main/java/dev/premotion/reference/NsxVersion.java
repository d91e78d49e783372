package dev.premotion.reference;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version of NSX-T, such as {@code 2.5.2} or {@code 4.1}; what follows the third number does not count. */
public record NsxVersion(int major, int minor, int patch) implements Comparable<NsxVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?(?:\\..*)?");

    /** {@code null} where the text is absent or no version. */
    public static @Nullable NsxVersion of(@Nullable String text) {
        var match = FORM.matcher(text == null ? "" : text.strip());
        if (!match.matches()) {
            return null;
        }
        var patch = match.group(3);
        return new NsxVersion(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                patch == null ? 0 : Integer.parseInt(patch));
    }

    @Override
    public int compareTo(NsxVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return "NSX " + major + "." + minor + (patch == 0 ? "" : "." + patch);
    }
}
