package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.nio.charset.StandardCharsets;

/** Comments, which say of a column's type what it cannot say itself. */
final class Db2Comments {
    static final String UTC_MARK = "[UTC]";
    static final String JSON_MARK = "[JSON]";

    /** "COMMENT" statement of 11.5: 254 bytes. */
    private static final int BYTES = 254;

    private Db2Comments() {}

    /** What is kept of a column's comment, with what it says of its type. */
    static String of(Column column) {
        String mark = mark(column.type());
        return column.comment().isEmpty() || mark.isEmpty()
                ? column.comment() + mark
                : column.comment() + " " + mark;
    }

    static String unmarked(String remarks) {
        for (String mark : new String[] {UTC_MARK, JSON_MARK}) {
            if (remarks.endsWith(mark)) {
                return remarks.substring(0, remarks.length() - mark.length()).stripTrailing();
            }
        }
        return remarks;
    }

    static String mark(ColumnType type) {
        return type instanceof ZonedTimestampType
                ? UTC_MARK
                : type instanceof JsonType ? JSON_MARK : "";
    }

    /** As much as there is room for, beside the longest mark. */
    static String cut(String comment) {
        int room = BYTES - JSON_MARK.length() - 1;
        String cut = comment;
        while (cut.getBytes(StandardCharsets.UTF_8).length > room) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
