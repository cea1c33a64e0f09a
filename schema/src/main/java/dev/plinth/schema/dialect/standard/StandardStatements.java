package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.KeptValue;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Changes as the SQL standard spells them, each in a method of its own to be overridden. */
public abstract class StandardStatements extends Definitions implements Statements {
    protected StandardStatements(Names names, Types types) {
        super(names, types);
    }

    @Override
    public boolean supports(Change change) {
        return !(change instanceof Change.RebuildTable);
    }

    @Override
    public List<String> write(Change change) {
        return switch (change) {
            case Change.CreateTable c -> createTable(c);
            case Change.DropTable c -> dropTable(c.table());
            case Change.KeepTable c -> keepTable(c);
            case Change.ReturnTable c -> returnTable(c);
            case Change.KeepValues c -> keepValues(c);
            case Change.ReturnValues c -> returnValues(c);
            case Change.RenameTable c -> renameTable(c.from(), c.to());
            case Change.RebuildTable c -> rebuildTable(c);
            case Change.ChangeTableComment c -> changeTableComment(c.table(), c.from(), c.to());
            case Change.AddColumn c -> addColumn(c.table(), c.column());
            case Change.DropColumn c -> dropColumn(c.table(), c.column());
            case Change.RenameColumn c -> renameColumn(c);
            case Change.ChangeColumn c -> changeColumn(c.table(), c.from(), c.to(), c.aspects());
            case Change.FillColumn c -> fillColumn(c.table(), c.column());
            case Change.AddPrimaryKey c -> addPrimaryKey(c.table(), c.key());
            case Change.DropPrimaryKey c -> dropPrimaryKey(c.table(), c.key());
            case Change.AddUnique c -> addUnique(c.table(), c.key());
            case Change.DropUnique c -> dropUnique(c.table(), c.key());
            case Change.AddIndex c -> List.of(addIndex(c.table(), c.index()));
            case Change.DropIndex c -> dropIndex(c.table(), c.index());
            case Change.AddCheck c -> List.of(alter(c.table()) + "ADD " + check(c.check()));
            case Change.DropCheck c -> dropConstraint(c.table(), c.check().name());
            case Change.AddRelation c -> List.of(alter(c.table()) + "ADD " + foreignKey(c.key()));
            case Change.DropRelation c -> dropRelation(c.table(), c.key());
            case Change.Provide c -> provide(c.need());
            case Change.CreateView c -> createView(c);
            case Change.DropView c -> dropView(c.view());
        };
    }

    protected List<String> provide(Need need) {
        return List.of(need.sql());
    }

    protected String alter(Table table) {
        return "ALTER TABLE " + quote(table.name()) + " ";
    }

    protected String alterColumn(Table table, Column column) {
        return alter(table) + "ALTER COLUMN " + quote(column.name()) + " ";
    }

