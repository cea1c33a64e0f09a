package dev.plinth.data.plan;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.request.Cell;
import dev.plinth.data.request.JsonText;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;

import java.util.Optional;

/** Reads cells of a body as values of columns. */
final class CellValues {
    private final Model model;
    private final Types types;

    CellValues(Model model, Types types) {
        this.model = model;
        this.types = types;
    }

    /**
     * The value for a column.
     *
     * @throws Refusal when the cell is no such value
     */
    Stored of(CatalogColumn column, Cell cell) {
        ColumnType type = column.type();
        String function = column.representation().fromJson();
        if (function != null) {
            return represented(function, cell);
        }
        return switch (cell) {
            case Cell.Nothing _ -> Stored.NULL;
            case Cell.Json(String json) when types.readsAsJson(type) -> new Stored(json, true);
            case Cell.Json(String json) -> new Stored(text(column, json), false);
            case Cell.Text(String text) when type instanceof JsonType ->
                    new Stored(JsonText.quoted(text), false);
            case Cell.Text(String text) -> new Stored(text(column, text), false);
            case Cell.Plain(String text)
                    when type instanceof NativeType && types.readsAsJson(type) ->
                    new Stored(text, true);
            case Cell.Plain(String text) -> new Stored(text(column, text), false);
        };
    }

    private static Stored represented(String function, Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> Stored.NULL;
            case Cell.Json(String json) -> new Stored(json, true, false, function);
            case Cell.Plain(String text) -> new Stored(text, true, false, function);
            case Cell.Text(String text) -> new Stored(JsonText.quoted(text), true, false, function);
        };
    }

    private Object text(CatalogColumn column, String text) {
        ColumnType type = column.type();
        if (type instanceof ChoiceType(String id)) {
            checkChoice(column, id, text);
        }
        try {
            return Fractions.rounded(type, type.parse(text));
        } catch (InvalidValueException e) {
            String message = String.valueOf(e.getMessage());
            switch (type) {
                case TextType limited ->
                        throw new Refusal(
                                Reason.TOO_LONG,
                                "value too long for type character varying("
                                        + limited.length()
                                        + ")");
                case IntegerType _, DecimalType _, FloatType _ when message.contains("range") ->
                        throw new Refusal(
                                Reason.OUT_OF_RANGE,
                                "value \""
                                        + text
                                        + "\" is out of range for type "
                                        + Operands.title(type));
                case DecimalType _ when message.contains("decimals") ->
                        throw new Refusal(Reason.OUT_OF_RANGE, message);
                default -> throw Operands.invalid(type, text);
            }
        }
    }

    private void checkChoice(CatalogColumn column, String id, String text) {
        Optional<Choice> choice = model.choice(id);
        if (choice.isPresent() && !choice.get().values().contains(text)) {
            throw new Refusal(
                    Reason.INVALID_TEXT,
                    "\"" + text + "\" is not one of the choices of \"" + column.name() + "\"",
                    null,
                    "Possible are " + String.join(", ", choice.get().values()) + ".");
        }
    }
}
