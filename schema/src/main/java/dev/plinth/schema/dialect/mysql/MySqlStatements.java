package dev.plinth.schema.dialect.mysql;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Each change of a column says all of it again: what MODIFY leaves out is lost. */
public class MySqlStatements extends StandardStatements {
    /** Rows that one statement fills, so that writers of them wait for a moment only. */
    private static final int BATCH = 10_000;

    /**
     * Ends the comment of a DATETIME whose values are points in time, for people and inspection.
     */
    static final String UTC_MARK = "[UTC]";

    /** Ends the comment of a LONGTEXT that is JSON. */
    static final String JSON_MARK = "[JSON]";

    private static final String NUMBERING_KEY = "plinth_numbering";

    private final MySqlIndexes indexes;

    public MySqlStatements(Names names, MySqlTypes types) {
        super(names, types);
        this.indexes = new MySqlIndexes(names);
    }

    /** The collation of tables that are made. */
    protected String collation() {
        return MySqlDialect.COLLATION;
    }

    @Override
    protected List<String> createTable(Change.CreateTable change) {
        Table table = change.table();
        String comment =
                table.comment().isEmpty() ? "" : " COMMENT=" + MySqlText.escaped(table.comment());
        return List.of(
                "CREATE TABLE "
                        + quote(table.name())
                        + " (\n    "
                        + String.join(",\n    ", body(table, change.foreignKeys()))
                        + "\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE="
                        + collation()
                        + comment);
    }

    @Override
    protected String column(Table table, Column column) {
        boolean later = table.indexes().stream().anyMatch(i -> numbers(table, i));
        return column(column, !later);
    }

    private String column(Column column, boolean numbered) {
        StringBuilder text = new StringBuilder(quote(column.name()));
        text.append(' ').append(types.sql(column.type()));
        if (column.generated() != null) {
            text.append(' ').append(generated(column.generated()));
        }
        if (column.required()) {
            text.append(" NOT NULL");
        }
        if (column.identity() != null && numbered) {
            text.append(" AUTO_INCREMENT");
        } else if (column.defaultValue() != null && column.generated() == null) {
            text.append(" DEFAULT ").append(defaultValue(column.type(), column.defaultValue()));
        }
        String comment = comment(column);
        return comment.isEmpty()
                ? text.toString()
                : text.append(" COMMENT ").append(MySqlText.escaped(comment)).toString();
    }

    private String comment(Column column) {
        String mark = mark(column.type());
        return column.comment().isEmpty() || mark.isEmpty()
                ? column.comment() + mark
                : column.comment() + " " + mark;
    }

    /** What the comment says about a type that the database does not tell from another. */
    protected String mark(ColumnType type) {
        return type instanceof ZonedTimestampType
                ? UTC_MARK
                : type instanceof JsonType ? JSON_MARK : "";
    }

    @Override
    protected String defaultValue(ColumnType type, Default value) {
        return switch (value) {
            case Default.Value(String text) -> constant(type, text);
            case Default.Now() -> now(type);
            case Default.NewUuid() -> "(" + newUuid() + ")";
            case Default.Sql(String text) -> "(" + text + ")";
        };
    }

    /**
     * Long texts take an expression only, a date no literal that names its type, and a text in
     * hexadecimal is shown again in the wrong character set.
     */
    private String constant(ColumnType type, String text) {
        String literal = types.literal(type, text);
        return switch (type) {
            case DateType _, TimeType _, TimestampType _, ZonedTimestampType _ ->
                    literal.substring(literal.indexOf('\''));
            case LongTextType _, JsonType _, NativeType _ -> "(" + MySqlText.escaped(text) + ")";
            case TextType _, ChoiceType _ -> MySqlText.escaped(text);
            // UNHEX is shown again as it was written, the literal with marks for unknown bytes.
            case BinaryType binary ->
                    "(UNHEX('" + MySqlText.hexadecimal(binary.parse(text)) + "'))";
            case IntegerType _, DecimalType _, FloatType _, BooleanType _, UuidType _ -> literal;
        };
    }

