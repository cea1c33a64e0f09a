package dev.plinth.testing.requests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests for the rows of {@link SampleRows}, as clients might send them. */
public final class RandomRequests {
    private static final List<String> COMPARISONS = List.of("eq", "neq", "gt", "gte", "lt", "lte");
    private static final List<String> EMBEDS =
            List.of(
                    "parts(code,title)",
                    "parts!inner(title)",
                    "parts(makers(name))",
                    "...parts(title)",
                    "parts(title,samples(count()))");
    private final Random random;

    public RandomRequests(Random random) {
        this.random = random;
    }

    public String next() {
        return switch (random.nextInt(8)) {
            case 0 -> groups();
            case 1 -> ofParts();
            default -> ofSamples();
        };
    }

    private String ofSamples() {
        List<String> select = new ArrayList<>(List.of("part", "number"));
        for (int i = random.nextInt(4); i > 0; i--) {
            String column = chosen(SampleRows.Column.values()).title;
            if (!select.contains(column)) {
                select.add(column);
            }
        }
        if (random.nextInt(3) == 0) {
            select.add("found:data->>" + chosen("a", "b", "c"));
        }
        if (random.nextInt(4) == 0) {
            select.add(
                    "cast:" + chosen("whole", "small", "big", "day", "name", "token") + "::text");
        }
        String more = "";
        if (random.nextInt(3) == 0) {
            String embed = chosen(EMBEDS.toArray(String[]::new));
            select.add(embed);
            more =
                    random.nextBoolean()
                            ? "&parts.title=" + chosen("eq.one", "ilike.tw*", "is.null")
                            : "";
        }
        return "samples?select="
                + String.join(",", select)
                + more
                + filters()
                + "&order="
                + order()
                + page();
    }

    private String ofParts() {
        String path =
                "parts?select=code,title,samples(part,number,"
                        + chosen(SampleRows.Column.values()).title
                        + ")&samples.order="
                        + order()
                        + "&order=code"
                        + (random.nextBoolean() ? ".desc" : "");
        if (random.nextBoolean()) {
            path += "&samples.limit=" + random.nextInt(5);
        }
        if (random.nextBoolean()) {
            path += "&samples." + filter(chosen(SampleRows.Column.values()));
        }
        return path + (random.nextInt(3) == 0 ? "&samples=not.is.null" : "");
    }

    private String groups() {
        String by = chosen("state", "part", "done", "small", "day");
        String of = chosen("whole", "small", "big", "price");
        return "samples?select="
                + by
                + ",count(),number.sum(),least:"
                + of
                + ".min(),most:"
                + of
                + ".max(),filled:"
                + of
                + ".count()"
                + filters()
                + "&order="
                + by;
    }

    private String filters() {
        StringBuilder filters = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            filters.append('&').append(anyFilter());
        }
        return filters.toString();
    }

    private String anyFilter() {
        return switch (random.nextInt(6)) {
            case 0 -> (random.nextBoolean() ? "not." : "") + chosen("or", "and") + "=" + tree(2);
            case 1 -> "data->>b=" + chosen("eq.x", "neq.x", "is.null", "in.(x,X)");
            default -> filter(chosen(SampleRows.Column.values()));
        };
    }

    private String tree(int deep) {
        List<String> parts = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            if (deep > 0 && random.nextInt(3) == 0) {
                parts.add(chosen("and", "or", "not.and", "not.or") + tree(deep - 1));
            } else {
                String filter = filter(chosen(SampleRows.Column.values()), true);
                parts.add(filter.replaceFirst("=", "."));
            }
        }
        return "(" + String.join(",", parts) + ")";
    }

    private String filter(SampleRows.Column column) {
        return filter(column, false);
    }

    /**
     * @param inTree where values are quoted
     */
    private String filter(SampleRows.Column column, boolean inTree) {
        String not = random.nextInt(4) == 0 ? "not." : "";
        String name = column.title + "=" + not;
        boolean isText =
                column == SampleRows.Column.NAME
                        || column == SampleRows.Column.NOTES
                        || column == SampleRows.Column.STATE;
        if (column == SampleRows.Column.DATA || column == SampleRows.Column.RAW) {
            return name + "is.null";
        }
        if (isText && random.nextInt(3) == 0) {
            return name
                    + chosen("like", "ilike")
                    + "."
                    + encoded(chosen("*a*", "A*", "*b", "*o*", "_ob", "*é", "*%25*", "*"));
        }
        return switch (random.nextInt(7)) {
            case 5 ->
                    isText && !inTree
                            ? name
                                    + chosen("match", "imatch")
                                    + "."
                                    + encoded(chosen("^[ab]", "o", "A.*", "^$"))
                            : column.title + "=not.is.null";
            case 6 ->
                    name
                            + (column == SampleRows.Column.TOKEN || column == SampleRows.Column.DONE
                                    ? "eq"
                                    : chosen("eq", "gt", "lte"))
                            + "("
                            + chosen("any", "all")
                            + ").{"
                            + value(column, true)
                            + ","
                            + value(column, true)
                            + "}";
            case 0 ->
                    name
                            + "is."
                            + (column == SampleRows.Column.DONE
                                    ? chosen("true", "false", "null")
                                    : "null");
            case 1 -> name + "in.(" + value(column, true) + "," + value(column, true) + ")";
            case 2 -> name + "isdistinct." + value(column, inTree);
            default -> name + comparison(column) + "." + value(column, inTree);
        };
    }

    private String comparison(SampleRows.Column column) {
        return column == SampleRows.Column.TOKEN
                ? chosen("eq", "neq")
                : chosen(COMPARISONS.toArray(String[]::new));
    }

    private String value(SampleRows.Column column, boolean quoted) {
        String json = chosen(column.values.toArray(String[]::new));
        String inside = json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
        String plain = inside.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
        return encoded(
                quoted ? '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : plain);
    }

    private String order() {
        List<String> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            SampleRows.Column column = chosen(SampleRows.Column.values());
            // Each database has an order of its own for UUIDs.
            if (column != SampleRows.Column.DATA && column != SampleRows.Column.TOKEN) {
                keys.add(
                        column.title
                                + chosen("", ".asc", ".desc")
                                + chosen("", ".nullsfirst", ".nullslast"));
            }
        }
        keys.add("part" + chosen("", ".desc"));
        keys.add("number" + chosen("", ".desc"));
        return String.join(",", keys);
    }

    private String page() {
        return switch (random.nextInt(4)) {
            case 0 -> "&limit=" + random.nextInt(12) + "&offset=" + random.nextInt(30);
            case 1 -> "&limit=" + (1 + random.nextInt(12)) + "&after=";
            default -> "";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @SafeVarargs
    private <T> T chosen(T... values) {
        return values[random.nextInt(values.length)];
    }
}
