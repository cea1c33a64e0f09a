package dev.plinth.schema.type;

import java.time.DateTimeException;
import java.time.LocalTime;

/** A time of day with {@code digits} digits of a second. */
public record TimeType(int digits) implements ColumnType {
    @Override
    public String kind() {
        return "time";
    }

    @Override
    public String text() {
        return "time(" + digits + ")";
    }

    @Override
    public JsonShape json() {
        return JsonShape.STRING;
    }

    @Override
    public Class<LocalTime> valueClass() {
        return LocalTime.class;
    }

    @Override
    public LocalTime parse(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw InvalidValueException.of(text, "a time such as 13:45:00");
        }
    }

    @Override
    public String format(Object value) {
        return TimestampType.seconds(((LocalTime) value).toString(), 5);
    }
}
