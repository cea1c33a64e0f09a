package dev.plinth.schema.check;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Primary key, unique keys and indexes of a table. */
final class KeyCheck {
    private final Table table;
    private final String path;
    private final Report report;
    private final Map<Object, String> seen = new HashMap<>();

    KeyCheck(Table table, String path, Report report) {
        this.table = table;
        this.path = path;
        this.report = report;
    }

    void check() {
        PrimaryKey key = table.primaryKey();
        if (key == null) {
            report.warning(
                    CheckCode.NO_PRIMARY_KEY,
                    path,
                    "Table \"" + table.name() + "\" has no primary key.");
        } else {
            primaryKey(key);
        }
        for (UniqueKey unique : table.uniques()) {
            String title = "Unique key " + quoted(unique.name()) + of();
            columns(unique.columns(), ElementPath.unique(path, unique), title);
            once(Set.copyOf(unique.columns()), ElementPath.unique(path, unique), title);
        }
        table.indexes().forEach(this::index);
    }

    private void primaryKey(PrimaryKey key) {
        String keyPath = ElementPath.primaryKey(path);
        String title = "The primary key" + of();
        columns(key.columns(), keyPath, title);
        once(Set.copyOf(key.columns()), keyPath, title);
        for (String id : key.columns()) {
            table.column(id)
                    .filter(c -> !c.required() && c.identity() == null)
                    .ifPresent(c -> notRequired(c, keyPath));
        }
    }

    private void notRequired(Column column, String keyPath) {
        report.warning(
                CheckCode.KEY_NOT_REQUIRED,
                keyPath,
                "Column \""
                        + column.name()
                        + "\""
                        + of()
                        + " is part of the key but not required.");
    }

    private void index(Index index) {
        String indexPath = ElementPath.index(path, index);
        String title = "Index " + quoted(index.name()) + of();
        if (index.parts().isEmpty()) {
            report.error(CheckCode.KEY_WITHOUT_COLUMNS, indexPath, title + " has no columns.");
            return;
        }
        List<String> columns =
                index.parts().stream()
                        .filter(Index.Part::isColumn)
                        .map(Index.Part::column)
                        .toList();
        if (!columns.isEmpty()) {
            columns(columns, indexPath, title);
        }
        if (!index.included().isEmpty()) {
            List<String> all = new ArrayList<>(columns);
            all.addAll(index.included());
            columns(all, indexPath, title);
        }
        boolean empty =
                index.parts().stream().anyMatch(p -> !p.isColumn() && p.expression().isBlank());
        if (empty) {
            report.error(
                    CheckCode.EXPRESSION_MISSING, indexPath, title + " has an empty expression.");
        }
        if (index.where() == null) {
            once(
                    index.unique() ? Set.copyOf(columns) : List.of(index.parts(), index.method()),
                    indexPath,
                    title);
        }
    }

    private void columns(List<String> ids, String elementPath, String title) {
        if (ids.isEmpty()) {
            report.error(CheckCode.KEY_WITHOUT_COLUMNS, elementPath, title + " has no columns.");
        }
        Set<String> once = new HashSet<>();
        for (String id : ids) {
            if (table.column(id).isEmpty()) {
                report.error(
                        CheckCode.UNKNOWN_COLUMN,
                        elementPath,
                        title + " refers to a column that does not exist.");
            } else if (!once.add(id)) {
                report.error(
                        CheckCode.COLUMN_TWICE,
                        elementPath,
                        title + " names \"" + table.columnName(id) + "\" twice.");
            }
        }
    }

    private void once(Object what, String elementPath, String title) {
        String other = seen.putIfAbsent(what, title);
        if (other != null && !(what instanceof Set<?> set && set.isEmpty())) {
            report.warning(
                    CheckCode.INDEX_TWICE,
                    elementPath,
                    title + " has the same columns as another key or index.");
        }
    }

    private String of() {
        return " of \"" + table.name() + "\"";
    }

    private static String quoted(String name) {
        return name.isEmpty() ? "without a name" : "\"" + name + "\"";
    }
}
