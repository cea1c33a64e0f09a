package dev.plinth.schema.dialect.derby;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Derby changes little of a column in place; for the rest a new column takes the place of the old
 * one. A column that goes takes with it what it is part of, so all of that is dropped before.
 */
final class DerbyStatements extends StandardStatements {
    /** What a column is called until it takes the place of another. */
    static final String WAITING = "plinth_waiting";

    private final DerbyTypes derbyTypes;
    private final DerbyConversion conversion;

    DerbyStatements(Names names, DerbyTypes types) {
        super(names, types);
        this.derbyTypes = types;
        this.conversion = new DerbyConversion(types);
    }

    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return conversion.converted("", from, to).isPresent();
    }

    @Override
    public boolean isBlockedByComputed(Change change) {
        return change instanceof Change.RenameColumn;
    }

    /** A view stands in the way of new names, and goes in silence with a column it shows. */
    @Override
    public boolean isBlockedByViews(Change change) {
        return change instanceof Change.ChangeColumn c && isReplaced(c.from(), c.to(), c.aspects())
                || super.isBlockedByViews(change);
    }

    /** Checks and computed columns stand in the way of new names. */
    /** Later it would be "a duplicate of an existing index", that of the relation (10.17.1). */
    @Override
    public boolean indexesBeforeRelations() {
        return true;
    }

    @Override
    public List<Column> remakes(Change change) {
        return switch (change) {
            case Change.RenameTable c when !c.table().checks().isEmpty() -> c.table().columns();
            case Change.RenameColumn c -> c.table().columnNamed(c.to()).stream().toList();
            case Change.ChangeColumn c
                    when c.aspects().contains(Aspect.TYPE)
                            || isReplaced(c.from(), c.to(), c.aspects()) -> {
                List<Column> remade = new ArrayList<>(computedFrom(c.table(), c.to().name()));
                remade.add(c.to());
                yield remade;
            }
            default -> List.of();
        };
    }

    private boolean isReplaced(Column from, Column to, Set<Aspect> aspects) {
        boolean renumbered =
                aspects.contains(Aspect.IDENTITY)
                        && (from.identity() == null) != (to.identity() == null);
        return renumbered
                || aspects.contains(Aspect.GENERATED)
                || aspects.contains(Aspect.TYPE) && !isLonger(from, to);
    }

    /** A text that becomes longer is all that keeps its column. */
    private static boolean isLonger(Column from, Column to) {
        return from.type() instanceof TextType(int was)
                && to.type() instanceof TextType(int is)
                && was <= is
                && is <= DerbyTypes.LONGEST
                && to.generated() == null;
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
            return "CURRENT_DATE";
        }
        return type instanceof TimeType ? "CURRENT_TIME" : "CURRENT_TIMESTAMP";
    }

    @Override
    protected String defaultValue(ColumnType type, Default value) {
        return value instanceof Default.Value(String text)
                ? derbyTypes.constant(type, text)
                : super.defaultValue(type, value);
    }

    @Override
    protected List<String> renameTable(TableName from, TableName to) {
        return List.of("RENAME TABLE " + quote(from) + " TO " + quote(to.name()));
    }

    /** A primary key, which is all that is renamed, is made again. */
    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        PrimaryKey key = Objects.requireNonNull(table.primaryKey());
        List<String> statements = new ArrayList<>(dropConstraint(table, from));
        statements.addAll(addPrimaryKey(table, new PrimaryKey(to, key.columns())));
        return statements;
    }

    @Override
    protected List<String> renameColumn(Change.RenameColumn change) {
        return List.of(rename(change.table(), change.from(), change.to()));
    }

    private String rename(Table table, String from, String to) {
        return "RENAME COLUMN " + quote(table.name()) + "." + quote(from) + " TO " + quote(to);
    }

    /** One that must have a value is not taken without a default, even by an empty table. */
    @Override
    protected List<String> addColumn(Table table, Column column) {
        boolean bare =
                column.required()
                        && column.defaultValue() == null
                        && column.identity() == null
                        && column.generated() == null;
        List<String> statements =
                new ArrayList<>(super.addColumn(table, bare ? column.withRequired(false) : column));
        if (bare) {
            statements.addAll(changeRequired(table, column));
        }
        return statements;
    }

    @Override
    protected List<String> dropColumn(Table table, Column column) {
        return List.of(alter(table) + "DROP COLUMN " + quote(column.name()) + " RESTRICT");
    }

    @Override
    protected List<String> changeColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        if (!isReplaced(from, to, aspects)) {
            return super.changeColumn(table, from, to, aspects);
        }
        List<String> statements = new ArrayList<>();
        List<Column> computed = computedFrom(table, to.name());
        computed.forEach(c -> statements.addAll(dropColumn(table, c)));
        if (to.generated() != null) {
            statements.addAll(dropColumn(table, to));
            statements.addAll(addColumn(table, to));
        } else {
            statements.addAll(replaced(table, from, to));
        }
        computed.forEach(c -> statements.addAll(addColumn(table, c)));
        return statements;
    }

    /** A table numbers one column alone, and an identity cannot be taken away. */
    private List<String> replaced(Table table, Column from, Column to) {
        Column open = to.withRequired(false).withDefault(null).withIdentity(null);
        Column waiting = open.withName(WAITING);
        List<String> statements = new ArrayList<>(addColumn(table, waiting));
        // Where there is no way, the column was found to have no values.
        conversion
                .converted(quote(to.name()), from.type(), to.type())
                .ifPresent(value -> statements.add(copy(table, WAITING, value)));
        statements.addAll(dropColumn(table, to));
        if (to.identity() == null) {
            statements.add(rename(table, WAITING, to.name()));
        } else {
            statements.addAll(
                    addColumn(table, to.withIdentity(Identity.BY_DEFAULT).withRequired(true)));
            statements.add(copy(table, to.name(), quote(WAITING)));
            statements.addAll(dropColumn(table, waiting));
            statements.add(DerbyNumbering.goOn(names, table, to));
            if (to.identity() == Identity.ALWAYS) {
                statements.addAll(changeIdentity(table, to));
            }
        }
        if (to.defaultValue() != null) {
            statements.add(setDefault(table, to, defaultValue(to.type(), to.defaultValue())));
        }
        if (to.required() && to.identity() == null) {
            statements.addAll(changeRequired(table, to));
        }
        return statements;
    }

    private String copy(Table table, String column, String value) {
        return "UPDATE " + quote(table.name()) + " SET " + quote(column) + " = " + value;
    }

    @Override
    protected List<String> addIdentity(Table table, Column column) {
        throw new IllegalStateException("a column that numbers itself is made anew");
    }

    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        throw new IllegalStateException("a computed column is made anew");
    }

    @Override
    public List<String> restartIdentity(Table table) {
        return numbered(table).map(c -> DerbyNumbering.goOn(names, table, c)).toList();
    }

    @Override
    public List<String> restartIdentity(Table table, long highest) {
        return numbered(table)
                .map(c -> alterColumn(table, c) + "RESTART WITH " + (Math.max(0, highest) + 1))
                .toList();
    }

    private static Stream<Column> numbered(Table table) {
        return table.columns().stream().filter(c -> c.identity() != null);
    }
}