    @Override
    protected String now(ColumnType type) {
        return switch (type) {
            case DateType() -> "(CURRENT_DATE)";
            case TimeType(int digits) -> "(CURRENT_TIME" + precision(digits) + ")";
            case TimestampType(int digits) -> "CURRENT_TIMESTAMP" + precision(digits);
            case ZonedTimestampType(int digits) -> "(UTC_TIMESTAMP" + precision(digits) + ")";
            default -> "(CURRENT_TIMESTAMP)";
        };
    }

    private static String precision(int digits) {
        return "(" + Math.min(digits, MySqlTypes.MAX_DIGITS) + ")";
    }

    /** UUID() would tell the time and the machine. */
    @Override
    protected String newUuid() {
        return "UNHEX(CONCAT(HEX(RANDOM_BYTES(6)),'4',SUBSTR(HEX(RANDOM_BYTES(2)),2,3),"
                + "SUBSTR('89AB',1 + FLOOR(RAND() * 4),1),SUBSTR(HEX(RANDOM_BYTES(8)),2,15)))";
    }

    @Override
    protected String primaryKey(Table table, PrimaryKey key) {
        return "PRIMARY KEY (" + columnList(table, key.columns()) + ")";
    }

    /** Every primary key is called PRIMARY. */
    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        return List.of();
    }

    @Override
    protected List<String> addPrimaryKey(Table table, PrimaryKey key) {
        return List.of(
                alter(table) + "ADD " + primaryKey(table, key) + numbering(table, key.columns()));
    }

    /** One batch of rows; those that would stay without a value are passed over. */
    protected List<String> fillBatch(Table table, Column column) {
        String value = sql(Objects.requireNonNull(column.backfill(), "a filled column"));
        return fillColumn(table, column).stream()
                .map(sql -> sql + " AND (" + value + ") IS NOT NULL LIMIT " + BATCH)
                .toList();
    }

    @Override
    protected List<String> addUnique(Table table, UniqueKey key) {
        return List.of(
                alter(table) + "ADD " + unique(table, key) + numbering(table, key.columns()));
    }

    @Override
    protected List<String> dropUnique(Table table, UniqueKey key) {
        return dropIndex(table, table.withoutUnique(key.name()), key.name(), key.columns());
    }

    @Override
    protected List<String> dropIndex(Table table, Index index) {
        List<String> columns = MySqlIndexes.columns(index);
        return dropIndex(table, table.withoutIndex(index.name()), index.name(), columns);
    }

    private List<String> dropIndex(Table table, Table then, String name, List<String> columns) {
        List<String> statements = new ArrayList<>();
        unnumbered(then, columns).ifPresent(modify -> statements.add(alter(table) + modify));
        statements.addAll(indexes.drop(table, name, columns, ""));
        return statements;
    }

    @Override
    protected List<String> dropRelation(Table table, ForeignKey key) {
        return indexes.dropForeignKey(table, key);
    }

    private static boolean beginsAKey(Table table, String column) {
        return Stream.concat(
                        Stream.of(table.keyColumns()),
                        table.uniques().stream().map(UniqueKey::columns))
                .anyMatch(startsWith(column));
    }

    /** Whether a column numbers itself by this index, as no key begins with it. */
    private static boolean numbers(Table table, Index index) {
        List<String> columns = MySqlIndexes.columns(index);
        return !columns.isEmpty()
                && index.where() == null
                && table.column(columns.getFirst()).filter(c -> c.identity() != null).isPresent()
                && !beginsAKey(table, columns.getFirst());
    }

    /**
     * Numbers come back once a key begins with their column, without which they are not allowed.
     */
    private String numbering(Table table, List<String> columns) {
        return table.column(columns.getFirst())
                .filter(c -> c.identity() != null)
                .map(c -> ", MODIFY COLUMN " + column(c, true))
                .orElse("");
    }

    @Override
    protected List<String> dropPrimaryKey(Table table, PrimaryKey key) {
        String unnumbered =
                unnumbered(table.withPrimaryKey(null), key.columns())
                        .map(modify -> modify + ", ")
                        .orElse("");
        return List.of(alter(table) + unnumbered + "DROP PRIMARY KEY");
    }

    /** Takes the numbers from the column that a key began with, if it was the last. */
    private Optional<String> unnumbered(Table then, List<String> columns) {
        return columns.stream()
                .findFirst()
                .flatMap(then::column)
                .filter(c -> c.identity() != null)
                .filter(c -> !beginsAKey(then, c.id()))
                .filter(c -> then.indexes().stream().noneMatch(i -> numbers(then, i)))
                .map(c -> "MODIFY COLUMN " + column(c, false));
    }

    private static java.util.function.Predicate<List<String>> startsWith(String column) {
        return columns -> !columns.isEmpty() && columns.getFirst().equals(column);
    }

    @Override
    protected List<String> addColumn(Table table, Column column) {
        String add = alter(table) + "ADD COLUMN ";
        if (column.identity() != null) {
            return List.of(
                    add
                            + column(column, true)
                            + ", ADD UNIQUE KEY "
                            + quote(NUMBERING_KEY)
                            + " ("
                            + quote(column.name())
                            + ")",
                    alter(table)
                            + "MODIFY COLUMN "
                            + column(column, false)
                            + ", DROP INDEX "
                            + quote(NUMBERING_KEY));
        }
        if (column.defaultValue() instanceof Default.NewUuid) {
            // A new value for each row cannot be part of ALTER TABLE.
            return List.of(
                    add + column(column.withDefault(null).withRequired(false), false),
                    "UPDATE "
                            + quote(table.name())
                            + " SET "
                            + quote(column.name())
                            + " = "
                            + newUuid(),
                    modify(table, column));
        }
        boolean lacksValues =
                column.required() && column.defaultValue() == null && column.generated() == null;
        return lacksValues
                // In one statement rows that exist would get 0 or an empty text.
                ? List.of(add + column(column.withRequired(false), false), modify(table, column))
                : List.of(add + column(column, false));
    }

    private String modify(Table table, Column column) {
        return alter(table) + "MODIFY COLUMN " + column(column, true);
    }

    /** Base64 would take two statements, of which the second must not be run twice. */
    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return from instanceof BinaryType == to instanceof BinaryType;
    }

    /** What MODIFY does not convert by itself. */
    protected MySqlConversion conversion() {
        return new MySqlConversion(names, false);
    }

    @Override
    protected List<String> changeColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        if (aspects.contains(Aspect.GENERATED)) {
            return changeGenerated(table, from, to);
        }
        List<String> statements = new ArrayList<>();
        if (aspects.contains(Aspect.TYPE)) {
            statements.addAll(conversion().before(table, from.type(), to));
        }
        boolean numbered = from.identity() == null && to.identity() != null;
        statements.addAll(numbered ? addIdentity(table, to) : List.of(modify(table, to)));
        if (aspects.contains(Aspect.TYPE)) {
            statements.addAll(conversion().after(table, from.type(), to));
        }
        return statements;
    }

    /** Not even a longer text (errors 1832 and 1833; MariaDB 11.4.5, tried). */
    @Override
    public boolean relationsHoldTypes() {
        return true;
    }

    /** {@code orders_ibfk_1} and its like (MariaDB 11.4.5, MySQL 8.4: "RENAME TABLE Statement"). */
    @Override
    public List<Relation> namedAfter(Table table) {
        String made = table.name().name() + "_ibfk_";
        return table.relations().stream().filter(r -> r.name().startsWith(made)).toList();
    }

    @Override
    public List<Column> remakes(Change change) {
        return change instanceof Change.ChangeColumn(_, _, Column to, var aspects)
                        && aspects.contains(Aspect.GENERATED)
                ? List.of(to)
                : List.of();
    }

    /**
     * A stored one becomes a column like others with its values, one that is computed on reading
     * does not (MariaDB 11.4.5; MySQL 8.4: "ALTER TABLE and Generated Columns"). No statement
     * leaves anything half done behind.
     */
    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        String name = quote(to.name());
        if (to.generated() != null) {
            return List.of(
                    alter(table)
                            + "DROP COLUMN "
                            + name
                            + ", ADD COLUMN "
                            + column(to, false)
                            + place(table, to));
        }
        Generated computed = Objects.requireNonNull(from.generated(), "a computed column");
        Column held =
                from.withName(to.name()).withGenerated(new Generated(computed.expression(), true));
        Column plain = held.withGenerated(null);
        List<String> statements = new ArrayList<>();
        if (!computed.stored()) {
            statements.add(
                    alter(table)
                            + "DROP COLUMN "
                            + name
                            + ", ADD COLUMN "
                            + column(held, false)
                            + place(table, to));
        }
        statements.add(modify(table, plain));
        boolean sameType = types.sql(from.type()).equals(types.sql(to.type()));
        Set<Aspect> others = Aspect.between(plain, to, sameType);
        statements.addAll(others.isEmpty() ? List.of() : changeColumn(table, plain, to, others));
        return statements;
    }

    private String place(Table table, Column column) {
        List<String> ids = table.columns().stream().map(Column::id).toList();
        int at = ids.indexOf(column.id());
        return at == 0 ? " FIRST" : " AFTER " + quote(table.columns().get(at - 1).name());
    }

    /** Where a key is yet to come that begins with the column, its numbers come with it. */
    @Override
    protected List<String> addIdentity(Table table, Column column) {
        return indexes.whereIndexed(
                table,
                column.name(),
                modify(table, column),
                alter(table) + "MODIFY COLUMN " + column(column, false));
    }

    @Override
    protected List<String> renameTable(TableName from, TableName to) {
        return List.of("RENAME TABLE " + quote(from) + " TO " + quote(to));
    }

    /** MySQL 8.4, error 3108; TiDB has the same. */
    @Override
    public boolean isBlockedByComputed(Change change) {
        return change instanceof Change.RenameColumn;
    }

    @Override
    protected String tableComment(Table table, String comment) {
        return alter(table) + "COMMENT = " + MySqlText.escaped(comment);
    }

    @Override
    protected String addIndex(Table table, Index index) {
        String kind =
                index.unique() ? "UNIQUE " : index.method().isEmpty() ? "" : index.method() + " ";
        if (numbers(table, index)) {
            return alter(table)
                    + "ADD "
                    + kind
                    + "INDEX "
                    + quote(index.name())
                    + " ("
                    + indexParts(table, index)
                    + ")"
                    + numbering(table, MySqlIndexes.columns(index));
        }
        return "CREATE "
                + kind
                + "INDEX "
                + quote(index.name())
                + " ON "
                + quote(table.name())
                + " ("
                + indexParts(table, index)
                + ")"
                // Refused there: an index of all rows would be another one.
                + (index.where() == null ? "" : " WHERE " + sql(index.where()));
    }

    /** The first characters of a column are no expression to MySQL. */
    @Override
    protected String indexPart(Table table, Index.Part part) {
        boolean beginning = MySqlIndexes.BEGINNING.matcher(part.expression()).matches();
        if (part.isColumn() || !beginning) {
            return super.indexPart(table, part);
        }
        return part.descending() ? part.expression() + " DESC" : part.expression();
    }

    @Override
    protected List<String> createView(View view) {
        return List.of("CREATE VIEW " + quote(view.name()) + " AS " + view.query());
    }
}
