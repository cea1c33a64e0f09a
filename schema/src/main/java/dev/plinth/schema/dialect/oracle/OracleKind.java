package dev.plinth.schema.dialect.oracle;

import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.JsonType;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Kinds of column that Oracle Database 19c has no type for: a check without a name, written with
 * the column, tells what a number, a date or a large text is.
 */
enum OracleKind {
    BOOLEAN("%s IN (0,1)", "IN\\s*\\(\\s*0\\s*,\\s*1\\s*\\)"),
    DAY("%1$s = TRUNC(%1$s)", "=\\s*TRUNC\\s*\\(.*\\)"),
    JSON("%s IS JSON", "IS\\s+JSON.*");

    private final String condition;
    private final Pattern shown;

    OracleKind(String condition, String shown) {
        this.condition = condition;
        this.shown =
                Pattern.compile(
                        "\\s*\"?[^\"]+\"?\\s*" + shown + "\\s*",
                        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static Optional<OracleKind> of(ColumnType type) {
        return switch (type) {
            case BooleanType _ -> Optional.of(BOOLEAN);
            case DateType _ -> Optional.of(DAY);
            case JsonType _ -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /** What a check of one column tells of its kind. */
    static Optional<OracleKind> read(String check) {
        return Arrays.stream(values()).filter(k -> k.shown.matcher(check).matches()).findFirst();
    }

    /** The check as it follows a column's type. */
    String check(String quotedColumn) {
        return "CHECK (" + condition.formatted(quotedColumn) + ")";
    }

    /** How the condition ends, whatever the column, as an operand of LIKE. */
    String ending() {
        return switch (this) {
            case BOOLEAN -> "% IN (0,1)";
            case DAY -> "% = TRUNC(%)";
            case JSON -> "% IS JSON";
        };
    }
}
