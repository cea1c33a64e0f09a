package dev.plinth.schema.dialect;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;

/** Values at the edges of each type, from the smallest to the largest, in their text form. */
record ValueSamples(ColumnType type, List<String> texts) {
    @Override
    public String toString() {
        return type.text();
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        texts.forEach(t -> values.add(type.parse(t)));
        return values;
    }

    /** Those that a database of the limits holds as they are. */
    ValueSamples within(Limits limits) {
        boolean wide =
                type instanceof DecimalType decimal && decimal.precision() > limits.decimalDigits();
        if (wide) {
            return new ValueSamples(type, List.of());
        }
        return type instanceof TimeType
                        || type instanceof TimestampType
                        || type instanceof ZonedTimestampType
                ? new ValueSamples(
                        type,
                        texts.stream()
                                .filter(t -> seconds(t) <= limits.secondDigitsKept())
                                .filter(t -> limits.everyDay() || !t.startsWith("1582-10-10"))
                                .toList())
                : this;
    }

    private static int seconds(String text) {
        return text.replaceFirst("^[^.]*\\.?(\\d*).*$", "$1").length();
    }

    static List<ValueSamples> all() {
        return List.of(
                of(
                        new TextType(40),
                        "",
                        " ",
                        " leading",
                        "%_\\'\"`$1?:x",
                        "a\tb\nc\r\nd",
                        "trailing ",
                        "Ärger, ß, ﬁ",
                        "ü".repeat(40),
                        "中文😀"),
                of(new LongTextType(), "0".repeat(70_000), "Größe 😀 ".repeat(9_000)),
                of(IntegerType.SMALL, "-32768", "-1", "0", "32767"),
                of(IntegerType.NORMAL, "-2147483648", "0", "2147483647"),
                of(
                        IntegerType.BIG,
                        "-9223372036854775808",
                        "9007199254740993",
                        "9223372036854775806",
                        "9223372036854775807"),
                of(new DecimalType(12, 2), "-9999999999.99", "-10.00", "-9.00", "0.10", "1.00"),
                of(
                        new DecimalType(38, 10),
                        "-9999999999999999999999999999.9999999999",
                        "-0.0000000001",
                        "0.0000000000",
                        "0.0000000001",
                        "1234567890123456789012345678.0123456789",
                        "9999999999999999999999999999.9999999999"),
                of(
                        new DecimalType(30, 10),
                        "-99999999999999999999.9999999999",
                        "0.0000000001",
                        "9007199254740993.0000000001",
                        "99999999999999999999.9999999999"),
                of(FloatType.SINGLE, "-3.4028235E38", "0.1", "16777216", "3.4028235E38"),
                of(
                        FloatType.DOUBLE,
                        "-1.7976931348623157E308",
                        "0.1",
                        "0.30000000000000004",
                        "1.7976931348623157E308"),
                of(new BooleanType(), "false", "true"),
                of(new DateType(), "0001-01-01", "1582-10-15", "2024-02-29", "9999-12-31"),
                of(new TimestampType(0), "1969-12-31T23:59:59", "2024-02-29T23:59:59"),
                of(new TimestampType(3), "2024-02-29T23:59:59.001", "2024-02-29T23:59:59.999"),
                of(new TimeType(0), "00:00:00", "02:30:00", "23:59:59"),
                of(new TimeType(6), "00:00:00.000001", "23:59:59.999999"),
                of(
                        new TimestampType(6),
                        "0001-01-01T00:00:00",
                        "1000-01-01T00:00:00",
                        "1582-10-10T12:00:00",
                        "2024-03-31T02:30:00",
                        "2024-10-27T02:30:00.123456",
                        "9999-12-31T23:59:59.999999"),
                of(
                        new ZonedTimestampType(6),
                        "0001-01-02T00:00:00Z",
                        "1883-11-18T12:03:57.5-04:56",
                        "1969-12-31T23:59:59.999999Z",
                        "1971-01-01T00:00:00Z",
                        "2024-03-31T02:30:00+14:00",
                        "2024-03-31T02:30:00+02:00",
                        "2024-03-31T02:30:00.123456Z",
                        "2037-12-31T23:59:59.999999Z",
                        "2038-01-19T03:14:08Z",
                        "9999-12-31T23:59:59.999999Z"),
                of(
                        new UuidType(),
                        "00000000-0000-0000-0000-000000000000",
                        "0190f5fb-1c3f-7b0a-8f9b-0123456789ab",
                        "ffffffff-ffff-ffff-ffff-ffffffffffff"),
                of(
                        new JsonType(),
                        "{\"a\": [1, 2.50, null, true, \"ü'\\\"\\n\"], \"b\": {}}",
                        "9007199254740993.5",
                        "9007199254740993",
                        "-123456789012345678901234567890",
                        "{\"n\": 0.1000000000000000055511151231257827}",
                        "null",
                        "\"\"",
                        "\"text\"",
                        "[]"),
                of(new BinaryType(0), "", "AA==", "AP+AfycK"),
                of(new BinaryType(16), "", "AA==", "AAECAwQFBgcICQoLDA0ODw=="));
    }

    private static ValueSamples of(ColumnType type, String... texts) {
        return new ValueSamples(type, List.of(texts));
    }
}
