package dev.premotion.reference;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what a pure function gave: rules ask for the same few releases and processors once for every subject. */
final class Memo<K, V> {

    private final Map<K, Optional<V>> known = new ConcurrentHashMap<>();
    private final Function<K, @Nullable V> function;

    Memo(Function<K, @Nullable V> function) {
        this.function = function;
    }

    @Nullable
    V get(K key) {
        var value = known.get(key);
        if (value == null) {
            value = Optional.ofNullable(function.apply(key));
            known.put(key, value);
        }
        return value.orElse(null);
    }
}
