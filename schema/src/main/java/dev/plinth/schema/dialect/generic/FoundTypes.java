package dev.plinth.schema.dialect.generic;

import java.sql.ResultSetMetaData;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How one database spells types and constants, and by what it tells them in its catalog. */
final class FoundTypes {
    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2024-02-29T13:45:00Z");

    private final Map<TypeForm, Found> types = new EnumMap<>(TypeForm.class);

    /** Microseconds. */
    private static final int USUAL_DIGITS = 6;

    private final int secondDigits;
    private final Map<TypeForm, String> literals = new EnumMap<>(TypeForm.class);

    /**
     * A type as it is made and as it is found.
     *
     * @param code of {@link java.sql.Types}
     * @param name by which the driver calls it
     */
    record Found(String template, int code, String name) {
        boolean isSized() {
            return template.contains("$n");
        }

        boolean is(int otherCode, String otherName) {
            return code == otherCode && name.equalsIgnoreCase(otherName);
        }
    }

    FoundTypes(Probe probe) {
        for (TypeForm form : TypeForm.values()) {
            form.spellings().stream()
                    .flatMap(spelling -> found(form, spelling, probe).stream())
                    .findFirst()
                    .ifPresent(found -> types.put(form, unlike(found)));
        }
        refuseWhatDoesNotComeBack(probe);
        literals(probe);
        secondDigits = digits(probe);
    }

    private static Optional<Found> found(TypeForm form, String spelling, Probe probe) {
        return probe.ask(
                "CAST(NULL AS " + form.asked(spelling) + ")",
                row -> {
                    ResultSetMetaData about = row.getMetaData();
                    return new Found(spelling, about.getColumnType(1), about.getColumnTypeName(1));
                });
    }

    /** What the database keeps as one is spelled as one, else it would change for ever. */
    private Found unlike(Found found) {
        return types.values().stream()
                .filter(f -> !f.isSized() && !found.isSized() && f.is(found.code, found.name))
                .findFirst()
                .orElse(found);
    }

    /** A driver may know of a type and not of its values. */
    private void refuseWhatDoesNotComeBack(Probe probe) {
        java.util.UUID uuid = java.util.UUID.fromString("0190f5fb-1c3f-7b0a-8f9b-0123456789ab");
        if (!comesBack(TypeForm.UUID, uuid, java.util.UUID.class, probe)) {
            types.remove(TypeForm.UUID);
        }
        Object instant = returned(TypeForm.ZONED, MOMENT, OffsetDateTime.class, probe).orElse(null);
        if (!(instant instanceof OffsetDateTime moment) || !moment.isEqual(MOMENT)) {
            types.remove(TypeForm.ZONED);
        }
    }

    private boolean comesBack(TypeForm form, Object value, Class<?> type, Probe probe) {
        return returned(form, value, type, probe).filter(value::equals).isPresent();
    }

    private Optional<Object> returned(TypeForm form, Object value, Class<?> type, Probe probe) {
        Found found = types.get(form);
        if (found == null) {
            return Optional.empty();
        }
        String sql = "CAST(? AS " + form.asked(found.template) + ")";
        return probe.askWith(sql, value, row -> row.getObject(1, type));
    }

    private void literals(Probe probe) {
        literal(
                TypeForm.DATE,
                "2024-02-29",
                List.of("DATE '$'", "CAST('$' AS DATE)"),
                row -> row.getObject(1, LocalDate.class),
                LocalDate.of(2024, 2, 29),
                probe);
        literal(
                TypeForm.TIME,
                "13:45:00",
                List.of("TIME '$'", "CAST('$' AS TIME)"),
                row -> row.getObject(1, LocalTime.class),
                LocalTime.of(13, 45),
                probe);
        literal(
                TypeForm.TIMESTAMP,
                "2024-02-29 13:45:00",
                List.of("TIMESTAMP '$'", "CAST('$' AS TIMESTAMP)"),
                row -> row.getObject(1, LocalDateTime.class),
                LocalDateTime.of(2024, 2, 29, 13, 45),
                probe);
        literal(
                TypeForm.ZONED,
                "2024-02-29 13:45:00+00:00",
                List.of(
                        "TIMESTAMP WITH TIME ZONE '$'",
                        "TIMESTAMP '$'",
                        "CAST('$' AS TIMESTAMP WITH TIME ZONE)"),
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                MOMENT.toInstant(),
                probe);
        String bytes = types.containsKey(TypeForm.LONG_BYTES) ? sql(TypeForm.LONG_BYTES, 0, 0) : "";
        literal(
                TypeForm.LONG_BYTES,
                "4142",
                List.of(
                        "X'$'",
                        "CAST(X'$' AS " + bytes + ")",
                        "CAST('\\x$' AS " + bytes + ")",
                        "DECODE('$', 'hex')"),
                row -> HexFormat.of().formatHex(row.getBytes(1)),
                "4142",
                probe);
    }

    private void literal(
            TypeForm form,
            String text,
            List<String> candidates,
            Probe.RowReader<?> reader,
            Object expected,
            Probe probe) {
        candidates.stream()
                .filter(
                        c ->
                                probe.<Object>ask(c.replace("$", text), reader::read)
                                        .filter(v -> Objects.equals(v, expected))
                                        .isPresent())
                .findFirst()
                .ifPresent(c -> literals.put(form, c));
    }

    /** How many digits of a second come back of nine. */
    private int digits(Probe probe) {
        Found timestamp = types.get(TypeForm.TIMESTAMP);
        String literal = literal(TypeForm.TIMESTAMP, "2024-02-29 12:34:56.123456789").orElse("");
        if (timestamp == null || literal.isEmpty()) {
            return USUAL_DIGITS;
        }
        String cast = "CAST(" + literal + " AS " + TypeForm.filled(timestamp.template, 9, 0) + ")";
        return probe.ask(cast, row -> row.getObject(1, LocalDateTime.class).getNano())
                .map(FoundTypes::digits)
                .orElse(USUAL_DIGITS);
    }

    private static int digits(int nanos) {
        int digits = 9;
        for (int rest = nanos; digits > 0 && rest % 10 == 0; rest /= 10) {
            digits--;
        }
        return digits;
    }

    /** Digits of a second that a timestamp keeps. */
    int secondDigits() {
        return secondDigits;
    }

    boolean has(TypeForm form) {
        return types.containsKey(form);
    }

    /** The type as DDL has it. */
    String sql(TypeForm form, int size, int scale) {
        return TypeForm.filled(required(form).template, size, scale);
    }

    Found required(TypeForm form) {
        Found found = types.get(form);
        if (found == null) {
            throw new IllegalStateException("the database has no " + form);
        }
        return found;
    }

    Optional<Found> find(TypeForm form) {
        return Optional.ofNullable(types.get(form));
    }

    /** A constant, given as the standard writes it within its quotes. */
    Optional<String> literal(TypeForm form, String text) {
        return Optional.ofNullable(literals.get(form)).map(l -> l.replace("$", text));
    }
}
