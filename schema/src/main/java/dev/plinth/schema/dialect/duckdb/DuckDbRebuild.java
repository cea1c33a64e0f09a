package dev.plinth.schema.dialect.duckdb;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.TableCopy;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TextType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a table anew beside the old one, in one transaction: rows copied, old one dropped, new one
 * renamed, indexes made again.
 */
final class DuckDbRebuild {
    private final DuckDbStatements statements;
    private final Names names;
    private final Types types;

    DuckDbRebuild(DuckDbStatements statements, Names names, Types types) {
        this.statements = statements;
        this.names = names;
        this.types = types;
    }

    List<String> statements(Change.RebuildTable change) {
        Table from = change.from();
        Table to = change.to();
        TableName temporary = TableCopy.beside(to.name());
        List<String> run = new ArrayList<>();
        List<Column> numbered = DuckDbStatements.numbered(to);
        numbered.forEach(c -> run.add(statements.createSequence(to, c)));
        run.addAll(statements.create(to.withName(temporary), List.of()));
        new TableCopy(names, this::converted, statements::valueOf)
                .statement(from, to, temporary)
                .ifPresent(run::add);
        run.add("DROP TABLE " + names.quote(from.name()));
        run.add(
                "ALTER TABLE "
                        + names.quote(temporary)
                        + " RENAME TO "
                        + names.quote(to.name().name()));
        numbered.stream()
                .filter(c -> !isNumbered(from, c))
                .forEach(c -> run.add(statements.goOn(to, c)));
        DuckDbStatements.numbered(from).stream()
                .filter(c -> !isNumbered(to, c))
                .forEach(c -> run.add(statements.dropSequence(from, c)));
        to.indexes().forEach(i -> run.add(statements.index(to, i)));
        return run;
    }

    private static boolean isNumbered(Table table, Column column) {
        return table.column(column.id()).filter(c -> c.identity() != null).isPresent();
    }

    private String converted(Column was, Column column) {
        String name = names.quote(was.name());
        String from = types.sql(was.type());
        String to = types.sql(column.type());
        String value =
                DuckDbTypes.spelled(from).equals(DuckDbTypes.spelled(to))
                        ? name
                        : "CAST(" + name + " AS " + DuckDbTypes.spelled(to) + ")";
        return cut(was.type(), column.type())
                .map(n -> "left(" + value + ", " + n + ")")
                .orElse(value);
    }

    /** To how many characters or bytes the user agreed to cut what is longer. */
    private static Optional<Integer> cut(ColumnType from, ColumnType to) {
        return switch (to) {
            case TextType(int length) when !(from instanceof TextType(int was) && was <= length) ->
                    Optional.of(length);
            case BinaryType(int length)
                    when length > 0
                            && !(from instanceof BinaryType(int was) && was > 0 && was <= length) ->
                    Optional.of(length);
            default -> Optional.empty();
        };
    }
}
