package dev.premotion.inventory;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making: properties are set by name, what is not set stays absent. Readers fill drafts cell by cell;
 * facts files change a copy of what was read.
 *
 * @param <T> the record
 */
public final class Draft<T extends Record> {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Class<T> type;
    private final Shape shape;
    private final @Nullable Object[] values;

    /** An empty draft: every property absent. */
    public Draft(Class<T> type) {
        this.type = type;
        this.shape = SHAPES.get(type);
        this.values = new @Nullable Object[shape.components.length];
    }

    /** A draft that starts as a copy. */
    public static <T extends Record> Draft<T> of(T original) {
        @SuppressWarnings("unchecked") // the class of a T
        var draft = new Draft<>((Class<T>) original.getClass());
        for (int i = 0; i < draft.values.length; i++) {
            draft.values[i] = draft.shape.read(original, i);
        }
        return draft;
    }

    /** The properties of a record type, in order. */
    public static List<RecordComponent> properties(Class<?> type) {
        return SHAPES.get(type).properties;
    }

    /** What a list of this type holds, or the type itself. */
    public static Class<?> item(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return (Class<?>) arguments[arguments.length - 1];
        }
        return (Class<?>) type;
    }

    /** Whether a record cannot be without this property. */
    public static boolean needed(RecordComponent property) {
        return !property.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    public static boolean has(Class<?> type, String property) {
        return SHAPES.get(type).index.containsKey(property);
    }

    /** One property of a record. */
    public static @Nullable Object value(Record of, String property) {
        var shape = SHAPES.get(of.getClass());
        Integer at = shape.index.get(property);
        return at == null ? null : shape.read(of, at);
    }

    public @Nullable Object get(String property) {
        return values[position(property)];
    }

    /**
     * Sets one property.
     *
     * @throws IllegalArgumentException where the record has no such property or its type does not fit
     */
    public Draft<T> set(String property, @Nullable Object value) {
        int at = position(property);
        if (value != null && !shape.accepts(at, value)) {
            throw new IllegalArgumentException(type.getSimpleName() + "." + property + " takes "
                    + shape.components[at].getType().getSimpleName() + ", not "
                    + value.getClass().getSimpleName());
        }
        values[at] = value;
        return this;
    }

    private int position(String property) {
        Integer at = shape.index.get(property);
        if (at == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no property " + property);
        }
        return at;
    }

    public T build() {
        return type.cast(shape.make(values));
    }

    private record Shape(
            RecordComponent[] components,
            List<RecordComponent> properties,
            Map<String, Integer> index,
            Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            var components = type.getRecordComponents();
            var index = new HashMap<String, Integer>();
            var types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                index.put(components[i].getName(), i);
                types[i] = components[i].getType();
            }
            try {
                return new Shape(components, List.of(components), index, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its canonical constructor", e);
            }
        }

        boolean accepts(int at, Object value) {
            var wanted = components[at].getType();
            return wanted.isInstance(value)
                    || (wanted == int.class && value instanceof Integer)
                    || (wanted == long.class && value instanceof Long)
                    || (wanted == double.class && value instanceof Double);
        }

        @Nullable
        Object read(Record from, int at) {
            try {
                return components[at].getAccessor().invoke(from);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + components[at], e);
            }
        }

        Object make(@Nullable Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + constructor, e);
            }
        }
    }
}
