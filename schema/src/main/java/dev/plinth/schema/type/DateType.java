package dev.plinth.schema.type;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day of the calendar. */
public record DateType() implements ColumnType {
    @Override
    public String kind() {
        return "date";
    }

    @Override
    public JsonShape json() {
        return JsonShape.STRING;
    }

    @Override
    public Class<LocalDate> valueClass() {
        return LocalDate.class;
    }

    @Override
    public LocalDate parse(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw InvalidValueException.of(text, "a date such as 2025-12-31");
        }
    }
}