    protected List<String> createTable(Change.CreateTable change) {
        Table table = change.table();
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE TABLE "
                        + quote(table.name())
                        + " (\n    "
                        + String.join(",\n    ", body(table, change.foreignKeys()))
                        + "\n)");
        if (!table.comment().isEmpty()) {
            statements.add(tableComment(table, table.comment()));
        }
        table.columns().stream()
                .filter(c -> !c.comment().isEmpty())
                .forEach(c -> statements.add(columnComment(table, c)));
        return statements;
    }

    protected List<String> dropTable(Table table) {
        return List.of("DROP TABLE " + quote(table.name()));
    }

    protected List<String> keepTable(Change.KeepTable change) {
        return moveTable(change.table(), change.kept());
    }

    /**
     * A key that had a name of its own stays as it is called now: whether it was renamed when the
     * table was put aside cannot be told if that was interrupted.
     */
    private List<String> returnTable(Change.ReturnTable change) {
        PrimaryKey key = change.kept().primaryKey();
        return key == null || key.name().isEmpty()
                ? moveTable(change.kept(), change.to())
                : renameTable(change.kept().name(), change.to());
    }

    /** Renames a table and its key, whose name must be free for whatever takes the old name. */
    private List<String> moveTable(Table table, TableName to) {
        List<String> statements = new ArrayList<>(renameTable(table.name(), to));
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            String from = primaryKeyName(table, key);
            String then = primaryKeyName(table.withName(to), new PrimaryKey("", key.columns()));
            if (!from.equals(then)) {
                statements.addAll(renameConstraint(table.withName(to), from, then));
            }
        }
        return statements;
    }

    protected List<String> renameConstraint(Table table, String from, String to) {
        return List.of(alter(table) + "RENAME CONSTRAINT " + quote(from) + " TO " + quote(to));
    }

    private List<String> returnValues(Change.ReturnValues change) {
        KeptValue kept = new KeptValue(change.table(), change.key(), change.copy(), names);
        return List.of(
                "UPDATE "
                        + quote(change.on())
                        + " SET "
                        + quote(change.column().name())
                        + " = "
                        + kept.query()
                        + " WHERE "
                        + kept.isThere(change.column().required()));
    }

    private List<String> keepValues(Change.KeepValues change) {
        Table copy = change.copy();
        List<String> statements =
                new ArrayList<>(createTable(new Change.CreateTable(copy, List.of())));
        List<String> read = new ArrayList<>(change.key().stream().map(Column::name).toList());
        read.add(change.column().name());
        statements.add(
                "INSERT INTO "
                        + quote(copy.name())
                        + " ("
                        + names.list(copy.columns().stream().map(Column::name).toList())
                        + ") SELECT "
                        + names.list(read)
                        + " FROM "
                        + quote(change.table().name())
                        + " WHERE "
                        + quote(change.column().name())
                        + " IS NOT NULL");
        return statements;
    }

    protected List<String> rebuildTable(Change.RebuildTable change) {
        throw new IllegalStateException("tables are altered in place, not rebuilt");
    }

    protected List<String> renameTable(TableName from, TableName to) {
        if (!from.schema().equals(to.schema())) {
            throw new IllegalStateException("a table cannot move to another schema");
        }
        return List.of("ALTER TABLE " + quote(from) + " RENAME TO " + quote(to.name()));
    }

    protected List<String> changeTableComment(Table table, String from, String to) {
        return List.of(tableComment(table, to));
    }

    protected String tableComment(Table table, String comment) {
        return "COMMENT ON TABLE " + quote(table.name()) + " IS " + commentText(comment);
    }

    protected String columnComment(Table table, Column column) {
        return "COMMENT ON COLUMN "
                + quote(table.name())
                + "."
                + quote(column.name())
                + " IS "
                + commentText(column.comment());
    }

    /** The text of a comment, or what takes a comment away. */
    protected String commentText(String comment) {
        return comment.isEmpty() ? "NULL" : text(comment);
    }

    protected List<String> addColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(table) + "ADD COLUMN " + column(table, column));
        if (!column.comment().isEmpty()) {
            statements.add(columnComment(table, column));
        }
        return statements;
    }

    protected List<String> dropColumn(Table table, Column column) {
        return List.of(alter(table) + "DROP COLUMN " + quote(column.name()));
    }

    protected List<String> renameColumn(Change.RenameColumn change) {
        return List.of(
                alter(change.table())
                        + "RENAME COLUMN "
                        + quote(change.from())
                        + " TO "
                        + quote(change.to()));
    }

    /**
     * What fills a column by itself goes before the type changes and comes back after it, because a
     * default of the old type may not fit the new one.
     */
    protected List<String> changeColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        List<String> statements = new ArrayList<>();
        if (aspects.contains(Aspect.GENERATED)) {
            statements.addAll(changeGenerated(table, from, to));
        } else {
            boolean retyped = aspects.contains(Aspect.TYPE);
            boolean redefaulted = retyped || aspects.contains(Aspect.DEFAULT);
            boolean renumbered = aspects.contains(Aspect.IDENTITY);
            if (renumbered && from.identity() != null && to.identity() == null) {
                statements.addAll(dropIdentity(table, to));
            }
            if (redefaulted && from.defaultValue() != null) {
                statements.add(dropDefault(table, to));
            }
            if (retyped) {
                statements.addAll(changeType(table, from, to));
            }
            if (redefaulted && to.defaultValue() != null) {
                statements.add(setDefault(table, to, defaultValue(to.type(), to.defaultValue())));
            }
            if (aspects.contains(Aspect.REQUIRED)) {
                statements.addAll(changeRequired(table, to));
            }
            if (renumbered && to.identity() != null) {
                statements.addAll(
                        from.identity() == null
                                ? addIdentity(table, to)
                                : changeIdentity(table, to));
            }
        }
        if (aspects.contains(Aspect.COMMENT)) {
            statements.add(columnComment(table, to));
        }
        return statements;
    }

    protected String dropDefault(Table table, Column column) {
        return alterColumn(table, column) + "DROP DEFAULT";
    }

    protected String setDefault(Table table, Column column, String value) {
        return alterColumn(table, column) + "SET DEFAULT " + value;
    }

    protected List<String> changeType(Table table, Column from, Column to) {
        return List.of(alterColumn(table, to) + "SET DATA TYPE " + types.sql(to.type()));
    }

    protected List<String> changeRequired(Table table, Column column) {
        return List.of(
                alterColumn(table, column) + (column.required() ? "SET" : "DROP") + " NOT NULL");
    }

    /** Makes a column of an existing table number itself, from the highest number it holds. */
    protected abstract List<String> addIdentity(Table table, Column column);

    protected List<String> dropIdentity(Table table, Column column) {
        return List.of(alterColumn(table, column) + "DROP IDENTITY");
    }

    protected List<String> changeIdentity(Table table, Column column) {
        String kind =
                switch (Objects.requireNonNull(column.identity())) {
                    case ALWAYS -> "ALWAYS";
                    case BY_DEFAULT -> "BY DEFAULT";
                };
        return List.of(alterColumn(table, column) + "SET GENERATED " + kind);
    }

    /** Makes a column generated, another way or no longer; its other aspects follow as they may. */
    protected abstract List<String> changeGenerated(Table table, Column from, Column to);

    protected List<String> fillColumn(Table table, Column column) {
        String name = quote(column.name());
        String value =
                sql(Objects.requireNonNull(column.backfill(), "a filled column has a backfill"));
        return List.of(
                "UPDATE "
                        + quote(table.name())
                        + " SET "
                        + name
                        + " = "
                        + value
                        + " WHERE "
                        + name
                        + " IS NULL");
    }

    protected List<String> addPrimaryKey(Table table, PrimaryKey key) {
        return List.of(alter(table) + "ADD " + primaryKey(table, key));
    }

    protected List<String> dropPrimaryKey(Table table, PrimaryKey key) {
        return dropConstraint(table, primaryKeyName(table, key));
    }

    protected List<String> addUnique(Table table, UniqueKey key) {
        return List.of(alter(table) + "ADD " + unique(table, key));
    }

    protected List<String> dropUnique(Table table, UniqueKey key) {
        return dropConstraint(table, key.name());
    }

    protected List<String> dropRelation(Table table, ForeignKey key) {
        return dropConstraint(table, key.name());
    }

    protected List<String> dropConstraint(Table table, String name) {
        return List.of(alter(table) + "DROP CONSTRAINT " + quote(name));
    }

    protected String addIndex(Table table, Index index) {
        return "CREATE "
                + (index.unique() ? "UNIQUE " : "")
                + "INDEX "
                + quote(index.name())
                + " ON "
                + quote(table.name())
                + (index.method().isEmpty() ? "" : " USING " + index.method())
                + " ("
                + indexParts(table, index)
                + ")"
                + included(table, index)
                + (index.where() == null ? "" : " WHERE " + sql(index.where()));
    }

    protected String included(Table table, Index index) {
        return index.included().isEmpty()
                ? ""
                : " INCLUDE (" + columnList(table, index.included()) + ")";
    }

    protected List<String> dropIndex(Table table, Index index) {
        return List.of("DROP INDEX " + quote(new TableName(table.name().schema(), index.name())));
    }

    protected List<String> dropView(View view) {
        return List.of("DROP VIEW " + quote(view.name()));
    }

    private List<String> createView(Change.CreateView change) {
        List<String> statements = new ArrayList<>(createView(change.view()));
        String name = quote(change.view().name());
        change.belongings().forEach(b -> statements.add(b.sql(name, change.view().query())));
        return statements;
    }

    protected List<String> createView(View view) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE VIEW " + quote(view.name()) + " AS " + view.query());
        if (!view.comment().isEmpty()) {
            statements.add(viewComment(view, view.comment()));
        }
        return statements;
    }

    protected String viewComment(View view, String comment) {
        return "COMMENT ON VIEW " + quote(view.name()) + " IS " + commentText(comment);
    }
}
