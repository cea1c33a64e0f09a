package dev.plinth.schema.convert;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes rows as the statements that insert them into a database made of the model. */
public final class InsertWriter {
    private InsertWriter() {}

    /** The script, with what lets the database go on numbering behind the rows. */
    public static String write(Model model, List<Rows> rows, Dialect dialect) {
        Model lowered = Lowering.lower(model, dialect);
        StringBuilder script = new StringBuilder();
        for (Rows each : rows) {
            lowered.table(each.table())
                    .ifPresent(
                            table ->
                                    statements(table, each, dialect)
                                            .forEach(
                                                    s ->
                                                            script.append(
                                                                    dialect.statements()
                                                                            .ended(s))));
        }
        return script.toString();
    }

    private static List<String> statements(Table table, Rows rows, Dialect dialect) {
        List<Column> columns =
                rows.columns().stream().flatMap(id -> table.column(id).stream()).toList();
        String begin =
                "INSERT INTO "
                        + dialect.names().quote(table.name())
                        + " ("
                        + dialect.names().list(columns.stream().map(Column::name).toList())
                        + ") VALUES (";
        List<String> statements = new ArrayList<>();
        for (List<@Nullable String> row : rows.values()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String value = row.get(i);
                values.add(
                        value == null
                                ? "NULL"
                                : dialect.types().literal(columns.get(i).type(), value));
            }
            statements.add(begin + values.stream().collect(Collectors.joining(", ")) + ")");
        }
        statements.addAll(dialect.statements().restartIdentity(table, highest(columns, rows)));
        return statements;
    }

    /** The highest number of a column that numbers itself. */
    private static long highest(List<Column> columns, Rows rows) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).identity() != null)
                .boxed()
                .flatMap(i -> rows.values().stream().map(row -> row.get(i)))
                .filter(Objects::nonNull)
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }
}
