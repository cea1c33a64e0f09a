package dev.plinth.schema.type;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** A point in time, kept and shown in UTC, with {@code digits} digits of a second. */
public record ZonedTimestampType(int digits) implements ColumnType {
    /** Accepts both "+02" and "+02:00", as databases write either. */
    private static final DateTimeFormatter OFFSET_FORM =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][X]")
                    .toFormatter();

    @Override
    public String kind() {
        return "timestamptz";
    }

    @Override
    public String text() {
        return "timestamptz(" + digits + ")";
    }

    @Override
    public JsonShape json() {
        return JsonShape.STRING;
    }

    @Override
    public Class<OffsetDateTime> valueClass() {
        return OffsetDateTime.class;
    }

    /** A text without an offset is taken as UTC. */
    @Override
    public OffsetDateTime parse(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay().atOffset(ZoneOffset.UTC);
            }
            var read = OFFSET_FORM.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime zoned
                    ? zoned.withOffsetSameInstant(ZoneOffset.UTC)
                    : ((LocalDateTime) read).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw InvalidValueException.of(text, "a timestamp such as 2025-12-31T13:45:00Z");
        }
    }

    @Override
    public String format(Object value) {
        var utc = ((OffsetDateTime) value).withOffsetSameInstant(ZoneOffset.UTC);
        return TimestampType.seconds(utc.toLocalDateTime().toString(), 16) + "+00:00";
    }
}
