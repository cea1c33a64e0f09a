package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.DatabaseTrigger;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes a table anew where a column begins or ceases to number itself. Names of constraints are
 * taken within the schema until the old table is gone, so they come after it.
 */
final class SqlServerRebuild {
    private final SqlServerStatements statements;
    private final SqlServerDependants dependants;
    private final Names names;

    SqlServerRebuild(SqlServerStatements statements, SqlServerDependants dependants, Names names) {
        this.statements = statements;
        this.dependants = dependants;
        this.names = names;
    }

    List<String> statements(Change.RebuildTable change) {
        Table from = change.from();
        Table to = change.to();
        TableName name = to.name();
        TableName temporary =
                new TableName(name.schema(), names.fitted("plinth_new_" + name.name()));
        List<String> run = new ArrayList<>();
        run.add(dependants.dropForeignKeysTo(from.name()));
        run.add(
                "CREATE TABLE "
                        + names.quote(temporary)
                        + " (\n    "
                        + to.columns().stream()
                                .map(c -> statements.bareColumn(to, c))
                                .collect(Collectors.joining(",\n    "))
                        + "\n)");
        run.addAll(copy(from, to, temporary));
        run.add("DROP TABLE " + names.quote(from.name()));
        run.add(statements.rename(names.quote(temporary), name.name(), "OBJECT"));
        to.columns().forEach(c -> run.addAll(statements.addDefault(to, c)));
        if (to.primaryKey() != null) {
            run.add(statements.addKey(to));
        }
        to.uniques().forEach(u -> run.addAll(statements.addUniqueKey(to, u)));
        to.checks().forEach(c -> run.add(statements.addCheck(to, c)));
        to.indexes().forEach(i -> run.add(statements.index(to, i)));
        change.toKeys().forEach(k -> run.add(statements.addForeignKey(to, k)));
        run.addAll(statements.comments(to));
        run.add(dependants.addForeignKeysAgain());
        change.triggers().stream().map(DatabaseTrigger::sql).forEach(run::add);
        return run;
    }

    private List<String> copy(Table from, Table to, TableName temporary) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean numbered = false;
        for (Column column : to.columns()) {
            Optional<String> value = value(from.column(column.id()), column);
            if (value.isPresent()) {
                values.put(names.quote(column.name()), value.get());
                numbered |= column.identity() != null;
            }
        }
        String table = names.quote(temporary);
        String insert =
                "INSERT INTO "
                        + table
                        + " ("
                        + String.join(", ", values.keySet())
                        + ") SELECT "
                        + String.join(", ", values.values())
                        + " FROM "
                        + names.quote(from.name());
        return numbered
                ? List.of(
                        "SET IDENTITY_INSERT " + table + " ON",
                        insert,
                        "SET IDENTITY_INSERT " + table + " OFF")
                : List.of(insert);
    }

    /**
     * What a column of the new table is filled with; empty for what the database fills by itself.
     */
    private Optional<String> value(Optional<Column> was, Column column) {
        if (column.generated() != null) {
            return Optional.empty();
        }
        Optional<String> backfill = Optional.ofNullable(column.backfill()).map(e -> e.text());
        if (was.isPresent()) {
            String name = names.quote(was.get().name());
            boolean filled = column.required() && !was.get().required() && backfill.isPresent();
            return Optional.of(filled ? "COALESCE(" + name + ", " + backfill.get() + ")" : name);
        }
        if (backfill.isPresent() || column.identity() != null) {
            return backfill;
        }
        return Optional.ofNullable(column.defaultValue())
                .map(d -> statements.valueOf(column.type(), d));
    }
}
