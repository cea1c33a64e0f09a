package dev.plinth.schema.type;

import java.util.UUID;

/** A universally unique identifier. */
public record UuidType() implements ColumnType {
    @Override
    public String kind() {
        return "uuid";
    }

    @Override
    public JsonShape json() {
        return JsonShape.STRING;
    }

    @Override
    public Class<UUID> valueClass() {
        return UUID.class;
    }

    @Override
    public UUID parse(String text) {
        try {
            if (text.strip().length() == 36) {
                return UUID.fromString(text.strip());
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one refusal below
        }
        throw InvalidValueException.of(text, "a UUID");
    }
}
