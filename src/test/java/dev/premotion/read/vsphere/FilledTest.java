package dev.premotion.read.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Inventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue names a source in vSphere for just the properties that a mapper fills. */
class FilledTest {

    private static final Path MAPPERS = Path.of("src/main/java/dev/premotion/read/vsphere");
    private static final Pattern RECORD = Pattern.compile("new Filler<>\\((\\w+)\\.class|Filler<(\\w+)>");
    private static final Pattern WORD = Pattern.compile("\"(\\w+)\"");

    /** Made without a filler, by what their mapper puts together. */
    private static final Map<String, Set<String>> WHOLE = Map.ofEntries(
            Map.entry("ClockReading", Set.of("serverTime", "readAt")),
            Map.entry("FeatureCapability", Set.of("key", "value")),
            Map.entry("FeatureRequirement", Set.of("key", "value")),
            Map.entry("GuestSupport", Set.of("id", "minMemoryMiB", "maxMemoryMiB")),
            Map.entry("KeyProvider", Set.of("id", "type")),
            Map.entry(
                    "VCenterCheck",
                    Set.of(
                            "vm",
                            "destination",
                            "host",
                            "pool",
                            "folder",
                            "datastore",
                            "disks",
                            "nics",
                            "errors",
                            "warnings")),
            Map.entry("DiskPlace", Set.of("key", "datastore")),
            Map.entry("NicPlace", Set.of("key", "network")),
            Map.entry("CheckFault", Set.of("fault", "message")),
            Map.entry("HostGroup", Set.of("name", "hosts")),
            Map.entry("VsanPolicy", Set.of("name", "spaceFactor")));

    @Test
    void theCatalogueSaysWhatTheMappersFill() {
        var filled = filled();
        for (var type : records()) {
            var words = filled.getOrDefault(type.getSimpleName(), Set.of());
            for (var property : Catalogue.bundled().of(type)) {
                if (property.name().equals("id") || property.name().equals("instanceUuid")) {
                    continue;
                }
                assertThat(words.contains(property.name()))
                        .as(type.getSimpleName() + "." + property.name() + " " + property.vsphere())
                        .isEqualTo(!property.vsphere().isEmpty());
            }
        }
    }

    private static Map<String, Set<String>> filled() {
        var filled = new HashMap<String, Set<String>>(WHOLE);
        try (var files = Files.list(MAPPERS)) {
            for (var file : files.toList()) {
                var source = Files.readString(file);
                var words = new TreeSet<String>();
                WORD.matcher(source).results().forEach(found -> words.add(found.group(1)));
                if (file.endsWith("VCenterMapper.java")) { // the lists of a vCenter, for a filler made elsewhere
                    filled.computeIfAbsent("VCenter", key -> new TreeSet<>()).addAll(words);
                }
                RECORD.matcher(source)
                        .results()
                        .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                        .filter(type -> !WHOLE.containsKey(type))
                        .forEach(type -> filled.computeIfAbsent(type, key -> new TreeSet<>())
                                .addAll(words));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        filled.get("VCenter").add("vCenterChecks"); // joined to a snapshot that is there already
        return filled;
    }

    private static Set<Class<?>> records() {
        var records = new LinkedHashSet<Class<?>>();
        collect(Inventory.class, records);
        records.remove(Inventory.class);
        records.removeIf(type ->
                type.getSimpleName().equals("Listing") || type.getSimpleName().equals("Ref"));
        return records;
    }

    private static void collect(Class<?> type, Set<Class<?>> into) {
        if (type.isRecord() && into.add(type)) {
            Stream.of(Draft.properties(type).toArray(java.lang.reflect.RecordComponent[]::new))
                    .map(component -> component.getGenericType() instanceof ParameterizedType list
                            ? (Class<?>) list.getActualTypeArguments()[0]
                            : component.getType())
                    .forEach(part -> collect(part, into));
        }
    }
}
