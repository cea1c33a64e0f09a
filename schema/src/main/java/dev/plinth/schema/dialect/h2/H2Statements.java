package dev.plinth.schema.dialect.h2;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class H2Statements extends StandardStatements {
    H2Statements(Names names, Types types) {
        super(names, types);
    }

    /** In whatever order it has them (2.5.252, error 90085). */
    @Override
    public boolean relationsHoldIndexes() {
        return true;
    }

    @Override
    protected String newUuid() {
        return "RANDOM_UUID()";
    }

    /** H2 knows one kind of generated column and no word for it. */
    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + sql(generated.expression()) + ")";
    }

    @Override
    protected List<String> renameColumn(Change.RenameColumn change) {
        return List.of(
                alter(change.table())
                        + "ALTER COLUMN "
                        + quote(change.from())
                        + " RENAME TO "
                        + quote(change.to()));
    }

    @Override
    protected List<String> addIdentity(Table table, Column column) {
        List<String> statements = redefined(table, column);
        statements.add(restart(table, column));
        return statements;
    }

    @Override
    public List<Column> remakes(Change change) {
        return change instanceof Change.ChangeColumn(Table table, _, Column to, var aspects)
                        && aspects.contains(Change.Aspect.TYPE)
                        && to.generated() == null
                ? computedFrom(table, to.name())
                : List.of();
    }

    /** H2 changes no type from which another column is computed, nor that of a computed one. */
    @Override
    protected List<String> changeType(Table table, Column from, Column to) {
        if (to.generated() != null) {
            return redefined(table, to);
        }
        List<Column> computed = computedFrom(table, to.name());
        List<String> statements = new ArrayList<>();
        computed.forEach(c -> statements.addAll(dropColumn(table, c)));
        String using =
                conversion(quote(to.name()), from.type(), to.type())
                        .map(expression -> " USING " + expression)
                        .orElse("");
        super.changeType(table, from, to).forEach(sql -> statements.add(sql + using));
        computed.forEach(c -> statements.addAll(addColumn(table, c)));
        return statements;
    }

    /** What a cast would do otherwise: a JSON string of a text, 0.10000000149011612 of 0.1. */
    private static Optional<String> conversion(String column, ColumnType from, ColumnType to) {
        if (isText(from) && to instanceof JsonType) {
            return Optional.of(column + " FORMAT JSON");
        }
        return from.equals(FloatType.SINGLE) && to.equals(FloatType.DOUBLE)
                ? Optional.of("CAST(CAST(" + column + " AS VARCHAR) AS DOUBLE PRECISION)")
                : Optional.empty();
    }

    /** There is no function for Base64, and a cast would take bytes for UTF-8. */
    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return from instanceof BinaryType == to instanceof BinaryType;
    }

    private static boolean isText(ColumnType type) {
        return type instanceof TextType || type instanceof LongTextType;
    }

    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        List<String> statements = new ArrayList<>();
        if (to.generated() != null) {
            if (from.required() && !to.required()) {
                // Told anew without it, the column would keep it.
                statements.add(alterColumn(table, to) + "DROP NOT NULL");
            }
            statements.addAll(redefined(table, to));
            return statements;
        }
        statements.add(alterColumn(table, to) + "DROP EXPRESSION");
        statements.addAll(redefined(table, to));
        return statements;
    }

    /** The whole column anew, its rows kept: a comment would be lost and is restated. */
    private List<String> redefined(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        // NOT NULL after IDENTITY is understood in CREATE TABLE only, and implied anyhow.
        Column spelled = column.identity() == null ? column : column.withRequired(false);
        statements.add(alter(table) + "ALTER COLUMN " + column(table, spelled));
        if (!column.comment().isEmpty()) {
            statements.add(columnComment(table, column));
        }
        return statements;
    }

    @Override
    public List<String> restartIdentity(Table table) {
        return table.columns().stream()
                .filter(c -> c.identity() != null)
                .map(c -> restart(table, c))
                .toList();
    }

    private String restart(Table table, Column column) {
        return alterColumn(table, column)
                + "RESTART WITH (SELECT GREATEST(COALESCE(MAX("
                + quote(column.name())
                + "), 0), 0) + 1 FROM "
                + quote(table.name())
                + ")";
    }
}
