package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.request.Aggregate;
import dev.plinth.data.request.JsonStep;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Something computed from a row of the table at hand. */
public sealed interface Value {
    /** What kind of value it is. */
    ColumnType type();

    /** Whether it is computed over several rows. */
    default boolean isAggregate() {
        return false;
    }

    /** A column as it is. */
    record OfColumn(VisibleColumn column) implements Value {
        @Override
        public ColumnType type() {
            return column.type();
        }
    }

    /** A part of a JSON document. */
    record InJson(Value document, List<JsonStep> path) implements Value {
        public InJson {
            path = List.copyOf(path);
        }

        @Override
        public ColumnType type() {
            return path.getLast().asText() ? new LongTextType() : new JsonType();
        }
    }

    /** A value as another type. */
    record Cast(Value value, ColumnType type) implements Value {
        @Override
        public boolean isAggregate() {
            return value.isAggregate();
        }
    }

    /**
     * A value over a group of rows.
     *
     * @param value null to count rows
     */
    record Aggregated(Aggregate aggregate, @Nullable Value value) implements Value {
        @Override
        public ColumnType type() {
            ColumnType of = value == null ? IntegerType.BIG : value.type();
            return switch (aggregate) {
                case COUNT -> IntegerType.BIG;
                case MIN, MAX -> of;
                case SUM ->
                        switch (of) {
                            case FloatType _ -> FloatType.DOUBLE;
                            case DecimalType decimal -> new DecimalType(38, decimal.scale());
                            case IntegerType _ -> new DecimalType(38, 0);
                            default -> of;
                        };
                case AVG -> of instanceof FloatType ? FloatType.DOUBLE : new DecimalType(38, 18);
            };
        }

        @Override
        public boolean isAggregate() {
            return true;
        }
    }
}
