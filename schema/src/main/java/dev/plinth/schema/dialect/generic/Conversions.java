package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Between which types a database converts values as Plinth does; each was tried on a value. */
final class Conversions {
    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample(TypeForm.NORMAL, TypeForm.TEXT, "-12", "-12"),
                    new Sample(TypeForm.TEXT, TypeForm.NORMAL, "-12", "-12"),
                    new Sample(TypeForm.NORMAL, TypeForm.DECIMAL, "-3", "-3.00"),
                    new Sample(TypeForm.TEXT, TypeForm.DECIMAL, "-3.25", "-3.25"),
                    new Sample(TypeForm.DECIMAL, TypeForm.TEXT, "-3.25", "-3.25"),
                    new Sample(TypeForm.TEXT, TypeForm.DATE, "2024-02-29", "2024-02-29"),
                    new Sample(TypeForm.DATE, TypeForm.TEXT, "2024-02-29", "2024-02-29"),
                    new Sample(
                            TypeForm.TEXT,
                            TypeForm.UUID,
                            "0190f5fb-1c3f-7b0a-8f9b-0123456789ab",
                            "0190f5fb-1c3f-7b0a-8f9b-0123456789ab"),
                    new Sample(
                            TypeForm.UUID,
                            TypeForm.TEXT,
                            "0190f5fb-1c3f-7b0a-8f9b-0123456789ab",
                            "0190f5fb-1c3f-7b0a-8f9b-0123456789ab"));

    private final Set<Pair> known = new HashSet<>();

    private record Pair(TypeForm from, TypeForm to) {}

    private record Sample(TypeForm from, TypeForm to, String value, String result) {}

    Conversions(FoundTypes types, Probe probe) {
        for (Sample sample : SAMPLES) {
            if (types.has(sample.from) && types.has(sample.to)) {
                String from = sample.from.asked(types.required(sample.from).template());
                String to = sample.to.asked(types.required(sample.to).template());
                probe.ask(
                                "CAST(CAST('" + sample.value + "' AS " + from + ") AS " + to + ")",
                                row -> row.getString(1))
                        .filter(sample.result::equals)
                        .ifPresent(r -> known.add(new Pair(sample.from, sample.to)));
            }
        }
    }

    /** Whether a value of one type, cast to the other, is what Plinth makes of it. */
    boolean knows(ColumnType from, ColumnType to) {
        return known.contains(new Pair(kind(from), kind(to)));
    }

    /** Whether both are of one kind, so that the standard's change of a type is all it takes. */
    static boolean isOneKind(ColumnType from, ColumnType to) {
        return kind(from) == kind(to) && !(from instanceof NativeType);
    }

    private static TypeForm kind(ColumnType type) {
        return switch (type) {
            case TextType t -> TypeForm.TEXT;
            case LongTextType t -> TypeForm.TEXT;
            case ChoiceType t -> TypeForm.TEXT;
            case JsonType t -> TypeForm.TEXT;
            case IntegerType t -> TypeForm.NORMAL;
            case DecimalType t -> TypeForm.DECIMAL;
            case FloatType t -> TypeForm.DOUBLE;
            case BooleanType t -> TypeForm.BOOLEAN;
            case DateType t -> TypeForm.DATE;
            case TimeType t -> TypeForm.TIME;
            case TimestampType t -> TypeForm.TIMESTAMP;
            case ZonedTimestampType t -> TypeForm.ZONED;
            case UuidType t -> TypeForm.UUID;
            case BinaryType t -> TypeForm.BYTES;
            case NativeType t -> TypeForm.LONG_BYTES;
        };
    }
}
