package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.DatabaseTrigger;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.dialect.standard.TableCopy;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a table anew, in the only order in which nothing is lost: with foreign keys off, a new
 * table beside the old one, rows copied, old one dropped, new one renamed, indexes and triggers
 * made again.
 *
 * <p>Renaming the old table away instead would turn every foreign key, view and trigger to it.
 */
final class SqliteRebuild {
    private final SqliteStatements statements;
    private final Names names;
    private final Types types;

    SqliteRebuild(SqliteStatements statements, Names names, Types types) {
        this.statements = statements;
        this.names = names;
        this.types = types;
    }

    List<String> statements(Change.RebuildTable change) {
        Table from = change.from();
        Table to = change.to();
        TableName name = to.name();
        TableName temporary = TableCopy.beside(name);
        List<String> run = new ArrayList<>();
        // Without effect within a deployment, which has done so; for whoever runs the script by
        // hand.
        run.add("PRAGMA foreign_keys=OFF");
        run.addAll(statements.create(TableCopy.named(to, temporary), change.toKeys()));
        new TableCopy(names, this::converted, statements::valueOf)
                .statement(from, to, temporary)
                .ifPresent(run::add);
        if (numbers(to)) {
            run.addAll(keepNumbering(from.name(), temporary));
        }
        run.add("DROP TABLE " + names.quote(from.name()));
        // Views and triggers that speak of the table lack it now; without this, RENAME would fail.
        run.add("PRAGMA legacy_alter_table=ON");
        run.add("ALTER TABLE " + names.quote(temporary) + " RENAME TO " + names.quote(name.name()));
        run.add("PRAGMA legacy_alter_table=OFF");
        to.indexes().forEach(i -> run.add(statements.index(to, i)));
        change.triggers().stream().map(DatabaseTrigger::sql).forEach(run::add);
        return run;
    }

    private static boolean numbers(Table table) {
        return table.columns().stream().anyMatch(c -> c.identity() != null);
    }

    /** Numbers of rows that were deleted are not given again. */
    private List<String> keepNumbering(TableName from, TableName temporary) {
        String sequence = names.quote(new TableName(from.schema(), "sqlite_sequence"));
        String old = StandardTypes.quoted(from.name());
        String now = StandardTypes.quoted(temporary.name());
        return List.of(
                "DELETE FROM "
                        + sequence
                        + " WHERE name = "
                        + now
                        + " AND EXISTS (SELECT 1 FROM "
                        + sequence
                        + " WHERE name = "
                        + old
                        + ")",
                "INSERT INTO "
                        + sequence
                        + " (name, seq) SELECT "
                        + now
                        + ", seq FROM "
                        + sequence
                        + " WHERE name = "
                        + old);
    }

    private String converted(Column was, Column column) {
        String name = names.quote(was.name());
        if (storedAlike(was.type(), column.type())) {
            return name;
        }
        return SqliteFunctions.CONVERT
                + "("
                + name
                + ", "
                + StandardTypes.quoted(was.type().text())
                + ", "
                + StandardTypes.quoted(column.type().text())
                + ")";
    }

    /** Whether every value of the one type is stored by the other as it is. */
    private boolean storedAlike(ColumnType from, ColumnType to) {
        if (types.sql(from).equals(types.sql(to))) {
            return true;
        }
        return switch (to) {
            case IntegerType(int bits) -> from instanceof IntegerType was && was.bits() <= bits;
            case TextType(int length) -> from instanceof TextType was && was.length() <= length;
            case LongTextType() -> from instanceof TextType;
            default -> false;
        };
    }
}
