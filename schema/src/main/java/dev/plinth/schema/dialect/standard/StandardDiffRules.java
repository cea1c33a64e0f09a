package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.dialect.DiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.InvalidValueException;

import org.jspecify.annotations.Nullable;

/** What every database implies: keys and numbers are never NULL, a constant has one spelling. */
public class StandardDiffRules implements DiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        boolean required =
                column.required()
                        || column.identity() != null
                        || table.keyColumns().contains(column.id());
        return column.withRequired(required)
                .withDefault(normal(column.type(), column.defaultValue()));
    }

    private static @Nullable Default normal(ColumnType type, @Nullable Default value) {
        return value instanceof Default.Value(String text) ? constant(type, text) : value;
    }

    /** A constant as its type writes it, so that 1.5 and 1.50 are the same default. */
    public static Default constant(ColumnType type, String text) {
        try {
            return new Default.Value(type.format(type.parse(text)));
        } catch (InvalidValueException e) {
            return new Default.Value(text);
        }
    }
}
