package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** T-SQL: defaults are constraints, and a column is altered with all that depends on it away. */
final class SqlServerStatements extends StandardStatements {
    /** By code points, so that a text equals only itself, spaces at the end aside. */
    static final String COLLATION = "Latin1_General_100_BIN2";

    private final SqlServerTypes own;
    private final SqlServerDependants dependants;

    SqlServerStatements(Names names, SqlServerTypes types) {
        super(names, types);
        this.own = types;
        this.dependants = new SqlServerDependants(names);
    }

    /** Whether rows are numbered cannot be altered. */
    @Override
    public boolean supports(Change change) {
        return switch (change) {
            case Change.RebuildTable _ -> true;
            case Change.ChangeColumn c -> !c.aspects().contains(Aspect.IDENTITY);
            case Change.RenameTable c -> c.from().schema().equals(c.to().schema());
            case Change.CreateTable _,
                    Change.DropTable _,
                    Change.KeepTable _,
                    Change.ReturnTable _,
                    Change.KeepValues _,
                    Change.ReturnValues _,
                    Change.ChangeTableComment _,
                    Change.AddColumn _,
                    Change.DropColumn _,
                    Change.RenameColumn _,
                    Change.FillColumn _,
                    Change.AddPrimaryKey _,
                    Change.DropPrimaryKey _,
                    Change.AddUnique _,
                    Change.DropUnique _,
                    Change.AddIndex _,
                    Change.DropIndex _,
                    Change.AddCheck _,
                    Change.DropCheck _,
                    Change.AddRelation _,
                    Change.DropRelation _,
                    Change.Provide _,
                    Change.CreateView _,
                    Change.DropView _ ->
                    true;
        };
    }

    @Override
    public String terminator() {
        return "\nGO\n";
    }

