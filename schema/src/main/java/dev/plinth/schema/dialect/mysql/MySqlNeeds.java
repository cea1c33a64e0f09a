package dev.plinth.schema.dialect.mysql;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Stored functions that views call, and those that these call: without them no view is made. What a
 * function calls is looked for when it runs, so their order does not matter.
 */
final class MySqlNeeds {
    /** Whoever makes it again is its owner. */
    private static final Pattern DEFINER =
            Pattern.compile(" DEFINER=`(?:[^`]|``)*`@`(?:[^`]|``)*`");

    private final Catalog catalog;
    private final String schema;
    private final FoundModel found;

    /** The bodies of functions by their names. */
    private final Map<String, String> bodies = new TreeMap<>();

    MySqlNeeds(Catalog catalog, String schema, FoundModel found) {
        this.catalog = catalog;
        this.schema = schema;
        this.found = found;
    }

    void read() throws SQLException {
        catalog.each(
                "SELECT routine_name, routine_definition FROM information_schema.routines"
                        + " WHERE routine_schema IN (?) AND routine_type = 'FUNCTION'",
                List.of(schema),
                row -> bodies.put(text(row, "routine_name"), text(row, "routine_definition")));
        if (bodies.isEmpty()) {
            return;
        }
        List<String> texts = new ArrayList<>(found.queries());
        List<String> called = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String caller = texts.get(i);
            for (Map.Entry<String, String> function : bodies.entrySet()) {
                if (!called.contains(function.getKey()) && calls(caller, function.getKey())) {
                    called.add(function.getKey());
                    texts.add(function.getValue());
                }
            }
        }
        for (String function : called) {
            make(function);
        }
    }

    private static boolean calls(String sql, String function) {
        return Pattern.compile(
                        "(?<![\\w$])`?" + Pattern.quote(function) + "`?\\s*\\(",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sql)
                .find();
    }

    /** Of a function of somebody else the server may not show the text; then it is not made. */
    private void make(String function) throws SQLException {
        String name = "`" + function.replace("`", "``") + "`";
        catalog.each(
                "SHOW CREATE FUNCTION `" + schema.replace("`", "``") + "`." + name,
                List.of(),
                row -> {
                    String sql = text(row, "Create Function");
                    if (!sql.isEmpty()) {
                        found.need(function, DEFINER.matcher(sql).replaceFirst(""));
                    }
                });
    }
}
