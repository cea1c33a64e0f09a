package dev.plinth.data.run;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values by which rows belong together. */
final class Keys {
    private Keys() {}

    /** The values at the positions; null if one of them is, as NULL is related to nothing. */
    static @Nullable List<Object> of(@Nullable Object[] values, List<Integer> positions) {
        List<Object> key = new ArrayList<>(positions.size());
        for (int position : positions) {
            Object value = values[position];
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key;
    }

    /**
     * The keys of rows, each once. The last is repeated up to a power of two, so that there are few
     * different statements to prepare.
     */
    static List<List<Object>> distinct(List<@Nullable Object[]> rows, List<Integer> positions) {
        Map<List<Object>, List<Object>> distinct = new LinkedHashMap<>();
        for (@Nullable Object[] row : rows) {
            List<Object> key = of(row, positions);
            if (key != null) {
                distinct.putIfAbsent(normal(key), key);
            }
        }
        List<List<Object>> keys = new ArrayList<>(distinct.values());
        while (Integer.bitCount(keys.size()) > 1) {
            keys.add(keys.getLast());
        }
        return keys;
    }

    /** A form in which equal keys are equal in Java, whatever the types of their columns. */
    static List<Object> normal(List<Object> key) {
        List<Object> normal = new ArrayList<>(key.size());
        for (Object value : key) {
            normal.add(
                    switch (value) {
                        case BigDecimal number -> normal(number);
                        case byte[] bytes -> ByteBuffer.wrap(bytes);
                        default -> value;
                    });
        }
        return normal;
    }

    private static Object normal(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18
                ? (Object) plain.longValueExact()
                : plain;
    }

    /** As {@link #normal}, without the differences that collations overlook. */
    static List<Object> folded(List<Object> normal) {
        return normal.stream()
                .map(v -> v instanceof String s ? s.stripTrailing().toLowerCase(Locale.ROOT) : v)
                .toList();
    }
}
