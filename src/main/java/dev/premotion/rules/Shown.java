package dev.premotion.rules;

import dev.premotion.answer.Labelled;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Property;
import dev.premotion.plan.Sum;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values as people read them: with units, names instead of records, and words instead of constants. */
final class Shown {

    private static final long KIB = 1024;
    private static final long MIB = KIB * 1024;
    private static final long GIB = MIB * 1024;

    /** Properties whose values are constants of the vSphere API, and those constants. */
    private static final Map<String, Set<String>> CONSTANTS = constants();

    /** {@code physicalMode}, {@code redoLogFormat}: worked out from several properties, so not found by their names. */
    private static final Pattern MODE = Pattern.compile("[a-z]+([A-Z][a-z]+)*(Mode|Format)");

    private Shown() {}

    /** @param path of the value; the end of its last step tells the unit */
    static String of(String path, @Nullable Object value) {
        if (value == null) {
            return "(not known)";
        }
        if (value instanceof Listing<?> listing) {
            return of(path, listing.items());
        }
        if (value instanceof Collection<?> items) {
            return items.isEmpty()
                    ? "none"
                    : items.stream().map(item -> of(path, item)).collect(Collectors.joining(", "));
        }
        if (value instanceof Sum sum) {
            return sum(path, sum);
        }
        if (value instanceof Number number) {
            return number(path, number);
        }
        if (value instanceof Labelled labelled) {
            return labelled.label();
        }
        if (value instanceof Record record) {
            return label(record);
        }
        var text = value.toString();
        return last(path).endsWith("CpuVendor")
                        || last(path).endsWith("AdapterTypes")
                        || MODE.matcher(text).matches()
                        || CONSTANTS.getOrDefault(last(path), Set.of()).contains(text)
                ? words(text)
                : text;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Map<String, Set<String>> constants() {
        var types = Stream.concat(Kind.all().stream().map(Kind::type), Stream.of(DatastoreMount.class));
        return types.filter(Objects::nonNull)
                .flatMap(type -> Catalogue.bundled().of(type).stream())
                .filter(property -> !property.values().isEmpty())
                .collect(Collectors.toMap(Property::name, property -> Set.copyOf(property.values()), Shown::both));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static String sum(String path, Sum sum) {
        if (sum.exact()) {
            return number(path, sum.least());
        }
        var most = sum.most();
        return most == null
                ? "at least " + number(path, sum.least())
                : number(path, sum.least()) + " to " + number(path, most);
    }

    private static String number(String path, Number number) {
        if (path.endsWith("Bytes")) {
            return bytes(number.longValue());
        }
        if (path.endsWith("MiB")) {
            return bytes(number.longValue() * MIB);
        }
        if (path.endsWith("KiB") && number.longValue() % KIB == 0) {
            return bytes(number.longValue() * KIB);
        }
        for (var unit : UNITS) {
            if (path.endsWith(unit.ending)) {
                return grouped(number) + " " + unit.shown;
            }
        }
        return grouped(number);
    }

    private record Unit(String ending, String shown) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("KiB", "KiB"),
            new Unit("Mhz", "MHz"),
            new Unit("Mbps", "Mbit/s"),
            new Unit("Millis", "ms"),
            new Unit("Seconds", "s"));

    /** In the largest unit that hides nothing, since what decides may be one byte; many bytes with their size in short. */
    private static String bytes(long bytes) {
        if (bytes == 0) {
            return "0 MiB";
        }
        if (bytes % MIB != 0) {
            var unit = bytes < GIB ? MIB : GIB;
            var about =
                    String.format(Locale.ROOT, " (about %,.1f %s)", (double) bytes / unit, unit == GIB ? "GiB" : "MiB");
            return grouped(bytes) + " bytes" + (bytes < MIB ? "" : about);
        }
        return bytes % GIB == 0 ? grouped(bytes / GIB) + " GiB" : grouped(bytes / MIB) + " MiB";
    }

    /** Whether a value is one that sentences compare; a name may look like a size and is none. */
    static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Sum;
    }

    /** Sizes in the smallest of their units: what one sentence compares has one. */
    static UnaryOperator<String> alike(Collection<String> shown) {
        if (shown.stream().anyMatch(value -> value.endsWith(" KiB"))) {
            return value -> in("KiB", KIB, value);
        }
        return shown.stream().anyMatch(value -> value.endsWith(" MiB"))
                ? value -> in("MiB", MIB, value)
                : UnaryOperator.identity();
    }

    private static String in(String unit, long bytes, String shown) {
        return SIZE.matcher(shown).replaceAll(found -> {
            long one = found.group(2).equals("GiB") ? GIB : MIB;
            return one < bytes
                    ? found.group()
                    : grouped(Long.parseLong(found.group(1).replace(",", "")) * (one / bytes)) + " " + unit;
        });
    }

    private static final Pattern SIZE = Pattern.compile("(?<![0-9,.])([0-9,]+) (GiB|MiB)");

    private static String grouped(Number number) {
        var plain = new BigDecimal(number.toString()).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }

    /** Constants whose words are not those they are made of. */
    private static final Map<String, String> WORDS = Map.of(
            "intel", "Intel",
            "amd", "AMD",
            "standBy", "in standby",
            "seSparseFormat", "SEsparse format",
            "sriov", "SR-IOV",
            "sriovethernetcard", "SR-IOV");

    /** {@code notResponding} and {@code independent_persistent} as words. */
    private static String words(String constant) {
        var own = WORDS.get(constant);
        if (own != null) {
            return own;
        }
        return constant.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String label(Record record) {
        return Stream.of("name", "label")
                .filter(property -> Draft.has(record.getClass(), property))
                .map(property -> Draft.value(record, property))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElseGet(record::toString);
    }
}
