package dev.plinth.schema.type;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A day and time of day without a zone, with {@code digits} digits of a second. */
public record TimestampType(int digits) implements ColumnType {
    @Override
    public String kind() {
        return "timestamp";
    }

    @Override
    public String text() {
        return "timestamp(" + digits + ")";
    }

    @Override
    public JsonShape json() {
        return JsonShape.STRING;
    }

    @Override
    public Class<LocalDateTime> valueClass() {
        return LocalDateTime.class;
    }

    @Override
    public LocalDateTime parse(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return iso.length() == 10
                    ? LocalDate.parse(iso).atStartOfDay()
                    : LocalDateTime.parse(iso);
        } catch (DateTimeException e) {
            throw InvalidValueException.of(text, "a timestamp such as 2025-12-31T13:45:00");
        }
    }

    @Override
    public String format(Object value) {
        return seconds(value.toString(), 16);
    }

    /** java.time leaves out ":00" seconds; every format here writes them. */
    static String seconds(String iso, int lengthWithout) {
        return iso.length() == lengthWithout ? iso + ":00" : iso;
    }
}
