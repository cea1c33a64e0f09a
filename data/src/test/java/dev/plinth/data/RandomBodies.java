package dev.plinth.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Bodies of rows of {@link Samples} with rows nested in them, right and wrong ones. */
final class RandomBodies {
    private static final String[] CODES = {"a", "A", "z", "B-1", "é", "n1", "n2"};
    private final Random random;

    RandomBodies(Random random) {
        this.random = random;
    }

    /** A batch: a write, and what the tables hold then. */
    String next() {
        String write =
                switch (random.nextInt(6)) {
                    case 0 -> operation("POST", "makers", many(() -> maker(2, 10)));
                    case 1 -> operation("POST", "parts", many(() -> part(2)));
                    case 2 -> operation("POST", "samples", many(() -> sample(2)));
                    case 3 -> operation("PATCH", "parts?code=eq.z", part(2));
                    case 4 -> operation("PATCH", "makers?id=eq.2", maker(2, 5));
                    default -> operation("PATCH", "samples?part=eq.a&number=eq.3", sample(2));
                };
        return "["
                + write
                + ",{\"method\":\"GET\",\"path\":\"makers\"},"
                + "{\"method\":\"GET\",\"path\":\"parts\"},"
                + "{\"method\":\"GET\",\"path\":\"samples?select=part,number,name,small,day\"}]";
    }

    private static String operation(String method, String path, String body) {
        return "{\"method\":\"%s\",\"path\":\"%s\",\"headers\":{\"Prefer\":\"missing=default%s\"},\"body\":%s}"
                .formatted(
                        method,
                        path,
                        method.equals("POST") ? ",resolution=merge-duplicates" : "",
                        body);
    }

    private String many(Supplier<String> row) {
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            rows.add(row.get());
        }
        return "[" + String.join(",", rows) + "]";
    }

    /**
     * @param named in how many of ten cases it has a name; the databases differ in what becomes of
     *     a row without one that is there already and is sent as a new one
     */
    private String maker(int depth, int named) {
        List<String> members = new ArrayList<>();
        add(members, 9, "id", Integer.toString(1 + random.nextInt(6)));
        add(members, named, "name", chosen("\"x\"", "\"y\"", named == 10 ? "\"z\"" : "\"x\""));
        add(members, 3, "country", rarely("\"too long\"", "\"DE\"", "\"FR\""));
        if (depth > 0) {
            add(members, 5, "parts", many(() -> part(depth - 1)));
        }
        return object(members);
    }

    private String part(int depth) {
        List<String> members = new ArrayList<>();
        add(members, 10, "code", "\"" + chosen(CODES) + "\"");
        add(members, 5, "title", chosen("\"t\"", "null", "\"u\""));
        add(members, 1, "maker", Integer.toString(1 + random.nextInt(5)));
        if (depth > 0) {
            add(members, 4, "makers", chosen(maker(depth - 1, 7), maker(depth - 1, 7), "null"));
            add(members, 4, "samples", many(() -> sample(depth - 1)));
        }
        return object(members);
    }

    private String sample(int depth) {
        List<String> members = new ArrayList<>();
        add(members, depth == 2 ? 8 : 1, "part", "\"" + chosen(CODES) + "\"");
        add(members, 10, "number", Integer.toString(1 + random.nextInt(30)));
        add(members, 4, "name", chosen("\"n\"", "\"m\"", "null"));
        add(members, 3, "small", rarely("70000", "1", "null"));
        add(members, 3, "day", rarely("\"2023-02-29\"", "\"2024-02-29\"", "null"));
        if (depth > 0) {
            add(members, 3, "parts", chosen(part(depth - 1), "null"));
        }
        return object(members);
    }

    private void add(List<String> members, int ofTen, String name, String value) {
        if (random.nextInt(10) < ofTen) {
            members.add("\"" + name + "\":" + value);
        }
    }

    private static String object(List<String> members) {
        return "{" + String.join(",", members) + "}";
    }

    private String rarely(String wrong, String... others) {
        return random.nextInt(12) == 0 ? wrong : chosen(others);
    }

    private String chosen(String... values) {
        return values[random.nextInt(values.length)];
    }
}
