package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys and checks with columns that the database computes, where it takes none. */
final class GeneratedFit {
    private final Table table;
    private final String path;
    private final Dialect dialect;
    private final Report report;

    /** Their ids. */
    private final Set<String> computed = new HashSet<>();

    /**
     * @param table as it was lowered
     */
    GeneratedFit(Table table, String path, Dialect dialect, Report report) {
        this.table = table;
        this.path = path;
        this.dialect = dialect;
        this.report = report;
        table.columns().stream()
                .filter(c -> c.generated() != null)
                .map(Column::id)
                .forEach(computed::add);
    }

    void check() {
        if (!dialect.limits().indexesOnGenerated()) {
            table.indexes()
                    .forEach(
                            i ->
                                    columns(
                                            i.parts().stream().map(p -> p.column()).toList(),
                                            ElementPath.index(path, i),
                                            "Index \"" + i.name() + "\""));
        }
        if (dialect.limits().constraintsOnGenerated()) {
            return;
        }
        if (table.primaryKey() != null) {
            columns(table.primaryKey().columns(), ElementPath.primaryKey(path), "The primary key");
        }
        table.uniques()
                .forEach(u -> columns(u.columns(), ElementPath.unique(path, u), "A unique key"));
        table.checks().stream()
                .filter(this::mentions)
                .forEach(c -> tell(ElementPath.check(path, c), "Check \"" + c.name() + "\""));
    }

    private void columns(List<String> ids, String place, String title) {
        if (ids.stream().anyMatch(computed::contains)) {
            tell(place, title);
        }
    }

    private boolean mentions(Check check) {
        return computed.stream()
                .flatMap(id -> table.column(id).stream())
                .map(c -> dialect.names().quote(c.name()))
                .anyMatch(check.expression().text()::contains);
    }

    private void tell(String place, String title) {
        report.error(
                CheckCode.GENERATED_CONSTRAINED,
                place,
                title
                        + " of \""
                        + table.name()
                        + "\" has a column that is computed, which "
                        + dialect.title()
                        + " refuses.");
    }
}
