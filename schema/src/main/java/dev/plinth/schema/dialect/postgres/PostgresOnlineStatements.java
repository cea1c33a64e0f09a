package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.List;
import java.util.Objects;

/**
 * The same changes so that readers and writers wait as little as possible; each statement commits
 * by itself. From the manual of PostgreSQL 18: "CREATE INDEX" (building indexes concurrently) and
 * "ALTER TABLE" (NOT VALID, VALIDATE CONSTRAINT, USING INDEX).
 */
final class PostgresOnlineStatements extends PostgresStatements {
    /** Rows that one statement fills, so that writers of them wait for a moment only. */
    private static final int BATCH = 10_000;

    PostgresOnlineStatements(Names names, Types types) {
        super(names, types);
    }

    @Override
    public List<String> write(Change change) {
        return switch (change) {
            case Change.AddCheck c -> validated(c.table(), check(c.check()), c.check().name());
            case Change.AddRelation c -> validated(c.table(), foreignKey(c.key()), c.key().name());
            default -> super.write(change);
        };
    }

    private List<String> validated(Table table, String constraint, String name) {
        return List.of(
                alter(table) + "ADD " + constraint + " NOT VALID",
                alter(table) + "VALIDATE CONSTRAINT " + quote(name));
    }

    @Override
    protected String addIndex(Table table, Index index) {
        return super.addIndex(table, index).replaceFirst("INDEX ", "INDEX CONCURRENTLY ");
    }

    @Override
    protected List<String> dropIndex(Table table, Index index) {
        return super.dropIndex(table, index).stream()
                .map(sql -> sql.replaceFirst("INDEX ", "INDEX CONCURRENTLY "))
                .toList();
    }

    @Override
    protected List<String> addUnique(Table table, UniqueKey key) {
        return usingIndex(
                table,
                key.name(),
                columnList(table, key.columns()),
                key.nullsDistinct() ? "" : " NULLS NOT DISTINCT",
                "UNIQUE",
                deferral(key.deferral()));
    }

    @Override
    protected List<String> addPrimaryKey(Table table, PrimaryKey key) {
        String name = primaryKeyName(table, key);
        return usingIndex(table, name, columnList(table, key.columns()), "", "PRIMARY KEY", "");
    }

    private List<String> usingIndex(
            Table table, String name, String columns, String nulls, String kind, String ending) {
        return List.of(
                "CREATE UNIQUE INDEX CONCURRENTLY "
                        + quote(name)
                        + " ON "
                        + quote(table.name())
                        + " ("
                        + columns
                        + ")"
                        + nulls,
                alter(table)
                        + "ADD "
                        + constraint(name)
                        + kind
                        + " USING INDEX "
                        + quote(name)
                        + ending);
    }

    /** A check that holds for all rows spares reading them under the lock. */
    @Override
    protected List<String> changeRequired(Table table, Column column) {
        List<String> plain = super.changeRequired(table, column);
        if (!column.required()) {
            return plain;
        }
        String name = names.fitted("plinth_" + table.name().name() + "_" + column.name());
        Expression present = Expression.sql(quote(column.name()) + " IS NOT NULL");
        Check check = new Check("", name, present, "");
        // One that an interrupted deployment left would be in the way.
        return List.of(
                alter(table) + "DROP CONSTRAINT IF EXISTS " + quote(name),
                alter(table) + "ADD " + check(check) + " NOT VALID",
                alter(table) + "VALIDATE CONSTRAINT " + quote(name),
                plain.getFirst(),
                alter(table) + "DROP CONSTRAINT " + quote(name));
    }

    /** One batch, by where the rows lie; rows that would stay without a value are passed over. */
    @Override
    protected List<String> fillColumn(Table table, Column column) {
        String value = sql(Objects.requireNonNull(column.backfill(), "a filled column"));
        String from = quote(table.name());
        String open = quote(column.name()) + " IS NULL AND (" + value + ") IS NOT NULL";
        return List.of(
                "UPDATE "
                        + from
                        + " SET "
                        + quote(column.name())
                        + " = "
                        + value
                        + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM "
                        + from
                        + " WHERE "
                        + open
                        + " LIMIT "
                        + BATCH
                        + "))");
    }

    @Override
    public boolean repeats(Change change) {
        return change instanceof Change.FillColumn;
    }
}
