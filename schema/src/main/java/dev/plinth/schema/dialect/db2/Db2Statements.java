package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * DDL of Db2. A table is reorganized whenever it has to be before its rows can be used again. For
 * most other types a new column takes the place of the old one.
 */
final class Db2Statements extends StandardStatements {
    /** What a column is called until it takes the place of another. */
    private static final String WAITING = "plinth_waiting";

    private final Db2Types own;
    private final Db2Conversion conversion;
    private final Db2Uniques uniques;

    Db2Statements(Names names, Db2Types types) {
        super(names, types);
        this.own = types;
        this.conversion = new Db2Conversion(types);
        this.uniques = new Db2Uniques(names);
    }

    @Override
    public String terminator() {
        return "\n@\n";
    }

    /** The tools of Db2 read this comment, and Flyway does. */
    @Override
    public String ended(String sql) {
        String bare = sql.stripTrailing();
        return Db2Blocks.isBlock(bare)
                ? "--#SET TERMINATOR @\n" + bare + "\n@\n--#SET TERMINATOR ;\n"
                : bare + ";\n";
    }

    @Override
    public boolean endsTransaction(Change change) {
        return write(change).stream().anyMatch(Db2Blocks::isReorg);
    }

    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return conversion.converted("", from, to).isPresent();
    }

    @Override
    public boolean isBlockedByComputed(Change change) {
        return change instanceof Change.RenameColumn;
    }

    /**
     * A table that takes part in relations, on either side, keeps its name, and so does one with an
     * index of expressions (11.5, SQL0750N).
     */
    @Override
    public List<Column> remakes(Change change) {
        return switch (change) {
            case Change.RenameTable c -> c.table().columns();
            case Change.RenameColumn c
                    when Db2Uniques.mention(c.table(), c.from())
                            || Db2Uniques.mention(c.table(), c.to()) ->
                    c.table().columnNamed(c.to()).stream().toList();
            case Change.ChangeColumn c -> remakes(c);
            default -> List.of();
        };
    }

    private List<Column> remakes(Change.ChangeColumn change) {
        Table table = change.table();
        Column to = change.to();
        boolean replaced = isReplaced(change.from(), to, change.aspects());
        boolean retyped =
                change.aspects().contains(Aspect.TYPE)
                        && !conversion.isKeptAlike(change.from().type(), to.type());
        List<Column> remade = new ArrayList<>();
        if (retyped || replaced) {
            remade.addAll(computedFrom(table, to.name()));
        }
        boolean rewritten = retyped && !Db2Conversion.isLonger(change.from().type(), to.type());
        if (replaced
                || rewritten
                || retyped && Db2Uniques.computeOf(table, to)
                || change.aspects().contains(Aspect.REQUIRED) && Db2Uniques.dependOn(table, to)) {
            remade.add(to);
        }
        return remade;
    }

    private boolean isReplaced(Column from, Column to, Set<Aspect> aspects) {
        return aspects.contains(Aspect.GENERATED)
                || aspects.contains(Aspect.TYPE)
                        && !conversion.isKeptAlike(from.type(), to.type())
                        && !Db2Conversion.widens(from.type(), to.type());
    }

    @Override
    protected List<String> createTable(Change.CreateTable change) {
        Table table = change.table();
        Table within =
                table.withUniques(
                        table.uniques().stream()
                                .filter(u -> !Db2Uniques.isIndex(table, u))
                                .toList());
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE TABLE "
                        + quote(table.name())
                        + " (\n    "
                        + String.join(",\n    ", body(within, change.foreignKeys()))
                        + "\n)");
        table.uniques().stream()
                .filter(u -> Db2Uniques.isIndex(table, u))
                .forEach(u -> statements.add(uniques.create(table, u)));
        if (!table.comment().isEmpty()) {
            statements.add(tableComment(table, table.comment()));
        }
        table.columns().stream()
                .filter(c -> !Db2Comments.of(c).isEmpty())
                .forEach(c -> statements.add(columnComment(table, c)));
        return statements;
    }

    @Override
    protected String columnComment(Table table, Column column) {
        return "COMMENT ON COLUMN "
                + quote(table.name())
                + "."
                + quote(column.name())
                + " IS "
                + text(Db2Comments.of(column));
    }

    /** An empty text takes a comment away. */
    @Override
    protected String commentText(String comment) {
        return text(comment);
    }

    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + sql(generated.expression()) + ")";
    }

    @Override
    protected String newUuid() {
        throw new IllegalStateException("no default makes a UUID");
    }

    @Override
    protected String now(ColumnType type) {
        if (type instanceof DateType) {
            return "CURRENT DATE";
        }
        return type instanceof TimeType ? "CURRENT TIME" : "CURRENT TIMESTAMP";
    }

    @Override
    protected String defaultValue(ColumnType type, Default value) {
        return value instanceof Default.Value(String text)
                ? own.constant(type, text)
                : super.defaultValue(type, value);
    }

    @Override
    protected String unique(Table table, UniqueKey key) {
        return constraint(key.name()) + "UNIQUE (" + columnList(table, key.columns()) + ")";
    }

    @Override
    protected List<String> addUnique(Table table, UniqueKey key) {
        return Db2Uniques.isIndex(table, key)
                ? List.of(uniques.create(table, key))
                : super.addUnique(table, key);
    }

    @Override
    protected List<String> dropUnique(Table table, UniqueKey key) {
        return Db2Uniques.isIndex(table, key)
                ? List.of("DROP INDEX " + uniques.besides(table, key.name()))
                : super.dropUnique(table, key);
    }

    @Override
    protected String addIndex(Table table, Index index) {
        return "CREATE "
                + (index.unique() ? "UNIQUE " : "")
                + "INDEX "
                + uniques.besides(table, index.name())
                + " ON "
                + quote(table.name())
                + " ("
                + indexParts(table, index)
                + ")"
                // Refused there: an index of all rows would be another one.
                + (index.where() == null ? "" : " WHERE " + sql(index.where()))
                + (index.unique() && Db2Uniques.hasOptional(table, index)
                        ? Db2Uniques.WITHOUT_NULLS
                        : "");
    }

    @Override
    protected List<String> renameTable(TableName from, TableName to) {
        return List.of("RENAME TABLE " + quote(from) + " TO " + quote(to.name()));
    }

    /** A primary key, which is all that is renamed, is made again. */
    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        PrimaryKey key = Objects.requireNonNull(table.primaryKey());
        List<String> statements = new ArrayList<>(dropPrimaryKey(table, key));
        statements.addAll(addPrimaryKey(table, new PrimaryKey(to, key.columns())));
        return statements;
    }

    @Override
    protected List<String> dropPrimaryKey(Table table, PrimaryKey key) {
        return List.of(alter(table) + "DROP PRIMARY KEY");
    }

    @Override
    protected List<String> addColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        if (column.generated() != null) {
            statements.add(computed(table, column));
        } else if (column.identity() != null) {
            statements.addAll(numbered(table, column));
        } else {
            // One that must have a value is not taken without a default, even by an empty table.
            boolean bare = column.required() && column.defaultValue() == null;
            Column open = bare ? column.withRequired(false) : column;
            statements.add(alter(table) + "ADD COLUMN " + column(table, open));
            if (bare) {
                statements.addAll(changeRequired(table, column));
            }
        }
        if (!Db2Comments.of(column).isEmpty()) {
            statements.add(columnComment(table, column));
        }
        return statements;
    }

    /**
     * A table takes a computed column only while its rows are not checked, and is out of use until
     * they are (11.5, "Defining a generated column on an existing table").
     */
    private String computed(Table table, Column column) {
        String name = quote(table.name());
        return Db2Blocks.all(
                List.of(
                        "SET INTEGRITY FOR " + name + " OFF",
                        alter(table) + "ADD COLUMN " + column(table, column),
                        "SET INTEGRITY FOR " + name + " IMMEDIATE CHECKED FORCE GENERATED"));
    }

    /** Rows that are there are numbered by an update, for a column that begins to number itself. */
    private List<String> numbered(Table table, Column column) {
        Column open = column.withIdentity(null).withRequired(true);
        List<String> statements = new ArrayList<>();
        statements.add(
                alter(table)
                        + "ADD COLUMN "
                        + column(table, open.withDefault(new Default.Value("0"))));
        statements.add(dropDefault(table, open));
        statements.add(alterColumn(table, column) + "SET " + value(column));
        statements.add(
                "UPDATE " + quote(table.name()) + " SET " + quote(column.name()) + " = DEFAULT");
        return statements;
    }

    /** Without RESTRICT, all that depends on the column would go in silence. */
    @Override
    protected List<String> dropColumn(Table table, Column column) {
        return List.of(
                alter(table) + "DROP COLUMN " + quote(column.name()) + " RESTRICT",
                Db2Blocks.reorg(table.name()));
    }

    @Override
    protected List<String> changeColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        boolean replaced = isReplaced(from, to, aspects);
        boolean retyped =
                aspects.contains(Aspect.TYPE) && !conversion.isKeptAlike(from.type(), to.type());
        List<Column> computed = replaced || retyped ? computedFrom(table, to.name()) : List.of();
        List<String> statements = new ArrayList<>();
        computed.forEach(c -> statements.addAll(dropColumn(table, c)));
        if (!replaced) {
            statements.addAll(super.changeColumn(table, from, to, aspects));
        } else if (to.generated() != null) {
            statements.addAll(dropColumn(table, to));
            statements.addAll(addColumn(table, to));
        } else {
            statements.addAll(replaced(table, from, to));
        }
        computed.forEach(c -> statements.addAll(addColumn(table, c)));
        return statements;
    }

    private List<String> replaced(Table table, Column from, Column to) {
        Column open = to.withRequired(false).withDefault(null).withIdentity(null).withComment("");
        List<String> statements = new ArrayList<>();
        statements.add(alter(table) + "ADD COLUMN " + column(table, open.withName(WAITING)));
        // Where there is no way, the column was found to have no values.
        conversion
                .converted(quote(to.name()), from.type(), to.type())
                .ifPresent(
                        value ->
                                statements.add(
                                        "UPDATE "
                                                + quote(table.name())
                                                + " SET "
                                                + quote(WAITING)
                                                + " = "
                                                + value));
        statements.addAll(dropColumn(table, to));
        statements.add(
                alter(table) + "RENAME COLUMN " + quote(WAITING) + " TO " + quote(to.name()));
        if (to.defaultValue() != null) {
            statements.add(setDefault(table, to, defaultValue(to.type(), to.defaultValue())));
        }
        if (to.required()) {
            statements.addAll(changeRequired(table, to));
        }
        if (to.identity() != null) {
            statements.addAll(addIdentity(table, to));
        }
        if (!Db2Comments.of(to).isEmpty()) {
            statements.add(columnComment(table, to));
        }
        return statements;
    }

    @Override
    protected List<String> changeType(Table table, Column from, Column to) {
        if (conversion.isKeptAlike(from.type(), to.type())) {
            return List.of(columnComment(table, to));
        }
        List<String> statements = new ArrayList<>(super.changeType(table, from, to));
        if (!Db2Conversion.isLonger(from.type(), to.type())) {
            statements.add(Db2Blocks.reorg(table.name()));
        }
        return statements;
    }

    @Override
    protected List<String> changeRequired(Table table, Column column) {
        List<String> statements = new ArrayList<>(super.changeRequired(table, column));
        statements.add(Db2Blocks.reorg(table.name()));
        return statements;
    }

    @Override
    protected List<String> addIdentity(Table table, Column column) {
        return List.of(alterColumn(table, column) + "SET " + value(column), restart(table, column));
    }

    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        throw new IllegalStateException("a computed column is made anew");
    }

    /** A comment on a view is one on a table. */
    @Override
    protected List<String> createView(View view) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE VIEW " + quote(view.name()) + " AS " + view.query());
        if (!view.comment().isEmpty()) {
            statements.add(
                    "COMMENT ON TABLE " + quote(view.name()) + " IS " + text(view.comment()));
        }
        return statements;
    }

    @Override
    public List<String> restartIdentity(Table table) {
        return ofIdentity(table).map(c -> restart(table, c)).toList();
    }

    @Override
    public List<String> restartIdentity(Table table, long highest) {
        return ofIdentity(table)
                .map(c -> alterColumn(table, c) + "RESTART WITH " + (Math.max(0, highest) + 1))
                .toList();
    }

    private static Stream<Column> ofIdentity(Table table) {
        return table.columns().stream().filter(c -> c.identity() != null);
    }

    private String restart(Table table, Column column) {
        return Db2Blocks.afterHighest(
                quote(table.name()),
                quote(column.name()),
                alterColumn(table, column) + "RESTART WITH ");
    }
}
