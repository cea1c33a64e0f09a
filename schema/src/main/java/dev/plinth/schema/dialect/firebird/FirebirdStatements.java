package dev.plinth.schema.dialect.firebird;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Each statement commits: what a transaction has made, Firebird lets nobody fill before its end.
 */
final class FirebirdStatements extends StandardStatements {
    static final String UTC_MARK = "[UTC]";
    static final String JSON_MARK = "[JSON]";

    private final FirebirdNumbering numbering;
    private final FirebirdConversion conversion;

    FirebirdStatements(Names names, Types types) {
        super(names, types);
        this.numbering = new FirebirdNumbering(names);
        this.conversion = new FirebirdConversion(names, types);
    }

    /** Several statements of structure that hold together or not at all. */
    static String block(List<String> statements) {
        StringBuilder block = new StringBuilder("EXECUTE BLOCK AS BEGIN");
        statements.forEach(s -> block.append(" EXECUTE STATEMENT ").append(text(s)).append(';'));
        return block.append(" END").toString();
    }

    /** 335544351, "is referenced in" (3.0.11). */
    @Override
    public boolean isBlockedByComputed(Change change) {
        return change instanceof Change.RenameColumn;
    }

    /** There is no function for Base64 before Firebird 4, and a cast would take bytes for UTF-8. */
    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return from instanceof BinaryType == to instanceof BinaryType;
    }

    @Override
    public String ended(String sql) {
        return sql.contains("BEGIN") && sql.endsWith("END")
                ? "SET TERM ^ ;\n" + sql + "^\nSET TERM ; ^\n"
                : super.ended(sql);
    }

    @Override
    public List<Column> remakes(Change change) {
        return switch (change) {
            case Change.RenameTable c -> c.table().columns();
            case Change.RenameColumn c -> {
                List<Column> remade = new ArrayList<>(computedFrom(c.table(), c.from()));
                c.table().columnNamed(c.to()).ifPresent(remade::add);
                yield remade;
            }
            case Change.ChangeColumn c when isReplaced(c) -> {
                List<Column> remade = new ArrayList<>(computedFrom(c.table(), c.to().name()));
                remade.add(c.to());
                yield remade;
            }
            default -> List.of();
        };
    }

    private boolean isReplaced(Change.ChangeColumn change) {
        return isReplaced(change.table(), change.from(), change.to(), change.aspects());
    }

    private boolean isReplaced(Table table, Column from, Column to, Set<Aspect> aspects) {
        boolean unnumbered = aspects.contains(Aspect.IDENTITY) && to.identity() == null;
        boolean wasEmpty = aspects.contains(Aspect.REQUIRED) && isInKey(table, to);
        return aspects.contains(Aspect.GENERATED)
                || unnumbered
                || wasEmpty
                || aspects.contains(Aspect.TYPE) && !conversion.isSame(from.type(), to.type());
    }

    private static boolean isInKey(Table table, Column column) {
        return column.required() && table.keyColumns().contains(column.id());
    }

    @Override
    public List<String> write(Change change) {
        return switch (change) {
            case Change.RenameTable c -> move(c.table(), c.to(), c.table().comment());
            case Change.KeepTable c -> move(c.table(), c.kept(), c.table().comment());
            case Change.ReturnTable c -> move(c.kept(), c.to(), c.kept().comment());
            default -> super.write(change);
        };
    }

    /** Without what is dropped before and made again after. */
    private static Table bare(Table table) {
        return table.withPrimaryKey(null)
                .withUniques(List.of())
                .withIndexes(List.of())
                .withChecks(List.of());
    }

    /** There is no other name for a table, only another table. */
    private List<String> move(Table table, TableName to, String comment) {
        PrimaryKey key = table.primaryKey();
        Table moved =
                bare(table)
                        .withName(to)
                        .withPrimaryKey(
                                key == null
                                        ? null
                                        : new PrimaryKey(freeName(table, key, to), key.columns()));
        List<String> more = places(moved);
        more.addAll(columnComments(moved));
        List<String> run =
                new FirebirdMove(names)
                        .statements(
                                table,
                                moved,
                                "CREATE TABLE "
                                        + quote(to)
                                        + " ("
                                        + String.join(", ", body(computedLast(moved), List.of()))
                                        + ")",
                                more,
                                tableComment(moved, comment));
        FirebirdNumbering.of(moved).forEach(c -> run.addAll(addIdentity(moved, c)));
        return run;
    }

    @Override
    protected List<String> createTable(Change.CreateTable change) {
        Table table = change.table();
        List<String> statements = new ArrayList<>();
        List<String> comments = places(table);
        comments.addAll(columnComments(table));
        String create =
                "CREATE TABLE "
                        + quote(table.name())
                        + " (\n    "
                        + String.join(",\n    ", body(computedLast(table), change.foreignKeys()))
                        + "\n)";
        if (!table.comment().isEmpty()) {
            comments.add(tableComment(table, table.comment()));
        }
        if (comments.isEmpty()) {
            statements.add(create);
        } else {
            // Together, since some comments tell what a type is.
            comments.addFirst(create);
            statements.add(block(comments));
        }
        FirebirdNumbering.of(table)
                .forEach(
                        c -> {
                            statements.add(numbering.sequence(table, c));
                            statements.add(numbering.trigger(table, c));
                        });
        return statements;
    }

    /** Firebird computes a column from those that are told before it. */
    private static Table computedLast(Table table) {
        return table.withColumns(
                table.columns().stream()
                        .sorted(Comparator.comparing(c -> c.generated() != null))
                        .toList());
    }

    /** Puts what was told last where it stands in the model. */
    private List<String> places(Table table) {
        List<String> places = new ArrayList<>();
        List<Column> columns = table.columns();
        if (!computedLast(table).columns().equals(columns)) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).generated() != null) {
                    places.add(alterColumn(table, columns.get(i)) + "POSITION " + (i + 1));
                }
            }
        }
        return places;
    }

    /** A name for the key while the old one has its own. */
    private String freeName(Table table, PrimaryKey key, TableName to) {
        String name = primaryKeyName(table.withName(to), new PrimaryKey("", key.columns()));
        return name.equals(primaryKeyName(table, key)) ? names.fitted(name + "2") : name;
    }

    private List<String> columnComments(Table table) {
        List<String> comments = new ArrayList<>();
        table.columns().stream()
                .filter(c -> !marked(c).isEmpty())
                .forEach(c -> comments.add(columnComment(table, c)));
        return comments;
    }

    /** The comment, which ends with what the type alone does not tell. */
    private static String marked(Column column) {
        String mark =
                column.type() instanceof ZonedTimestampType
                        ? UTC_MARK
                        : column.type() instanceof JsonType ? JSON_MARK : "";
        return (column.comment() + " " + mark).strip();
    }

    @Override
    protected String columnComment(Table table, Column column) {
        return super.columnComment(table, column.withComment(marked(column)));
    }

    @Override
    protected List<String> dropTable(Table table) {
        List<String> statements = new ArrayList<>(super.dropTable(table));
        FirebirdNumbering.of(table).forEach(c -> statements.add(numbering.drop(table, c)));
        return statements;
    }

    @Override
    protected String column(Table table, Column column) {
        return super.column(table, column.identity() == null ? column : column.withIdentity(null));
    }

    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + sql(generated.expression()) + ")";
    }

    @Override
    protected String now(ColumnType type) {
        if (type instanceof DateType) {
            return "CURRENT_DATE";
        }
        return type instanceof TimeType ? "CURRENT_TIME" : "CURRENT_TIMESTAMP";
    }

    @Override
    protected String newUuid() {
        return "GEN_UUID()";
    }

    /** What went with its table or has another name there is dropped in peace. */
    @Override
    protected List<String> dropConstraint(Table table, String name) {
        return List.of(
                "EXECUTE BLOCK AS BEGIN IF (EXISTS(SELECT 1 FROM RDB$RELATION_CONSTRAINTS WHERE"
                        + " RDB$RELATION_NAME = "
                        + text(table.name().name())
                        + " AND RDB$CONSTRAINT_NAME = "
                        + text(name)
                        + ")) THEN EXECUTE STATEMENT "
                        + text(alter(table) + "DROP CONSTRAINT " + quote(name))
                        + "; END");
    }

    @Override
    protected List<String> dropPrimaryKey(Table table, PrimaryKey key) {
        return List.of(
                "EXECUTE BLOCK AS DECLARE FOUND VARCHAR(252) CHARACTER SET UTF8; BEGIN SELECT"
                        + " TRIM(RDB$CONSTRAINT_NAME) FROM RDB$RELATION_CONSTRAINTS WHERE"
                        + " RDB$CONSTRAINT_TYPE = 'PRIMARY KEY' AND RDB$RELATION_NAME = "
                        + text(table.name().name())
                        + " INTO :FOUND; IF (FOUND IS NOT NULL) THEN EXECUTE STATEMENT "
                        + text(alter(table) + "DROP CONSTRAINT \"")
                        + " || REPLACE(FOUND, '\"', '\"\"') || '\"'; END");
    }

    /**
     * A numbered column begins with zeros, which stand for the rows that are still to be numbered;
     * see {@link FirebirdConversion} for why they are not empty.
     */
    @Override
    protected List<String> addColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        boolean numbered = column.identity() != null;
        Column added =
                numbered
                        ? column.withIdentity(null)
                                .withRequired(true)
                                .withDefault(new Default.Value(FirebirdNumbering.UNNUMBERED))
                        : column;
        String add = alter(table) + "ADD " + column(table, added);
        statements.add(
                marked(column).isEmpty() ? add : block(List.of(add, columnComment(table, column))));
        if (numbered) {
            statements.add(numbering.sequence(table, column));
            statements.add(alterColumn(table, column) + "DROP DEFAULT");
            statements.add(numbering.trigger(table, column));
            statements.add(numbering.fill(table, column));
        } else if (column.defaultValue() != null && !column.required()) {
            // Only what is required has its default in the rows that are there.
            statements.add(
                    "UPDATE "
                            + quote(table.name())
                            + " SET "
                            + quote(column.name())
                            + " = "
                            + defaultValue(column.type(), column.defaultValue()));
        }
        return statements;
    }

    @Override
    protected List<String> dropColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        if (column.identity() != null) {
            statements.add(numbering.drop(table, column));
        }
        statements.add(alter(table) + "DROP " + quote(column.name()));
        return statements;
    }

    /** Copying and dropping are two transactions, and a lock ends with the first. */
    @Override
    public String lostMeanwhile(Change change) {
        boolean copied =
                change instanceof Change.RenameTable
                        || change instanceof Change.KeepTable
                        || change instanceof Change.ReturnTable
                        || change instanceof Change.ChangeColumn c && isReplaced(c);
        return copied ? "what others write to " + change.on() + " while it is copied" : "";
    }

    @Override
    protected List<String> renameColumn(Change.RenameColumn change) {
        Table table = change.table();
        List<Column> computed = computedFrom(table, change.from());
        Column numbered =
                table.columnNamed(change.to()).filter(c -> c.identity() != null).orElse(null);
        List<String> statements = new ArrayList<>();
        if (numbered != null) {
            statements.add(numbering.dropTrigger(table, numbered));
        }
        computed.forEach(c -> statements.add(alter(table) + "DROP " + quote(c.name())));
        statements.add(
                alter(table)
                        + "ALTER COLUMN "
                        + quote(change.from())
                        + " TO "
                        + quote(change.to()));
        computed.forEach(c -> statements.add(alter(table) + "ADD " + column(table, c)));
        if (numbered != null) {
            statements.add(numbering.trigger(table, numbered));
        }
        return statements;
    }

    @Override
    protected List<String> changeColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        if (!isReplaced(table, from, to, aspects)) {
            List<String> statements = new ArrayList<>();
            if (aspects.contains(Aspect.DEFAULT)) {
                statements.add(
                        alterColumn(table, to)
                                + (to.defaultValue() == null
                                        ? "DROP DEFAULT"
                                        : "SET DEFAULT "
                                                + defaultValue(to.type(), to.defaultValue())));
            }
            if (aspects.contains(Aspect.REQUIRED)) {
                statements.addAll(changeRequired(table, to));
            }
            if (aspects.contains(Aspect.IDENTITY) && from.identity() == null) {
                statements.addAll(addIdentity(table, to));
            }
            if (aspects.contains(Aspect.COMMENT) || aspects.contains(Aspect.TYPE)) {
                statements.add(columnComment(table, to));
            }
            return statements;
        }
        List<String> statements = new ArrayList<>();
        if (from.identity() != null) {
            statements.add(numbering.drop(table, from));
        }
        List<Column> computed =
                computedFrom(table, to.name()).stream()
                        .filter(c -> !c.id().equals(to.id()))
                        .toList();
        computed.forEach(c -> statements.add(alter(table) + "DROP " + quote(c.name())));
        statements.addAll(
                to.generated() != null
                        ? List.of(conversion.computed(table, to, column(table, to)))
                        : replaced(table, from, to));
        computed.forEach(c -> statements.add(alter(table) + "ADD " + column(table, c)));
        return statements;
    }

    private List<String> replaced(Table table, Column from, Column to) {
        boolean inKey = isInKey(table, to);
        List<String> statements = new ArrayList<>(conversion.replaced(table, from, to, inKey));
        if (inKey && to.defaultValue() == null) {
            statements.add(alterColumn(table, to) + "DROP DEFAULT");
        }
        if (to.defaultValue() != null) {
            statements.add(
                    alterColumn(table, to)
                            + "SET DEFAULT "
                            + defaultValue(to.type(), to.defaultValue()));
        }
        if (to.required() && !inKey) {
            statements.addAll(changeRequired(table, to));
        }
        if (!marked(to).isEmpty()) {
            statements.add(columnComment(table, to));
        }
        if (to.identity() != null) {
            statements.addAll(addIdentity(table, to));
        }
        return statements;
    }

    @Override
    protected List<String> addIdentity(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        statements.add(numbering.sequence(table, column));
        statements.add(numbering.trigger(table, column));
        statements.add(numbering.goOn(table, column));
        return statements;
    }

    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        throw new IllegalStateException("a computed column is made again");
    }

    @Override
    public List<String> restartIdentity(Table table) {
        return FirebirdNumbering.of(table).stream().map(c -> numbering.goOn(table, c)).toList();
    }

    @Override
    protected String addIndex(Table table, Index index) {
        boolean descending =
                !index.parts().isEmpty() && index.parts().stream().allMatch(Index.Part::descending);
        return "CREATE "
                + (index.unique() ? "UNIQUE " : "")
                + (descending ? "DESCENDING " : "")
                + "INDEX "
                + quote(index.name())
                + " ON "
                + quote(table.name())
                + " ("
                + index.parts().stream()
                        .map(
                                p ->
                                        p.isColumn()
                                                ? quote(table.columnName(p.column()))
                                                : "(" + p.expression() + ")")
                        .collect(Collectors.joining(", "))
                + ")"
                + (index.where() == null ? "" : " WHERE " + sql(index.where()));
    }
}
