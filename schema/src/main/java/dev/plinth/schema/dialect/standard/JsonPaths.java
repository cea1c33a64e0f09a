package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.dialect.JsonKey;

import java.util.List;

/** Paths into JSON as SQL's own path language writes them: {@code $."a"[0]}. */
public final class JsonPaths {
    private JsonPaths() {}

    /**
     * @param last how the last element of an array is called: {@code #} or {@code last}
     * @param lastIsBeyond whether that name means the place after the last element
     */
    public static String write(List<JsonKey> path, String last, boolean lastIsBeyond) {
        StringBuilder text = new StringBuilder("$");
        for (JsonKey step : path) {
            if (!step.isIndex()) {
                String key = step.key().replace("\\", "\\\\").replace("\"", "\\\"");
                text.append(".\"").append(key).append('"');
            } else {
                text.append('[').append(index(step.key(), last, lastIsBeyond)).append(']');
            }
        }
        return text.toString();
    }

    private static String index(String digits, String last, boolean lastIsBeyond) {
        long index = Long.parseLong(digits);
        if (index >= 0) {
            return String.valueOf(index);
        }
        long back = -index - (lastIsBeyond ? 0 : 1);
        return back == 0 ? last : last + "-" + back;
    }
}
