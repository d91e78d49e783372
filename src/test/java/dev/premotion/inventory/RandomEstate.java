package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Estates of every shape the records allow: anything may be absent, partial or empty, and every value is a valid one. */
public final class RandomEstate {

    private static final String[] TEXTS = {
        "esx-01a.site-a.example",
        "VM Network",
        "a \"quoted\" name",
        "back\\slash",
        "tab\there",
        "[ds 1] vm/vm.vmx",
        "Zürich",
        "東京",
        "💾",
        "=HYPERLINK(1)",
        "x",
        "null",
        "true",
        "12",
        "%2f",
        "a/b~c"
    };

    private final Random random;
    private final Map<String, List<String>> ids = new TreeMap<>();
    private String vCenter = "";
    private @Nullable Ref vm;

    public RandomEstate(long seed) {
        random = new Random(seed);
    }

    /** Two vCenters at most, a handful of things in each. */
    public Inventory inventory() {
        var vCenters = new ArrayList<VCenter>();
        for (int i = random.nextInt(3); i > 0; i--) {
            vCenters.add(vCenter("uuid-" + i));
        }
        var links = new ArrayList<SiteLink>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var between = random.nextBoolean() ? List.of("site-a", "site-" + i) : List.of("site " + i, "b/c");
            if (!between.get(0).equals(between.get(1))) {
                links.add(filled(SiteLink.class)
                        .set("ref", Ref.link(between))
                        .set("between", between)
                        .build());
            }
        }
        return new Inventory(vCenters, new Listing<>(links, random.nextBoolean()));
    }

    /** Another valid value for a fact of an estate; absent where it is a list of things or what they are called. */
    public @Nullable Object other(Estate estate, Estate.Fact fact) {
        var type = Kind.type(fact.thing().kind());
        var owner = type;
        var property = property(type, fact.path());
        for (int dot = fact.path().indexOf('.'); dot >= 0; dot = fact.path().indexOf('.', dot + 1)) {
            owner = Draft.item(property(type, fact.path().substring(0, dot)).getGenericType())
                    .asSubclass(Record.class);
        }
        if (property.getName().equals("name") || Kind.of(item(property.getGenericType())) != null) {
            return null;
        }
        know(estate, fact.thing().vCenter());
        return value(owner, property, property.getGenericType());
    }

    private static RecordComponent property(Class<?> type, String path) {
        int dot = path.indexOf('.');
        var name = (dot < 0 ? path : path.substring(0, dot)).replaceAll("\\[.*", "");
        var property = Draft.properties(type).stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return dot < 0 ? property : property(Draft.item(property.getGenericType()), path.substring(dot + 1));
    }

    /** What things the estate has that may be referred to. */
    private void know(Estate estate, String uuid) {
        ids.clear();
        estate.inventory().vCenters().stream()
                .filter(one -> one.ref().id().equals(uuid))
                .forEach(one -> Draft.properties(VCenter.class).forEach(property -> {
                    var kind = Kind.of(item(property.getGenericType()));
                    if (kind != null && Draft.value(one, property.getName()) instanceof Listing<?> things) {
                        ids.put(
                                kind,
                                things.stream()
                                        .map(thing ->
                                                ((Ref) Objects.requireNonNull(Draft.value((Record) thing, "ref"))).id())
                                        .toList());
                    }
                }));
    }

    private VCenter vCenter(String uuid) {
        vCenter = uuid;
        ids.clear();
        for (var kind : Kind.all()) {
            var known = new ArrayList<String>();
            for (int i = random.nextInt(4); i > 0; i--) {
                known.add(kind + "-" + i);
            }
            ids.put(kind, known);
        }
        var draft = filled(VCenter.class).set("ref", Ref.vCenter(uuid));
        for (var property : Draft.properties(VCenter.class)) {
            var kind = Kind.of(item(property.getGenericType()));
            if (kind != null && random.nextInt(8) > 0) {
                draft.set(property.getName(), things(kind));
            }
        }
        return draft.build();
    }

    private Listing<?> things(String kind) {
        var type = Kind.type(kind);
        var things = new ArrayList<Record>();
        for (var id : ids.getOrDefault(kind, List.of())) {
            var ref = new Ref(kind, vCenter, id);
            vm = ref;
            things.add(filled(type).set("ref", ref).build());
        }
        return new Listing<>(things, random.nextInt(4) > 0);
    }

    private <T extends Record> Draft<T> filled(Class<T> type) {
        var draft = new Draft<>(type);
        for (var property : Draft.properties(type)) {
            boolean needed = !property.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!property.getName().equals("ref")
                    && Kind.of(item(property.getGenericType())) == null
                    && (needed || random.nextInt(3) > 0)) {
                draft.set(property.getName(), value(type, property, property.getGenericType()));
            }
        }
        if (type == Vm.class) {
            draft.set("disks", devices(Disk.class))
                    .set("nics", devices(Nic.class))
                    .set("devices", devices(Device.class));
        }
        return draft;
    }

    private @Nullable Listing<?> devices(Class<? extends Record> type) {
        var devices = new ArrayList<Record>();
        for (int key = random.nextInt(4) + 2000; key > 2000; key--) {
            devices.add(filled(type)
                    .set("key", key)
                    .set("ref", vm.device(Kind.of(type), key))
                    .build());
        }
        return random.nextInt(8) == 0 ? null : new Listing<>(devices, random.nextInt(4) > 0);
    }

    private @Nullable Object value(Class<?> owner, RecordComponent property, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Listing.class) {
            var items = new ArrayList<Object>();
            for (int i = random.nextInt(3); i > 0; i--) {
                var item = value(owner, property, item(type));
                if (item != null && items.stream().noneMatch(other -> sameIdentity(item, other))) {
                    items.add(item);
                }
            }
            return new Listing<>(items, random.nextInt(4) > 0);
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? Map.of("config.x", text(), "b", text()) : List.of("a", text());
        }
        var rules = Catalogue.bundled().of(owner, property.getName());
        return single((Class<?>) type, rules);
    }

    private static boolean sameIdentity(Object one, Object other) {
        var property = Layer.identity(one.getClass());
        return one instanceof Record record
                && Draft.has(one.getClass(), property)
                && Objects.equals(Draft.value(record, property), Draft.value((Record) other, property));
    }

    private @Nullable Object single(Class<?> type, Property rules) {
        if (type.isRecord()) {
            var draft = filled(type.asSubclass(Record.class));
            // What must name a thing cannot be where there is none to name.
            boolean nameless = type == DatastoreMount.class && draft.get("datastore") == null
                    || type == VCenterCheck.class && draft.get("vm") == null;
            return nameless ? null : draft.build();
        }
        if (type == String.class) {
            return text(rules);
        }
        if (type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == PowerState.class) {
            return PowerState.values()[random.nextInt(PowerState.values().length)];
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(3) * 1_000_003L);
        }
        double least = rules.minimum() == null ? -1000 : rules.minimum();
        double most = rules.maximum() == null ? Double.MAX_VALUE : rules.maximum();
        if (type == Integer.class || type == int.class) {
            return (int) least + random.nextInt((int) Math.min(1_000_000, most - least));
        }
        if (type == Long.class || type == long.class) {
            return random.nextInt(8) == 0
                    ? (long) most
                    : (long) least + random.nextLong((long) Math.min(1L << 60, most - least));
        }
        return least + random.nextDouble() * 1e6;
    }

    private @Nullable String text(Property rules) {
        if (!rules.values().isEmpty()) {
            return rules.values().get(random.nextInt(rules.values().size()));
        }
        if (!rules.refersTo().isEmpty()) {
            var known = rules.refersTo().stream()
                    .flatMap(kind -> ids.getOrDefault(kind, List.of()).stream())
                    .toList();
            return known.isEmpty() ? null : known.get(random.nextInt(known.size()));
        }
        return rules.pattern() != null ? rules.examples().get(0) : text();
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static Class<?> item(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : (Class<?>) type;
    }
}
