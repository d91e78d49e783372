package dev.premotion.plan;

import dev.premotion.answer.Evidence;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact path leads from a subject: {@code cluster.evcMode} to the cluster's identity and the property
 * {@code evcMode}. Asked for findings only, and by the test that resolves every path of the rulebook.
 *
 * @param owner the nearest named thing on the way that is there; absent where the subject has none
 * @param ownerName what people call it
 * @param property what to ask of the owner; nested properties joined by dots
 * @param value what the path leads to; absent where the snapshot does not say
 */
public record FactPath(
        @Nullable Ref owner,
        String ownerName,
        String property,
        @Nullable Object value) {

    /** Of what, and what to ask, where a part of the path is not there at all: part to {part that has it, property}. */
    private static final Map<String, List<String>> HELD_BY = Map.of(
            "disk", List.of("vm", "disks"),
            "nic", List.of("vm", "nics"),
            "device", List.of("vm", "devices"),
            "source", List.of("vm", "host"),
            "cluster", List.of("host", "cluster"),
            "network", List.of("nic", "network"),
            "sourceNetwork", List.of("nic", "network"),
            "sourceSwitch", List.of("sourceNetwork", "distributedSwitch"),
            "targetSwitch", List.of("network", "distributedSwitch"),
            "target", List.of("disk", "datastore"));

    /**
     * Follows a path.
     *
     * @throws IllegalArgumentException where a step is no accessor of the type it stands on
     */
    public static FactPath of(Subject subject, String path) {
        Object at = subject;
        Class<?> type = subject.getClass();
        var owner = subject.refs().get(0);
        var name = subject.name();
        var property = path;
        var steps = steps(path);
        for (int i = 0; i < steps.size(); i++) {
            var step = accessor(type, steps.get(i));
            var next = at == null ? null : read(step, at);
            if (next == null && at == subject && i < steps.size() - 1) {
                return absent(subject, steps.get(i), owner, path);
            }
            at = next;
            type = step.getReturnType();
            var ref = ref(at);
            if (ref.isPresent()) {
                owner = ref.get();
                name = name(subject, (Record) Objects.requireNonNull(at));
                property = i + 1 == steps.size() ? "" : String.join(".", steps.subList(i + 1, steps.size()));
            }
        }
        return new FactPath(owner, name, property, at);
    }

    /** What to find out so that a fact an answer waits for is known; empty where the inventory cannot tell more. */
    public static List<Lacking> lacking(Subject subject, Evidence evidence) {
        var own = subject.lacking(evidence.fact());
        if (!own.isEmpty()) {
            return own;
        }
        var path = of(subject, evidence.fact());
        if (path.owner == null || path.property.isEmpty()) {
            return List.of();
        }
        if (path.property.equals("version") && !path.owner.kind().equals(Kind.SWITCH)) {
            return Lacking.of(thing(subject, evidence.fact()), "version", "build");
        }
        if (path.value instanceof Listing<?> listing) {
            return listing.complete()
                    ? List.of()
                    : List.of(new Lacking(path.owner, path.ownerName, path.property + ".complete"));
        }
        return List.of(new Lacking(path.owner, path.ownerName, path.property));
    }

    /** The thing that has the last step of a path. */
    private static Record thing(Subject subject, String path) {
        Object at = subject;
        for (var step : path.substring(0, path.lastIndexOf('.')).split("\\.")) {
            at = Objects.requireNonNull(read(accessor(at.getClass(), step), at));
        }
        return (Record) at;
    }

    private static String name(Subject subject, Record thing) {
        var vm = problem(subject.getClass(), "vm").isEmpty() ? read(accessor(subject.getClass(), "vm"), subject) : null;
        return vm instanceof Vm of && DEVICES.contains(thing.getClass())
                ? Lacking.device(thing, of)
                : Lacking.name(thing);
    }

    private static final Set<Class<?>> DEVICES = Set.of(Disk.class, Nic.class, Device.class);

    /** Whether every step of the path is an accessor, beginning at the subject's type. */
    public static Optional<String> problem(Class<?> subjectType, String path) {
        Class<?> type = subjectType;
        for (var step : steps(path)) {
            var found = method(type, step);
            if (found.isEmpty()) {
                return Optional.of(type.getSimpleName() + " has no " + step + " (in " + path + ")");
            }
            type = found.get().getReturnType();
        }
        return Optional.empty();
    }

    /** The type that a path leads to, a primitive as its box; empty where a step is no accessor. */
    public static Optional<Class<?>> type(Class<?> subjectType, String path) {
        return last(subjectType, path)
                .map(step -> MethodType.methodType(step.getReturnType()).wrap().returnType());
    }

    /** The type of the items of the list that a path leads to; empty where it leads to none. */
    public static Optional<Class<?>> item(Class<?> subjectType, String path) {
        return last(subjectType, path)
                .map(Method::getGenericReturnType)
                .map(list -> list instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : null)
                .map(item -> item instanceof Class<?> type ? type : null);
    }

    private static Optional<Method> last(Class<?> subjectType, String path) {
        Class<?> type = subjectType;
        var last = Optional.<Method>empty();
        for (var step : steps(path)) {
            last = method(type, step);
            if (last.isEmpty()) {
                return last;
            }
            type = last.get().getReturnType();
        }
        return last;
    }

    /** Whether a path of accessors leads over a thing that may be absent, which a rule must not. */
    public static Optional<String> absentOnTheWay(Class<?> subjectType, String path) {
        Class<?> type = subjectType;
        var steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            try {
                var step = type.getMethod(steps[i]);
                if (step.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)) {
                    return Optional.of(steps[i] + " may be absent, so " + path + " needs a leaf in "
                            + subjectType.getSimpleName());
                }
                type = step.getReturnType();
            } catch (NoSuchMethodException e) {
                return Optional.of(type.getSimpleName() + " has no " + steps[i] + " (in " + path + ")");
            }
        }
        return Optional.empty();
    }

    /** A cluster that is not listed is asked of the host; disks, NICs and devices are asked of the VM. */
    private static FactPath absent(Subject subject, String part, Ref otherwise, String path) {
        var held = HELD_BY.get(part);
        if (held == null || problem(subject.getClass(), held.get(0)).isPresent()) {
            return new FactPath(otherwise, subject.name(), path, null);
        }
        var holder = read(accessor(subject.getClass(), held.get(0)), subject);
        if (!(holder instanceof Record record)) {
            return absent(subject, held.get(0), otherwise, path);
        }
        var value = Draft.value(record, held.get(1));
        boolean named =
                value != null && !(value instanceof Listing<?>); // what is named and not there is itself missing
        return new FactPath(
                ref(record).orElse(otherwise), name(subject, record), named ? part : held.get(1), named ? null : value);
    }

    private static Method accessor(Class<?> type, String step) {
        return method(type, step)
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no " + step));
    }

    private static Optional<Method> method(Class<?> type, String name) {
        return ACCESSORS.get(type).computeIfAbsent(name, own -> {
            try {
                return Optional.of(type.getMethod(own));
            } catch (NoSuchMethodException e) {
                return Optional.empty();
            }
        });
    }

    private static List<String> steps(String path) {
        return STEPS.computeIfAbsent(path, own -> List.of(own.split("\\.")));
    }

    /** Looked up once: a large estate without a fact asks for it a million times, always by the same few paths. */
    private static final Map<String, List<String>> STEPS = new ConcurrentHashMap<>();

    private static final ClassValue<Map<String, Optional<Method>>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private static @Nullable Object read(Method accessor, Object from) {
        try {
            return accessor.invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + accessor, e);
        }
    }

    private static Optional<Ref> ref(@Nullable Object thing) {
        if (!(thing instanceof Record)) {
            return Optional.empty();
        }
        return method(thing.getClass(), "ref")
                .map(ref -> read(ref, thing))
                .map(ref -> ref instanceof Ref own ? own : null);
    }
}