    @Override
    protected List<String> createTable(Change.CreateTable change) {
        Table table = change.table();
        Table within =
                table.withUniques(
                        table.uniques().stream().filter(u -> !isIndex(table, u)).toList());
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE TABLE "
                        + quote(table.name())
                        + " (\n    "
                        + String.join(",\n    ", body(within, change.foreignKeys()))
                        + "\n)");
        table.uniques().stream()
                .filter(u -> isIndex(table, u))
                .forEach(u -> statements.addAll(addUnique(table, u)));
        statements.addAll(comments(table));
        return statements;
    }

    List<String> comments(Table table) {
        List<String> statements =
                new ArrayList<>(SqlServerComments.change(table, "", table.comment()));
        for (Column column : table.columns()) {
            statements.addAll(
                    SqlServerComments.change(table, column, "", SqlServerComments.of(column)));
        }
        return statements;
    }

    @Override
    protected String column(Table table, Column column) {
        Generated generated = column.generated();
        if (generated != null) {
            return quote(column.name())
                    + " AS (CAST("
                    + sql(generated.expression())
                    + " AS "
                    + types.sql(column.type())
                    + "))"
                    + (generated.stored() ? " PERSISTED" : "")
                    + (column.required() ? " NOT NULL" : "");
        }
        return quote(column.name())
                + " "
                + type(column)
                + (column.identity() == null ? "" : " IDENTITY(1,1)")
                + (column.required() ? " NOT NULL" : " NULL")
                + defaultConstraint(table, column);
    }

    private String type(Column column) {
        boolean text = column.type() instanceof TextType || column.type() instanceof LongTextType;
        return types.sql(column.type()) + (text ? " COLLATE " + COLLATION : "");
    }

    private String defaultConstraint(Table table, Column column) {
        if (column.defaultValue() == null || column.identity() != null) {
            return "";
        }
        return " "
                + constraint(defaultName(table, column))
                + "DEFAULT "
                + defaultValue(column.type(), column.defaultValue());
    }

    /**
     * As SQL Server would call it, but the same in each database. Without the ids it could be
     * taken: it stays as it is when the table or the column gets another name.
     */
    private String defaultName(Table table, Column column) {
        String id = Ids.derived(table.id() + "/" + column.id()).substring(0, 6);
        return names.fitted("DF_" + table.name().name() + "_" + column.name() + "_" + id);
    }

    @Override
    protected String defaultValue(ColumnType type, Default value) {
        return switch (value) {
            case Default.Value(String text) -> own.plain(type, text);
            case Default.Now() -> now(type);
            case Default.NewUuid() -> newUuid();
            case Default.Sql(String text) -> "(" + text + ")";
        };
    }

    @Override
    protected String now(ColumnType type) {
        if (type instanceof DateType || type instanceof TimeType) {
            return "CONVERT(" + types.sql(type) + ", SYSUTCDATETIME())";
        }
        return type instanceof ZonedTimestampType ? "SYSDATETIMEOFFSET()" : "SYSUTCDATETIME()";
    }

    @Override
    protected String newUuid() {
        return "NEWID()";
    }

    @Override
    protected String unique(Table table, UniqueKey key) {
        return constraint(key.name()) + "UNIQUE (" + columnList(table, key.columns()) + ")";
    }

    /** A UNIQUE constraint admits one NULL only; an index may leave NULLs out. */
    static boolean isIndex(Table table, UniqueKey key) {
        return key.nullsDistinct() && SqlServerDiffRules.hasOptional(table, key.columns());
    }

    @Override
    protected List<String> addUnique(Table table, UniqueKey key) {
        if (!isIndex(table, key)) {
            return super.addUnique(table, key);
        }
        String present =
                key.columns().stream()
                        .flatMap(id -> table.column(id).stream())
                        .filter(c -> !c.required())
                        .map(c -> quote(c.name()) + " IS NOT NULL")
                        .collect(Collectors.joining(" AND "));
        return List.of(
                "CREATE UNIQUE INDEX "
                        + quote(key.name())
                        + " ON "
                        + quote(table.name())
                        + " ("
                        + columnList(table, key.columns())
                        + ") WHERE "
                        + present);
    }

    @Override
    protected List<String> dropUnique(Table table, UniqueKey key) {
        return isIndex(table, key)
                ? List.of(dropIndex(table, key.name()))
                : super.dropUnique(table, key);
    }

    private String dropIndex(Table table, String name) {
        return "DROP INDEX " + quote(name) + " ON " + quote(table.name());
    }

    @Override
    protected List<String> dropIndex(Table table, Index index) {
        return List.of(dropIndex(table, index.name()));
    }

    @Override
    protected String action(String event, Action action) {
        return action == Action.RESTRICT ? "" : super.action(event, action);
    }

    @Override
    protected List<String> renameTable(TableName from, TableName to) {
        return List.of(rename(quote(from), to.name(), "OBJECT"));
    }

    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        return List.of(rename(quote(new TableName(table.name().schema(), from)), to, "OBJECT"));
    }

    String rename(String quoted, String to, String kind) {
        return "EXEC sp_rename "
                + SqlServerText.literal(quoted)
                + ", "
                + SqlServerText.literal(to)
                + ", N'"
                + kind
                + "'";
    }

    /** Nor would a check or the condition of an index let the name go. */
    @Override
    public boolean isBlockedByComputed(Change change) {
        return change instanceof Change.RenameColumn;
    }

    @Override
    protected List<String> renameColumn(Change.RenameColumn change) {
        Table table = change.table();
        String place = quote(table.name()) + "." + quote(change.from());
        String rename = rename(place, change.to(), "COLUMN");
        boolean held =
                !table.checks().isEmpty()
                        || table.indexes().stream().anyMatch(i -> i.where() != null)
                        || table.uniques().stream().anyMatch(u -> isIndex(table, u));
        return List.of(
                held
                        ? dependants.aroundRename(table.name(), change.from(), change.to(), rename)
                        : rename);
    }

    @Override
    protected List<String> addColumn(Table table, Column column) {
        boolean filled = column.defaultValue() != null && column.identity() == null;
        List<String> statements = new ArrayList<>();
        statements.add(
                alter(table) + "ADD " + column(table, column) + (filled ? " WITH VALUES" : ""));
        statements.addAll(
                SqlServerComments.change(table, column, "", SqlServerComments.of(column)));
        return statements;
    }

    @Override
    protected List<String> dropColumn(Table table, Column column) {
        String drop = super.dropColumn(table, column).getFirst();
        return List.of(
                column.generated() != null
                        ? drop
                        : dependants.dropColumn(table.name(), column.name(), drop));
    }

    @Override
    protected List<String> changeColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        List<String> statements = new ArrayList<>();
        if (isMadeAgain(to, aspects)) {
            statements.addAll(changeGenerated(table, from, to));
        } else if (aspects.contains(Aspect.TYPE) || aspects.contains(Aspect.REQUIRED)) {
            statements.addAll(alterColumn(table, from, to, aspects));
        } else if (aspects.contains(Aspect.DEFAULT)) {
            if (from.defaultValue() != null) {
                statements.add(dependants.dropDefault(table.name(), to.name()));
            }
            addDefault(table, to).forEach(statements::add);
        }
        if (!isMadeAgain(to, aspects)) {
            statements.addAll(
                    SqlServerComments.change(
                            table, to, SqlServerComments.of(from), SqlServerComments.of(to)));
        }
        return statements;
    }

    /** Of a computed column nothing can be altered (error 4928). */
    private static boolean isMadeAgain(Column column, Set<Aspect> aspects) {
        return aspects.contains(Aspect.GENERATED)
                || column.generated() != null
                        && (aspects.contains(Aspect.TYPE) || aspects.contains(Aspect.REQUIRED));
    }

    @Override
    public List<Column> remakes(Change change) {
        return switch (change) {
            case Change.ChangeColumn c when isMadeAgain(c.to(), c.aspects()) -> List.of(c.to());
            case Change.ChangeColumn c
                    when c.aspects().contains(Aspect.TYPE)
                            || c.aspects().contains(Aspect.REQUIRED) ->
                    computedFrom(c.table(), c.to().name());
            default -> List.of();
        };
    }

    List<String> addDefault(Table table, Column column) {
        String constraint = defaultConstraint(table, column);
        return constraint.isEmpty()
                ? List.of()
                : List.of(alter(table) + "ADD" + constraint + " FOR " + quote(column.name()));
    }

    /**
     * The default goes and comes back even if it stays, for it depends on the column. A unique key
     * takes another form when its column becomes required or no longer is.
     */
    private List<String> alterColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        SqlServerConversion conversion = new SqlServerConversion(names, table, from.type(), to);
        List<String> statements = new ArrayList<>();
        if (aspects.contains(Aspect.TYPE)) {
            conversion.before().forEach(statements::add);
        }
        List<UniqueKey> reformed =
                aspects.contains(Aspect.REQUIRED) ? reformed(table, to) : List.of();
        StringBuilder change = new StringBuilder();
        change.append(alter(table))
                .append("ALTER COLUMN ")
                .append(quote(to.name()))
                .append(' ')
                .append(type(to))
                .append(to.required() ? " NOT NULL;\n" : " NULL;\n");
        addDefault(table, to).forEach(d -> change.append(d).append(";\n"));
        List<Column> computed = computedFrom(table, to.name());
        computed.forEach(c -> statements.addAll(dropColumn(table, c)));
        statements.add(
                dependants.around(
                        table.name(), to.name(), change.toString(), reform(table, from, reformed)));
        computed.forEach(c -> statements.addAll(addColumn(table, c)));
        if (aspects.contains(Aspect.TYPE)) {
            conversion.after().forEach(statements::add);
        }
        return statements;
    }

    /** Unique keys of the column that are a constraint before and an index after, or vice versa. */
    private static List<UniqueKey> reformed(Table table, Column to) {
        Column before = to.withRequired(!to.required());
        Table then =
                table.withColumns(
                        table.columns().stream()
                                .map(c -> c.id().equals(to.id()) ? before : c)
                                .toList());
        return table.uniques().stream()
                .filter(u -> u.columns().contains(to.id()))
                .filter(u -> isIndex(table, u) || isIndex(then, u))
                .toList();
    }

    /** What makes each such key in its new form, by name. */
    private List<SqlServerDependants.Reform> reform(
            Table table, Column from, List<UniqueKey> keys) {
        return keys.stream()
                .map(k -> new SqlServerDependants.Reform(k.name(), addUnique(table, k).getFirst()))
                .toList();
    }

    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        List<String> statements = new ArrayList<>();
        if (to.generated() != null) {
            statements.addAll(dropColumn(table, from.withName(to.name())));
            statements.addAll(addColumn(table, to));
            return statements;
        }
        Column kept = to.withName("plinth_kept").withRequired(false).withDefault(null);
        statements.add(alter(table) + "ADD " + column(table, kept));
        statements.add(
                "UPDATE "
                        + quote(table.name())
                        + " SET "
                        + quote(kept.name())
                        + " = "
                        + quote(to.name()));
        statements.addAll(dropColumn(table, from.withName(to.name())));
        statements.add(rename(quote(table.name()) + "." + quote(kept.name()), to.name(), "COLUMN"));
        if (to.required()) {
            statements.add(
                    alter(table)
                            + "ALTER COLUMN "
                            + quote(to.name())
                            + " "
                            + type(to)
                            + " NOT NULL");
        }
        statements.addAll(addDefault(table, to));
        statements.addAll(SqlServerComments.change(table, to, "", SqlServerComments.of(to)));
        return statements;
    }

    @Override
    protected List<String> changeTableComment(Table table, String from, String to) {
        return SqlServerComments.change(table, from, to);
    }

    @Override
    protected List<String> createView(View view) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE VIEW " + quote(view.name()) + " AS " + view.query());
        statements.addAll(SqlServerComments.add(view.name(), view.comment()));
        return statements;
    }

    @Override
    protected List<String> rebuildTable(Change.RebuildTable change) {
        return new SqlServerRebuild(this, dependants, names).statements(change);
    }

    /** The column as a new table beside the old one has it: names of constraints are taken. */
    String bareColumn(Table table, Column column) {
        return column(table, column.withDefault(null));
    }

    String addKey(Table table) {
        return addPrimaryKey(table, java.util.Objects.requireNonNull(table.primaryKey()))
                .getFirst();
    }

    List<String> addUniqueKey(Table table, UniqueKey key) {
        return addUnique(table, key);
    }

    String addCheck(Table table, dev.plinth.schema.model.Check check) {
        return alter(table) + "ADD " + check(check);
    }

    String index(Table table, Index index) {
        return addIndex(table, index);
    }

    String addForeignKey(Table table, ForeignKey key) {
        return alter(table) + "ADD " + foreignKey(key);
    }

    String valueOf(ColumnType type, Default value) {
        return defaultValue(type, value);
    }

    @Override
    protected List<String> addIdentity(Table table, Column column) {
        throw new IllegalStateException("a numbered column is changed by a rebuild of its table");
    }
}
