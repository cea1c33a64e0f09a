package dev.plinth.schema.check;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;

import java.util.HashSet;
import java.util.Set;

/** A table that does nothing but link two others: m:n. Each link is whole and is there once. */
final class JunctionCheck {
    private final Table table;
    private final String path;
    private final Report report;

    JunctionCheck(Table table, String path, Report report) {
        this.table = table;
        this.path = path;
        this.report = report;
    }

    void check() {
        Set<String> linked = new HashSet<>();
        table.relations().stream().map(Relation::columns).forEach(linked::addAll);
        boolean junction =
                table.relations().size() == 2
                        && table.columns().stream()
                                .allMatch(c -> linked.contains(c.id()) || isOwnKey(c));
        if (!junction) {
            return;
        }
        boolean unique =
                linked.containsAll(table.keyColumns()) && !table.keyColumns().isEmpty()
                        || table.uniques().stream().anyMatch(u -> linked.containsAll(u.columns()))
                        || table.indexes().stream()
                                .filter(i -> i.unique() && i.where() == null)
                                .anyMatch(
                                        i ->
                                                i.parts().stream()
                                                        .allMatch(
                                                                p -> linked.contains(p.column())));
        if (!unique) {
            report.warning(
                    CheckCode.JUNCTION_NOT_UNIQUE,
                    path,
                    "Table \""
                            + table.name()
                            + "\" links two tables, but allows the same pair twice.");
        }
        table.columns().stream()
                .filter(c -> linked.contains(c.id()) && !c.required())
                .filter(c -> !table.keyColumns().contains(c.id()))
                .forEach(this::optional);
    }

    private void optional(Column column) {
        report.warning(
                CheckCode.JUNCTION_NOT_REQUIRED,
                path,
                "Table \""
                        + table.name()
                        + "\" links two tables, but \""
                        + column.name()
                        + "\" may be empty.");
    }

    /** A number of its own beside the two links. */
    private boolean isOwnKey(Column column) {
        return column.identity() != null
                && table.keyColumns().equals(java.util.List.of(column.id()));
    }
}
