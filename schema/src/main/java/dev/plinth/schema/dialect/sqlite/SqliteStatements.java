package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** SQLite alters next to nothing: whatever {@link #supports} refuses is done by a rebuild. */
final class SqliteStatements extends StandardStatements {
    SqliteStatements(Names names, SqliteTypes types) {
        super(names, types);
    }

    @Override
    public boolean supports(Change change) {
        return switch (change) {
            case Change.CreateTable c -> true;
            case Change.DropTable c -> true;
            case Change.KeepTable c -> true;
            case Change.ReturnTable c -> true;
            case Change.KeepValues c -> true;
            case Change.ReturnValues c -> true;
            case Change.RenameTable c -> c.from().schema().equals(c.to().schema());
            case Change.RebuildTable c -> true;
            case Change.ChangeTableComment c -> false;
            case Change.AddColumn c -> canBeAdded(c.column());
            case Change.DropColumn c ->
                    isFree(c.table(), c.column()) && !isRowId(c.column().name());
            case Change.RenameColumn c -> !isRowId(c.from());
            case Change.ChangeColumn c -> false;
            case Change.FillColumn c -> true;
            case Change.AddPrimaryKey c -> false;
            case Change.DropPrimaryKey c -> false;
            case Change.AddUnique c -> false;
            case Change.DropUnique c -> false;
            case Change.AddIndex c -> true;
            case Change.DropIndex c -> true;
            case Change.AddCheck c -> false;
            case Change.DropCheck c -> false;
            case Change.AddRelation c -> false;
            case Change.DropRelation c -> false;
            case Change.Provide c -> true;
            case Change.CreateView c -> true;
            case Change.DropView c -> true;
        };
    }

    /** Within a transaction foreign keys cannot be switched off, and would delete rows. */
    @Override
    public boolean viewsFollowRenames() {
        return true;
    }

    @Override
    public boolean standsOutside(Change change) {
        return change instanceof Change.RebuildTable;
    }

    private static boolean canBeAdded(Column column) {
        if (column.generated() != null) {
            return !column.generated().stored() && !column.required();
        }
        boolean constant = column.defaultValue() instanceof Default.Value;
        return column.identity() == null
                && (constant || (column.defaultValue() == null && !column.required()));
    }

    /** SQLite cannot drop a column that is called as it calls its row numbers (tried with 3.54). */
    private static boolean isRowId(String column) {
        return Set.of("rowid", "oid", "_rowid_").contains(column.toLowerCase(Locale.ROOT));
    }

    /** Whether nothing within the table speaks of the column. */
    private static boolean isFree(Table table, Column column) {
        String id = column.id();
        String name = column.name().toLowerCase(Locale.ROOT);
        return !table.keyColumns().contains(id)
                && table.uniques().stream().noneMatch(u -> u.columns().contains(id))
                && table.relations().stream().noneMatch(r -> r.columns().contains(id))
                && table.indexes().stream().noneMatch(i -> speaksOf(i, id, name))
                && table.checks().stream().noneMatch(c -> has(c.expression().text(), name))
                && table.columns().stream()
                        .allMatch(
                                c ->
                                        c.generated() == null
                                                || !has(c.generated().expression().text(), name));
    }

    private static boolean speaksOf(Index index, String id, String name) {
        return index.parts().stream()
                        .anyMatch(p -> p.column().equals(id) || has(p.expression(), name))
                || (index.where() != null && has(index.where().text(), name));
    }

    private static boolean has(String expression, String lowerName) {
        return expression.toLowerCase(Locale.ROOT).contains(lowerName);
    }

    @Override
    protected List<String> body(Table table, List<ForeignKey> keys) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(c -> lines.add(column(table, c)));
        PrimaryKey key = table.primaryKey();
        if (key != null && table.columns().stream().noneMatch(c -> c.identity() != null)) {
            lines.add(primaryKey(table, key));
        }
        table.uniques().forEach(u -> lines.add(unique(table, u)));
        table.checks().forEach(c -> lines.add(check(c)));
        keys.forEach(k -> lines.add(foreignKey(k)));
        return lines;
    }

    /** A number that the database gives is the key, and stands within its column only. */
    @Override
    protected String column(Table table, Column column) {
        PrimaryKey key = table.primaryKey();
        if (column.identity() == null) {
            return super.column(table, column);
        }
        if (key == null || !key.columns().equals(List.of(column.id()))) {
            throw new IllegalStateException(
                    "SQLite numbers a column only if it alone is the primary key");
        }
        return quote(column.name())
                + " INTEGER NOT NULL "
                + constraint(primaryKeyName(table, key))
                + "PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    protected String defaultValue(ColumnType type, Default value) {
        String text = super.defaultValue(type, value);
        return value instanceof Default.Value ? text : "(" + text + ")";
    }

    @Override
    protected String now(ColumnType type) {
        return SqliteTypes.now(type);
    }

    @Override
    protected String newUuid() {
        return SqliteTypes.newUuid();
    }

    /** A foreign key cannot leave its database file, so the target has no schema. */
    @Override
    protected String foreignKey(ForeignKey key) {
        return super.foreignKey(
                key.between(key.columns(), TableName.of(key.target().name()), key.targetColumns()));
    }

    /** The schema stands before the index's name, not before the table's. */
    @Override
    protected String addIndex(Table table, Index index) {
        return "CREATE "
                + (index.unique() ? "UNIQUE " : "")
                + "INDEX "
                + quote(new TableName(table.name().schema(), index.name()))
                + " ON "
                + quote(table.name().name())
                + " ("
                + indexParts(table, index)
                + ")"
                + (index.where() == null ? "" : " WHERE " + sql(index.where()));
    }

    /** The key's name matters within its table only. */
    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        return List.of();
    }

    /** A foreign key cannot be dropped, and from aside it would still hold rows or lose them. */
    @Override
    protected List<String> keepTable(Change.KeepTable change) {
        return change.foreignKeys().isEmpty()
                ? super.keepTable(change)
                : rebuildTable(
                        new Change.RebuildTable(
                                change.table(),
                                change.foreignKeys(),
                                change.table().withName(change.kept()),
                                List.of(),
                                List.of()));
    }

    @Override
    protected List<String> rebuildTable(Change.RebuildTable change) {
        return new SqliteRebuild(this, names, types).statements(change);
    }

    List<String> create(Table table, List<ForeignKey> keys) {
        return createTable(new Change.CreateTable(table, keys));
    }

    String index(Table table, Index index) {
        return addIndex(table, index);
    }

    String valueOf(ColumnType type, Default value) {
        return defaultValue(type, value);
    }

    @Override
    protected List<String> addIdentity(Table table, Column column) {
        throw new IllegalStateException("a column is changed by a rebuild of its table");
    }

    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        throw new IllegalStateException("a column is changed by a rebuild of its table");
    }
}
