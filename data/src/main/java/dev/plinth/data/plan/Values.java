package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.request.Field;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;

/** Resolves what requests say of the columns of one table. */
final class Values {
    private Values() {}

    /**
     * A column, or what its JSON path leads to.
     *
     * @throws Refusal when the caller sees no such column, or it holds no JSON
     */
    static Value of(VisibleTable table, Field field) {
        VisibleColumn column = table.column(field.name());
        if (column == null) {
            throw unknown(table, field.name());
        }
        Value value = new Value.OfColumn(column);
        if (field.path().isEmpty()) {
            return value;
        }
        if (!(column.type() instanceof JsonType || column.type() instanceof NativeType)) {
            throw new Refusal(
                    Reason.UNKNOWN_OPERATOR,
                    "operator does not exist: " + Operands.title(column.type()) + " -> unknown",
                    null,
                    "Only a column of JSON has paths into it.");
        }
        return new Value.InJson(value, field.path());
    }

    static Refusal unknown(VisibleTable table, String column) {
        String near =
                Nearest.of(
                        column,
                        table.columns().stream().map(VisibleColumn::name).toList(),
                        Nearest.CLOSE);
        String name = table.table().name();
        return new Refusal(
                Reason.UNKNOWN_COLUMN,
                "column " + name + "." + column + " does not exist",
                null,
                near == null
                        ? null
                        : "Perhaps you meant to reference the column \""
                                + name
                                + "."
                                + near
                                + "\".");
    }

    /** The value as a text, to be searched. */
    static Value asText(Value value) {
        return switch (value.type()) {
            case TextType _, LongTextType _, ChoiceType _, NativeType _ -> value;
            default -> new Value.Cast(value, new LongTextType());
        };
    }

    static Operand text(String text) {
        return new Operand(new LongTextType(), text);
    }
}
