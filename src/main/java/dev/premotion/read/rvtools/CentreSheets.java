package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.License;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of the vCenters themselves: vMetaData, vSource and vLicense, and two columns of vInfo. */
final class CentreSheets {

    private static final Pattern FULL_NAME =
            Pattern.compile("(?i).*\\bvCenter Server (\\d+(?:\\.\\d+){1,4}).*?build-(\\d+).*");

    private final Estate estate;
    private @Nullable Instant capturedAt;
    private @Nullable String rvToolsVersion;

    CentreSheets(Estate estate) {
        this.estate = estate;
    }

    void read() {
        estate.workbook.read(Tables.META_DATA, this::metaData);
        estate.workbook.read(Tables.SOURCE, this::source);
        estate.workbook.read(Tables.LICENSE, this::license);
    }

    /** When the workbook was written, taken as UTC; absent where it does not say. */
    @Nullable
    Instant capturedAt() {
        return capturedAt;
    }

    /** Version of RVTools; absent where the workbook does not say. */
    @Nullable
    String rvToolsVersion() {
        return rvToolsVersion;
    }

    private void metaData(Line line) {
        estate.metaServer(line.text("Server"));
        rvToolsVersion = line.text("RVTools version");
        capturedAt = line.time("xlsx creation datetime");
        if (capturedAt != null) {
            estate.notes.add(
                    line.place("xlsx creation datetime"),
                    "the times in a workbook bear no time zone; they were taken as UTC, which may be off by some hours");
        }
    }

    private void source(Line line) {
        var site = estate.site(line);
        line.fill(site.draft);
        var version = line.text("Version");
        if (version != null) {
            site.draft.set("version", withPatch(version, line.text("Patch level")));
        }
        fullName(site, line, line.text("Fullname"));
        site.origins.add(line.origin(estate.file));
    }

    /** The patch level is the last part of a version such as 7.0.1.00200, often saved as a number. */
    private static String withPatch(String version, @Nullable String patch) {
        return patch == null || !patch.matches("\\d{1,5}") || version.split("\\.").length != 3
                ? version
                : version + "." + "0".repeat(5 - patch.length()) + patch;
    }

    /** What each VM's row says of its vCenter, for workbooks without vSource. */
    void ofVm(Site site, Line line) {
        if (site.draft.get("apiVersion") == null) {
            site.draft.set("apiVersion", line.text("VI SDK API Version"));
        }
        if (site.draft.get("version") == null) {
            fullName(site, line, line.text("VI SDK Server type"));
            if (site.draft.get("version") != null) {
                site.origins.add(new PlaceOrigin(Map.of(
                        "version", estate.at(line, "VI SDK Server type"),
                        "build", estate.at(line, "VI SDK Server type"),
                        "apiVersion", estate.at(line, "VI SDK API Version"))));
            }
        }
    }

    private void fullName(Site site, Line line, @Nullable String fullName) {
        if (fullName == null) {
            return;
        }
        var matcher = FULL_NAME.matcher(fullName);
        if (!matcher.matches()) {
            estate.notes.odd(
                    line.place(), "this was not read from a vCenter; its version is unknown", "'" + fullName + "'");
            return;
        }
        if (site.draft.get("version") == null) {
            site.draft.set("version", matcher.group(1));
        }
        if (site.draft.get("build") == null) {
            site.draft.set("build", matcher.group(2));
        }
    }

    private void license(Line line) {
        var draft = new Draft<>(License.class).set("name", line.text("Name"));
        line.fill(draft);
        var features = line.text("Features");
        if (features != null) {
            // How RVTools separates features is not documented, so that one not found here may still be granted.
            draft.set(
                    "features",
                    Listing.partial(Arrays.stream(features.split("[,;\\n]"))
                            .map(String::strip)
                            .filter(feature -> !feature.isEmpty())
                            .toList()));
        }
        estate.site(line)
                .licenses
                .add(draft.set("expires", line.time("Expiration Date")).build());
    }
}
