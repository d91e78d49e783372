package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact path leads from a subject: {@code cluster.evcMode} to the cluster's identity and the property
 * {@code evcMode}. Asked for findings only, and by the test that resolves every path of the rulebook.
 *
 * @param owner the nearest named thing on the way that is there; absent where the subject has none
 * @param property what to ask of the owner; nested properties joined by dots
 * @param value what the path leads to; absent where the snapshot does not say
 */
public record FactPath(
        @Nullable Ref owner, String property, @Nullable Object value) {

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
        if (subject instanceof OpenQuestion question && path.equals("answered")) {
            return new FactPath(question.doubt().thing(), question.doubt().property(), null);
        }
        Object at = subject;
        Class<?> type = subject.getClass();
        Ref owner = subject.refs().get(0);
        var property = path;
        var steps = path.split("\\.");
        for (int i = 0; i < steps.length; i++) {
            var step = accessor(type, steps[i]);
            var next = at == null ? null : read(step, at);
            if (next == null && at == subject && i < steps.length - 1) {
                return absent(subject, steps[i], owner, path);
            }
            at = next;
            type = step.getReturnType();
            var ref = ref(at);
            if (ref.isPresent()) {
                owner = ref.get();
                property = String.join(".", List.of(steps).subList(i + 1, steps.length));
            }
        }
        return new FactPath(owner, property, at);
    }

    /** Whether every step of the path is an accessor, beginning at the subject's type. */
    public static Optional<String> problem(Class<?> subjectType, String path) {
        Class<?> type = subjectType;
        for (var step : path.split("\\.")) {
            try {
                type = type.getMethod(step).getReturnType();
            } catch (NoSuchMethodException e) {
                return Optional.of(type.getSimpleName() + " has no " + step + " (in " + path + ")");
            }
        }
        return Optional.empty();
    }

    /** A cluster that is not listed is asked of the host; disks, NICs and devices are asked of the VM. */
    private static FactPath absent(Subject subject, String part, Ref otherwise, String path) {
        var held = HELD_BY.get(part);
        if (held == null || problem(subject.getClass(), held.get(0)).isPresent()) {
            return new FactPath(otherwise, path, null);
        }
        var holder = read(accessor(subject.getClass(), held.get(0)), subject);
        return holder == null
                ? absent(subject, held.get(0), otherwise, path)
                : new FactPath(ref(holder).orElse(otherwise), held.get(1), null);
    }

    private static Method accessor(Class<?> type, String step) {
        try {
            return type.getMethod(step);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no " + step, e);
        }
    }

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
        try {
            return read(thing.getClass().getMethod("ref"), thing) instanceof Ref ref
                    ? Optional.of(ref)
                    : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}
