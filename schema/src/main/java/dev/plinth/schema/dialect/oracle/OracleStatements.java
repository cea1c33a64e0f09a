package dev.plinth.schema.dialect.oracle;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** DDL of Oracle Database, which commits before and after each statement. */
final class OracleStatements extends StandardStatements {
    private final OracleTypes own;

    OracleStatements(Names names, OracleTypes types) {
        super(names, types);
        this.own = types;
    }

    @Override
    public String terminator() {
        return "\n/\n";
    }

    /** Tools that read scripts of SQL*Plus want the stroke behind blocks only. */
    @Override
    public String ended(String sql) {
        String bare = sql.stripTrailing();
        return bare.endsWith(";") ? bare + terminator() : bare + ";\n";
    }

    @Override
    protected List<String> createTable(Change.CreateTable change) {
        Table table = change.table();
        Table within =
                table.withUniques(
                        table.uniques().stream().filter(u -> !isIndex(table, u)).toList());
        List<String> statements =
                new ArrayList<>(
                        super.createTable(new Change.CreateTable(within, change.foreignKeys())));
        table.uniques().stream()
                .filter(u -> isIndex(table, u))
                .forEach(u -> statements.addAll(addUnique(table, u)));
        return statements;
    }

    /** An empty text takes a comment away; to NULL there is none. */
    @Override
    protected String columnComment(Table table, Column column) {
        return "COMMENT ON COLUMN "
                + quote(table.name())
                + "."
                + quote(column.name())
                + " IS "
                + text(column.comment());
    }

    @Override
    protected String tableComment(Table table, String comment) {
        return "COMMENT ON TABLE " + quote(table.name()) + " IS " + text(comment);
    }

