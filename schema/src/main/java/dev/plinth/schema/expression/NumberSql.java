package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.type.ColumnType;

/**
 * How numbers are calculated exactly: as decimals where the database has them, else as integers.
 */
sealed interface NumberSql permits DecimalSql, ScaledSql {
    static NumberSql of(ExpressionSql writer, Queries queries) {
        return queries.exactDigits() == 0
                ? new ScaledSql(writer, queries)
                : new DecimalSql(writer, queries);
    }

    /** An exact number, in whatever form this calculates with; in no brackets. */
    String value(Node node);

    /** The number as a column of the type holds it. */
    String stored(Node node, ColumnType type);

    String compare(Node left, Operator operator, Node right);

    /** An exact number as a floating point number of 64 bits. */
    String floating(Node node);
}
