package dev.plinth.schema.dialect.duckdb;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.TableCopy;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.Conversion;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;

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
        String from = DuckDbTypes.spelled(types.sql(was.type()));
        String to = DuckDbTypes.spelled(types.sql(column.type()));
        return from.equals(to) ? name : converted(name, was.type(), column.type(), to);
    }

    private static String converted(String value, ColumnType from, ColumnType to, String sql) {
        if (!Conversion.hasMeaning(from, to)) {
            // There are no values; by way of a text any type is taken, and a value would fail.
            return "CAST(CAST(" + value + " AS VARCHAR) AS " + sql + ")";
        }
        if (from instanceof BinaryType && to instanceof BinaryType) {
            return value;
        }
        if (from instanceof BinaryType) {
            return "base64(" + value + ")";
        }
        if (to instanceof BinaryType) {
            return "from_base64(" + value + ")";
        }
        if (from.equals(FloatType.SINGLE) && !(to instanceof BooleanType)) {
            // By way of the text: 0.1 of 32 bits would else become 0.10000000149011612 of 64.
            return "CAST(CAST(" + value + " AS VARCHAR) AS " + sql + ")";
        }
        if (from instanceof ZonedTimestampType && to instanceof TimeType) {
            return "CAST((" + value + " AT TIME ZONE 'UTC') AS " + sql + ")";
        }
        return "CAST(" + value + " AS " + sql + ")";
    }
}
