package dev.plinth.data.answer;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Values as texts; points in time in the zone that the caller prefers. */
final class ValueText {
    private final ZoneId zone;

    ValueText(ZoneId zone) {
        this.zone = zone;
    }

    String of(ColumnType type, Object value) {
        return switch (type) {
            case ZonedTimestampType zoned -> moment(zoned, (OffsetDateTime) value);
            case TimestampType _, TimeType _ -> withoutZeros(type.format(value));
            default -> type.format(value);
        };
    }

    private String moment(ZonedTimestampType type, OffsetDateTime value) {
        if (zone.equals(ZoneOffset.UTC)) {
            String text = type.format(value);
            return withoutZeros(text.substring(0, text.length() - 6)) + "+00:00";
        }
        OffsetDateTime local = value.atZoneSameInstant(zone).toOffsetDateTime();
        String offset =
                local.getOffset().equals(ZoneOffset.UTC) ? "+00:00" : local.getOffset().getId();
        String text = new TimestampType(type.digits()).format(local.toLocalDateTime());
        return withoutZeros(text) + offset;
    }

    /** Java writes digits of seconds by threes. */
    private static String withoutZeros(String text) {
        int point = text.lastIndexOf('.');
        if (point < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end - 1 == point ? point : end);
    }
}
