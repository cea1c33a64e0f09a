package dev.plinth.schema.dialect.hsqldb;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A column is altered only when nothing else looks at it, and renamed when no view does. */
final class HsqldbStatements extends StandardStatements {
    /** Nothing but whether columns have values. */
    private static final Pattern NULL_TEST = Pattern.compile("(?is)[^=<>']*\\bNULL\\b[^=<>']*");

    HsqldbStatements(Names names, Types types) {
        super(names, types);
    }

    @Override
    protected String newUuid() {
        throw new IllegalStateException("no default makes a UUID");
    }

    /** Without it the first number is 0. */
    @Override
    protected String identity(Identity identity) {
        return super.identity(identity) + " (START WITH 1)";
    }

    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + sql(generated.expression()) + ")";
    }

    /** A default may be a literal in quotes, but no cast of one. */
    @Override
    protected String defaultValue(ColumnType type, Default value) {
        return isText(type) && value instanceof Default.Value(String constant)
                ? text(constant)
                : super.defaultValue(type, value);
    }

    @Override
    protected String unique(Table table, UniqueKey key) {
        return constraint(key.name()) + "UNIQUE (" + columnList(table, key.columns()) + ")";
    }

    /** A check that a column has a value would be taken for NOT NULL of the column. */
    @Override
    protected String check(Check check) {
        String condition = sql(check.expression());
        return constraint(check.name())
                + "CHECK ("
                + (NULL_TEST.matcher(condition).matches() ? condition + " OR 1 = 0" : condition)
                + ")";
    }

    @Override
    protected String commentText(String comment) {
        return text(comment);
    }

    /**
     * Once the database was closed and opened again, its generated columns go on under the old name
     * of what is renamed, and the table cannot be altered any more (2.7.4).
     */
    @Override
    public boolean isBlockedByComputed(Change change) {
        return true;
    }

    /** A table that comes back is renamed like any other, so nothing is computed in it by then. */
    @Override
    public List<String> write(Change change) {
        if (change instanceof Change.KeepTable c) {
            Table renamed = c.table().withName(c.kept());
            return around(c.table(), computed(c.table()), renamed, super.write(c));
        }
        return super.write(change);
    }

    private static List<Column> computed(Table table) {
        return table.columns().stream().filter(c -> c.generated() != null).toList();
    }

    private List<String> around(
            Table before, List<Column> columns, Table after, List<String> statements) {
        List<String> all = new ArrayList<>();
        columns.forEach(c -> all.addAll(dropColumn(before, c)));
        all.addAll(statements);
        columns.forEach(c -> all.addAll(addColumn(after, c)));
        return all;
    }

    /** One that numbers itself is never NULL; if that is said, rows are in the way (2.7.4). */
    @Override
    protected List<String> addColumn(Table table, Column column) {
        return super.addColumn(
                table, column.identity() == null ? column : column.withRequired(false));
    }

    @Override
    protected List<String> renameColumn(Change.RenameColumn change) {
        Table table = change.table();
        return List.of(
                alter(table)
                        + "ALTER COLUMN "
                        + quote(change.from())
                        + " RENAME TO "
                        + quote(change.to()));
    }

    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        TableName name = new TableName(table.name().schema(), from);
        return List.of("ALTER CONSTRAINT " + quote(name) + " RENAME TO " + quote(to));
    }

    @Override
    public List<Column> remakes(Change change) {
        return switch (change) {
            case Change.ChangeColumn c when c.aspects().contains(Aspect.TYPE) -> {
                List<Column> made = new ArrayList<>(computedFrom(c.table(), c.to().name()));
                made.add(c.to());
                yield made;
            }
            case Change.ChangeColumn c when c.aspects().contains(Aspect.GENERATED) ->
                    List.of(c.to());
            default -> List.of();
        };
    }

    @Override
    protected List<String> changeType(Table table, Column from, Column to) {
        if (to.generated() != null) {
            return madeAgain(table, to);
        }
        List<String> statements = new ArrayList<>();
        List<Column> computed = computedFrom(table, to.name());
        computed.forEach(c -> statements.addAll(dropColumn(table, c)));
        if (from.type() instanceof BooleanType
                && !isText(to.type())
                && Conversion.hasMeaning(from.type(), to.type())) {
            // By way of a text: TRUE is no number.
            statements.addAll(super.changeType(table, from, to.withType(new TextType(5))));
            statements.add(
                    rewritten(
                            table,
                            to,
                            "CASE %1$s WHEN 'TRUE' THEN '1' WHEN 'FALSE' THEN '0' ELSE %1$s END"));
        }
        if (!Conversion.hasMeaning(from.type(), to.type())) {
            // There are no values; by way of a text any type is taken, and a value would fail.
            statements.addAll(super.changeType(table, from, to.withType(new TextType(255))));
        } else if (to.type() instanceof BooleanType && !isText(from.type())) {
            // Only whole numbers are understood, and only 0 and 1.
            statements.add(rewritten(table, to, "CASE WHEN %1$s <> 0 THEN 1 ELSE %1$s END"));
            statements.addAll(super.changeType(table, from, to.withType(IntegerType.NORMAL)));
        }
        statements.addAll(super.changeType(table, from, to));
        if (isText(to.type())) {
            respelled(from.type()).ifPresent(by -> statements.add(rewritten(table, to, by)));
        }
        computed.forEach(c -> statements.addAll(addColumn(table, c)));
        return statements;
    }

    /** Of texts that were values of another type; changes nothing the second time. */
    private static Optional<String> respelled(ColumnType from) {
        return switch (from) {
            case BooleanType() -> Optional.of("LOWER(%1$s)");
            case TimeType ignored ->
                    Optional.of("CASE WHEN %1$s LIKE '_:%%' THEN '0' || %1$s ELSE %1$s END");
            case ZonedTimestampType ignored ->
                    Optional.of("REGEXP_REPLACE(%1$s, '([+-])([0-9]):', '$10$2:')");
            default -> Optional.empty();
        };
    }

    private String rewritten(Table table, Column column, String value) {
        String name = quote(column.name());
        return "UPDATE " + quote(table.name()) + " SET " + name + " = " + value.formatted(name);
    }

    /** There is no function for Base64, and a cast would read hexadecimal digits. */
    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return from instanceof BinaryType == to instanceof BinaryType;
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType || type instanceof LongTextType;
    }

    /**
     * Numbers start with 1 whatever is there; a row that is written moves them on, and keeps its
     * own.
     */
    @Override
    protected List<String> addIdentity(Table table, Column column) {
        String name = quote(column.name());
        Identity identity = Objects.requireNonNull(column.identity());
        List<String> statements = new ArrayList<>();
        statements.add(alterColumn(table, column) + identity(identity));
        statements.add(
                "UPDATE "
                        + quote(table.name())
                        + " SET "
                        + name
                        + " = "
                        + (identity == Identity.ALWAYS ? "DEFAULT" : name)
                        + " WHERE "
                        + name
                        + " = (SELECT MAX("
                        + name
                        + ") FROM "
                        + quote(table.name())
                        + ")");
        return statements;
    }

    @Override
    protected List<String> changeIdentity(Table table, Column column) {
        List<String> statements = new ArrayList<>(dropIdentity(table, column));
        statements.addAll(addIdentity(table, column));
        return statements;
    }

    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        if (to.generated() != null) {
            return madeAgain(table, to);
        }
        List<String> statements = new ArrayList<>();
        statements.add(alterColumn(table, to) + "DROP EXPRESSION");
        Column plain = from.withName(to.name()).withGenerated(null);
        Set<Aspect> rest = EnumSet.noneOf(Aspect.class);
        boolean sameType = types.sql(from.type()).equals(types.sql(to.type()));
        rest.addAll(Aspect.between(plain, to, sameType));
        rest.remove(Aspect.COMMENT);
        if (!rest.isEmpty()) {
            statements.addAll(changeColumn(table, plain, to, rest));
        }
        return statements;
    }

    private List<String> madeAgain(Table table, Column column) {
        List<String> statements = new ArrayList<>(dropColumn(table, column));
        statements.addAll(addColumn(table, column));
        return statements;
    }
}
