package dev.plinth.schema.dialect.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Gathers rows that belong together, such as the columns of each key, in the order they came. */
public final class Groups<K, V> {
    private final Map<K, List<V>> groups = new LinkedHashMap<>();

    public void add(K key, V value) {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    /** The members of one group, none if nothing was added to it. */
    public List<V> of(K key) {
        return groups.getOrDefault(key, List.of());
    }

    public void each(BiConsumer<K, List<V>> reader) {
        groups.forEach(reader);
    }
}
