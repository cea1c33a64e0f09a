package dev.plinth.schema.dialect.postgres;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which functions defaults, checks, indexes, types and views call, and which those call. Of a body
 * that is a text PostgreSQL knows nothing (18), so names in it count; a call that a body puts
 * together while it runs is not found.
 */
final class PostgresCalls {
    private static final Pattern CALL =
            Pattern.compile("(?:([\\p{L}_][\\p{L}\\p{N}_$]*)|\"((?:[^\"]|\"\")+)\")\\s*\\(");

    private final Catalog catalog;
    private final List<String> schemas;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, List<String>> known = new HashMap<>();

    PostgresCalls(Catalog catalog, List<String> schemas) {
        this.catalog = catalog;
        this.schemas = schemas;
    }

    /** The numbers by which the catalog knows them. */
    List<String> read() throws SQLException {
        Set<String> called = new LinkedHashSet<>();
        catalog.each(
                "SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                        + " WHERE n.nspname IN (?) AND EXISTS (SELECT FROM pg_depend d"
                        + " WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid"
                        + " AND d.deptype IN ('n', 'a') AND (d.classid IN"
                        + " ('pg_attrdef'::regclass, 'pg_class'::regclass, 'pg_type'::regclass)"
                        + " OR d.classid = 'pg_constraint'::regclass AND EXISTS (SELECT"
                        + " FROM pg_constraint k WHERE k.oid = d.objid AND k.contype = 'c')"
                        + " OR d.classid = 'pg_rewrite'::regclass AND EXISTS (SELECT"
                        + " FROM pg_rewrite r WHERE r.oid = d.objid AND r.rulename = '_RETURN')))",
                schemas,
                row -> called.add(row.getString(1)));
        if (!called.isEmpty()) {
            bodies();
            follow(called);
        }
        return List.copyOf(called);
    }

    private void bodies() throws SQLException {
        catalog.each(
                "SELECT p.oid, p.proname, p.prosrc, ARRAY(SELECT d.refobjid::text FROM pg_depend d"
                        + " WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid"
                        + " AND d.refclassid = 'pg_proc'::regclass) AS known"
                        + " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                        + " WHERE n.nspname IN (?) AND p.prokind IN ('f', 'a')",
                schemas,
                row -> {
                    String number = row.getString(1);
                    byName.computeIfAbsent(text(row, "proname"), k -> new ArrayList<>())
                            .add(number);
                    bodies.put(number, text(row, "prosrc"));
                    known.put(number, PostgresConstraints.list(row, "known"));
                });
    }

    private void follow(Set<String> called) {
        Deque<String> open = new ArrayDeque<>(called);
        while (!open.isEmpty()) {
            String number = open.remove();
            List<String> next = new ArrayList<>(known.getOrDefault(number, List.of()));
            Matcher call = CALL.matcher(bodies.getOrDefault(number, ""));
            while (call.find()) {
                String name =
                        call.group(1) == null
                                ? call.group(2).replace("\"\"", "\"")
                                : call.group(1).toLowerCase(Locale.ROOT);
                next.addAll(byName.getOrDefault(name, List.of()));
            }
            next.stream().filter(bodies::containsKey).filter(called::add).forEach(open::add);
        }
    }
}
