package dev.plinth.schema.dialect.duckdb;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DuckDB alters little, and next to nothing of a table that has checks or indexes: whatever {@link
 * #supports} refuses is done by a rebuild. A filled column is among it, because no index can be
 * made in the transaction of an UPDATE.
 */
final class DuckDbStatements extends StandardStatements {
    private static final Set<Aspect> IN_PLACE = EnumSet.of(Aspect.DEFAULT, Aspect.COMMENT);

    DuckDbStatements(Names names, Types types) {
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
            case Change.ChangeTableComment c -> true;
            case Change.AddColumn c -> canBeAdded(c.column());
            case Change.DropColumn c -> false;
            case Change.RenameColumn c -> true;
            case Change.ChangeColumn c -> IN_PLACE.containsAll(c.aspects());
            case Change.FillColumn c -> false;
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

    private static boolean canBeAdded(Column column) {
        boolean constant = column.defaultValue() instanceof Default.Value;
        return column.generated() == null
                && column.identity() == null
                && DuckDbTypes.limit(column.type(), column.name()).isEmpty()
                && !column.required()
                && (constant || column.defaultValue() == null);
    }

    @Override
    public boolean isBlockedByIndexes(Change change) {
        return change instanceof Change.RenameTable || change instanceof Change.RenameColumn;
    }

    /** The sequence that numbers a column; by ids, because it can never be renamed. */
    private String sequence(Table table, Column column) {
        return names.fitted("plinth_" + table.id() + "_" + column.id() + "_seq");
    }

    private String quotedSequence(Table table, Column column) {
        return quote(
                new dev.plinth.schema.model.TableName(
                        table.name().schema(), sequence(table, column)));
    }

    static List<Column> numbered(Table table) {
        return table.columns().stream().filter(c -> c.identity() != null).toList();
    }

    String createSequence(Table table, Column column) {
        return "CREATE SEQUENCE IF NOT EXISTS " + quotedSequence(table, column);
    }

    String dropSequence(Table table, Column column) {
        return "DROP SEQUENCE IF EXISTS " + quotedSequence(table, column);
    }

    @Override
    protected String column(Table table, Column column) {
        boolean computed = column.generated() != null;
        String name = quote(column.name());
        String limit = computed ? "" : DuckDbTypes.limit(column.type(), name);
        return Stream.of(
                        name,
                        DuckDbTypes.spelled(types.sql(column.type())),
                        column.identity() == null
                                ? value(column)
                                : "DEFAULT nextval(" + text(quotedSequence(table, column)) + ")",
                        column.required() && !computed ? "NOT NULL" : "",
                        limit.isEmpty() ? "" : "CHECK (" + limit + ")")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + sql(generated.expression()) + ")";
    }

    /** The name would be forgotten, so it is part of the condition: false, and never in the way. */
    @Override
    protected String check(Check check) {
        String condition = sql(check.expression());
        return check.name().isEmpty()
                ? "CHECK (" + condition + ")"
                : "CHECK (" + text(check.name()) + " IS NULL OR (" + condition + "))";
    }

    @Override
    protected String now(ColumnType type) {
        if (type instanceof DateType) {
            return "current_date";
        }
        if (type instanceof TimeType) {
            return "current_localtime()";
        }
        return type instanceof TimestampType ? "current_localtimestamp()" : "current_timestamp";
    }

    @Override
    protected String newUuid() {
        return "uuid()";
    }

    @Override
    protected List<String> createTable(Change.CreateTable change) {
        List<String> statements = new ArrayList<>();
        numbered(change.table())
                .forEach(
                        c -> {
                            statements.add(dropSequence(change.table(), c));
                            statements.add(createSequence(change.table(), c));
                        });
        statements.addAll(super.createTable(change));
        return statements;
    }

    List<String> create(Table table, List<ForeignKey> keys) {
        return super.createTable(new Change.CreateTable(table, keys));
    }

    @Override
    protected List<String> dropTable(Table table) {
        List<String> statements = new ArrayList<>(super.dropTable(table));
        numbered(table).forEach(c -> statements.add(dropSequence(table, c)));
        return statements;
    }

    /** Names of keys are forgotten anyhow. */
    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        return List.of();
    }

    @Override
    protected List<String> rebuildTable(Change.RebuildTable change) {
        return new DuckDbRebuild(this, names, types).statements(change);
    }

    String index(Table table, Index index) {
        return addIndex(table, index);
    }

    String valueOf(ColumnType type, Default value) {
        return defaultValue(type, value);
    }

    @Override
    public List<String> restartIdentity(Table table) {
        return numbered(table).stream().map(c -> goOn(table, c)).toList();
    }

    /** Goes on after the highest number that is there or was given. */
    String goOn(Table table, Column column) {
        String highest =
                "greatest(coalesce((SELECT max("
                        + quote(column.name())
                        + ") FROM "
                        + quote(table.name())
                        + "), 0), coalesce((SELECT max(last_value) FROM duckdb_sequences()"
                        + " WHERE database_name = current_database() AND schema_name = "
                        + (table.name().schema().isEmpty()
                                ? "current_schema()"
                                : text(table.name().schema()))
                        + " AND sequence_name = "
                        + text(sequence(table, column))
                        + "), 0))";
        return "SELECT setval("
                + text(quotedSequence(table, column))
                + ", highest) FROM (SELECT "
                + highest
                + " AS highest) WHERE highest > 0";
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
