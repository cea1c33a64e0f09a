package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.sqlserver.TSqlTable.Column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the batches have made so far, and what was wrong with them. */
final class TSqlState {
    final Map<String, TSqlTable> tables = new HashMap<>();

    /** Names of tables, views and constraints, which share one name space (error 2714). */
    final Map<String, String> objects = new HashMap<>();

    final List<String> problems = new ArrayList<>();
    private String batch = "";

    /** What is told from now on is about this batch. */
    void begin(String text) {
        batch = text;
    }

    void problem(String what) {
        problems.add(what + "\n  in: " + batch);
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            problem(otherwise);
        }
    }

    TSqlTable table(String name) {
        TSqlTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("4902: no table " + name);
        }
        return table;
    }

    Column column(TSqlTable table, String name) {
        Column column = table.columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("1911: no column " + name);
        }
        return column;
    }

    void take(String schemaOf, String name, String what) {
        int dot = schemaOf.lastIndexOf('.');
        String full = dot < 0 ? name : schemaOf.substring(0, dot + 1) + name;
        require(name.codePointCount(0, name.length()) <= 128, "103: too long a name");
        require(objects.put(full, what) == null, "2714: the name " + full + " is taken");
    }

    void free(String schemaOf, String name) {
        int dot = schemaOf.lastIndexOf('.');
        objects.remove(dot < 0 ? name : schemaOf.substring(0, dot + 1) + name);
    }
}