    @Override
    protected String column(Table table, Column column) {
        StringBuilder text = new StringBuilder(quote(column.name()));
        text.append(' ').append(types.sql(column.type()).replace(OracleTypes.JSON, ""));
        String value = value(column);
        if (!value.isEmpty()) {
            text.append(' ').append(value);
        }
        if (column.generated() == null) {
            OracleKind.of(column.type())
                    .ifPresent(k -> text.append(' ').append(k.check(quote(column.name()))));
        }
        return column.required() ? text.append(" NOT NULL").toString() : text.toString();
    }

    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + sql(generated.expression()) + ") VIRTUAL";
    }

    @Override
    protected String defaultValue(ColumnType type, Default value) {
        return value instanceof Default.Sql(String text)
                ? "(" + text + ")"
                : super.defaultValue(type, value);
    }

    @Override
    protected String now(ColumnType type) {
        return nowOf(type);
    }

    static String nowOf(ColumnType type) {
        String utc = "SYS_EXTRACT_UTC(SYSTIMESTAMP)";
        return switch (type) {
            case ZonedTimestampType _ -> "SYSTIMESTAMP";
            case DateType _ -> "TRUNC(" + utc + ")";
            case TimeType _ -> utc + " - CAST(TRUNC(" + utc + ") AS TIMESTAMP)";
            default -> utc;
        };
    }

    @Override
    protected String newUuid() {
        return "SYS_GUID()";
    }

    @Override
    protected String unique(Table table, UniqueKey key) {
        return constraint(key.name())
                + "UNIQUE ("
                + columnList(table, key.columns())
                + ")"
                + deferral(key.deferral());
    }

    /**
     * Of several columns, a constraint takes two rows for equal that have NULL in the same place;
     * an index leaves out rows of which every part is NULL.
     */
    static boolean isIndex(Table table, UniqueKey key) {
        return key.columns().size() > 1
                && key.columns().stream()
                        .flatMap(id -> table.column(id).stream())
                        .anyMatch(c -> !c.required());
    }

    @Override
    protected List<String> addUnique(Table table, UniqueKey key) {
        if (!isIndex(table, key)) {
            return super.addUnique(table, key);
        }
        List<Column> columns =
                key.columns().stream().flatMap(id -> table.column(id).stream()).toList();
        String present =
                columns.stream()
                        .filter(c -> !c.required())
                        .map(c -> quote(c.name()) + " IS NOT NULL")
                        .collect(Collectors.joining(" AND "));
        String parts =
                columns.stream()
                        .map(c -> "CASE WHEN " + present + " THEN " + quote(c.name()) + " END")
                        .collect(Collectors.joining(", "));
        return List.of(
                "CREATE UNIQUE INDEX "
                        + besides(table, key.name())
                        + " ON "
                        + quote(table.name())
                        + " ("
                        + parts
                        + ")");
    }

    /** Others may have made a constraint where we would have made an index. */
    @Override
    protected List<String> dropUnique(Table table, UniqueKey key) {
        return isIndex(table, key)
                ? List.of(
                        OracleBlocks.dropKey(
                                table.name(),
                                key.name(),
                                alter(table) + "DROP CONSTRAINT " + quote(key.name()),
                                "DROP INDEX " + besides(table, key.name())))
                : super.dropUnique(table, key);
    }

    /** The name of something that lies in the schema of the table. */
    private String besides(Table table, String name) {
        return quote(new TableName(table.name().schema(), name));
    }

    /** The index of a key keeps the name that it was made with. */
    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        List<String> statements = new ArrayList<>(super.renameConstraint(table, from, to));
        statements.add("ALTER INDEX " + besides(table, from) + " RENAME TO " + quote(to));
        return statements;
    }

    @Override
    protected String addIndex(Table table, Index index) {
        return "CREATE "
                + (index.unique() ? "UNIQUE " : "")
                + "INDEX "
                + besides(table, index.name())
                + " ON "
                + quote(table.name())
                + " ("
                + indexParts(table, index)
                + ")"
                // Refused there: an index of all rows would be another one.
                + (index.where() == null ? "" : " WHERE " + sql(index.where()));
    }

    @Override
    protected String action(String event, Action action) {
        return action == Action.RESTRICT ? "" : super.action(event, action);
    }

    @Override
    protected List<String> addColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        if (column.defaultValue() instanceof Default.NewUuid) {
            // So that each row that exists gets one of its own.
            Column open = column.withDefault(null).withRequired(false);
            statements.add(alter(table) + "ADD (" + column(table, open) + ")");
            statements.add(update(table, column.name(), newUuid()));
            statements.add(
                    modify(
                            table,
                            column,
                            "DEFAULT " + newUuid() + (column.required() ? " NOT NULL" : "")));
        } else {
            statements.add(alter(table) + "ADD (" + column(table, column) + ")");
        }
        if (!column.comment().isEmpty()) {
            statements.add(columnComment(table, column));
        }
        return statements;
    }

    String modify(Table table, Column column, String what) {
        return alter(table) + "MODIFY (" + quote(column.name()) + " " + what + ")";
    }

    String update(Table table, String column, String value) {
        return "UPDATE " + quote(table.name()) + " SET " + quote(column) + " = " + value;
    }

    String rename(Table table, String from, String to) {
        return alter(table) + "RENAME COLUMN " + quote(from) + " TO " + quote(to);
    }

    String alterTable(Table table) {
        return alter(table);
    }

    /** What a column is made of when it takes the place of another. */
    String bare(Table table, Column column) {
        return column(table, column.withDefault(null).withRequired(false));
    }

    @Override
    public List<Column> remakes(Change change) {
        if (!(change instanceof Change.ChangeColumn(Table table, Column from, Column to, var a))) {
            return List.of();
        }
        List<Column> remade = new ArrayList<>();
        boolean retyped =
                a.contains(Aspect.TYPE)
                        && !new OracleConversion(this, own, table, from, to).widens();
        boolean numbered = a.contains(Aspect.IDENTITY) && from.identity() == null;
        boolean reformed =
                a.contains(Aspect.REQUIRED)
                        && table.uniques().stream()
                                .anyMatch(
                                        u ->
                                                u.columns().size() > 1
                                                        && u.columns().contains(to.id()));
        boolean functional = a.contains(Aspect.TYPE) && isInFunction(table, to);
        if (retyped || numbered || reformed || functional || a.contains(Aspect.GENERATED)) {
            remade.add(to);
        }
        if (retyped || numbered || a.contains(Aspect.TYPE)) {
            remade.addAll(computedFrom(table, to.name()));
        }
        return remade;
    }

    /**
     * Whether an index computes something from the column, as one of moments or descending does.
     */
    private static boolean isInFunction(Table table, Column column) {
        boolean unique =
                table.uniques().stream()
                        .anyMatch(u -> isIndex(table, u) && u.columns().contains(column.id()));
        return unique
                || table.indexes().stream()
                        .flatMap(i -> i.parts().stream())
                        .anyMatch(
                                p ->
                                        p.isColumn()
                                                ? p.column().equals(column.id())
                                                        && (p.descending()
                                                                || column.type()
                                                                        instanceof
                                                                        ZonedTimestampType)
                                                : p.expression().contains(column.name()));
    }

    @Override
    protected List<String> changeColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        List<String> statements = new ArrayList<>();
        if (aspects.contains(Aspect.GENERATED)) {
            statements.addAll(changeGenerated(table, from, to));
            return statements;
        }
        boolean renumbered = aspects.contains(Aspect.IDENTITY);
        boolean retyped = aspects.contains(Aspect.TYPE);
        boolean remade = retyped || renumbered && from.identity() == null;
        List<Column> computed = remade ? computedFrom(table, to.name()) : List.of();
        computed.forEach(c -> statements.addAll(dropColumn(table, c)));
        if (renumbered && to.identity() == null) {
            statements.add(OracleBlocks.dropIdentity(table, to, modify(table, to, "")));
        }
        OracleConversion conversion = new OracleConversion(this, own, table, from, to);
        if (retyped) {
            statements.addAll(conversion.statements());
        }
        if (aspects.contains(Aspect.DEFAULT) || retyped && to.defaultValue() != null) {
            statements.add(modify(table, to, "DEFAULT " + defaultOf(to)));
        }
        if (renumbered && to.identity() != null) {
            statements.addAll(renumber(table, from, to));
        } else {
            boolean now = from.required() && !(retyped && !conversion.widens());
            if (now != to.required()) {
                statements.add(modify(table, to, to.required() ? "NOT NULL" : "NULL"));
            }
        }
        computed.forEach(c -> statements.addAll(addColumn(table, c)));
        if (aspects.contains(Aspect.COMMENT) || remade && !to.comment().isEmpty()) {
            statements.add(columnComment(table, to));
        }
        return statements;
    }

    private String defaultOf(Column column) {
        return column.defaultValue() == null
                ? "NULL"
                : defaultValue(column.type(), column.defaultValue());
    }

    /** A column that exists cannot begin to number itself, so a new one takes its place. */
    private List<String> renumber(Table table, Column from, Column to) {
        List<String> statements = new ArrayList<>();
        if (from.identity() == null) {
            Column open = to.withName(OracleConversion.WAITING);
            statements.add(
                    alter(table)
                            + "ADD ("
                            + quote(open.name())
                            + " "
                            + types.sql(to.type())
                            + " GENERATED BY DEFAULT AS IDENTITY)");
            statements.add(update(table, open.name(), quote(to.name())));
            statements.addAll(dropColumn(table, to));
            statements.add(rename(table, open.name(), to.name()));
        }
        statements.add(restart(table, to));
        return statements;
    }

    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        List<String> statements = new ArrayList<>();
        if (to.generated() != null) {
            statements.addAll(dropColumn(table, to));
            statements.addAll(addColumn(table, to));
            return statements;
        }
        Column kept = to.withName(OracleConversion.WAITING).withRequired(false).withComment("");
        statements.addAll(addColumn(table, kept));
        statements.add(update(table, kept.name(), quote(to.name())));
        statements.addAll(dropColumn(table, to));
        statements.add(rename(table, kept.name(), to.name()));
        if (to.required()) {
            statements.add(modify(table, to, "NOT NULL"));
        }
        if (!to.comment().isEmpty()) {
            statements.add(columnComment(table, to));
        }
        return statements;
    }

    @Override
    protected List<String> createView(View view) {
        return List.of("CREATE VIEW " + quote(view.name()) + " AS " + view.query());
    }

    @Override
    public List<String> restartIdentity(Table table) {
        return table.columns().stream()
                .filter(c -> c.identity() != null)
                .map(c -> restart(table, c))
                .toList();
    }

    private String restart(Table table, Column column) {
        String start = value(column) + " (START WITH ";
        return OracleBlocks.afterHighest(
                quote(table.name()), quote(column.name()), modify(table, column, start), "))");
    }

    @Override
    protected List<String> addIdentity(Table table, Column column) {
        throw new IllegalStateException("an identity is added where columns are changed");
    }
}
