package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.TableName;

import java.util.List;
import java.util.stream.Collectors;

/** Compound SQL, and calls of procedures, for what no single statement does. */
final class Db2Blocks {
    private static final String REORG = "CALL SYSPROC.ADMIN_CMD(";

    private Db2Blocks() {}

    static boolean isBlock(String sql) {
        return sql.startsWith("BEGIN\n");
    }

    /** Runs statements, all or none. */
    static String all(List<String> statements) {
        return statements.stream()
                .map(s -> "    EXECUTE IMMEDIATE " + StandardTypes.quoted(s) + ";\n")
                .collect(Collectors.joining("", "BEGIN\n", "END"));
    }

    /** Runs a statement that ends with a number, with the one after the highest of a column. */
    static String afterHighest(String table, String column, String statement) {
        return """
        BEGIN
            DECLARE command VARCHAR(2000);
            DECLARE following BIGINT;
            DECLARE highest CURSOR FOR numbers;
            SET command = %s;
            PREPARE numbers FROM command;
            OPEN highest;
            FETCH highest INTO following;
            CLOSE highest;
            SET command = %s || following;
            EXECUTE IMMEDIATE command;
        END\
        """
                .formatted(
                        StandardTypes.quoted(
                                "SELECT CASE WHEN MAX(%1$s) > 0 THEN MAX(%1$s) + 1 ELSE 1 END FROM %2$s"
                                        .formatted(column, table)),
                        StandardTypes.quoted(statement));
    }

    /**
     * Writes all rows anew, until which nobody reads or writes the table: so it is after a column
     * was dropped, was given another type, or begins or ceases to take NULL. It commits (11.5,
     * "REORG TABLE command using the ADMIN_CMD procedure"), and knows no current schema.
     */
    static String reorg(TableName table) {
        String name = Db2Dialect.NAMES.quote(table.name());
        return table.schema().isEmpty()
                ? REORG
                        + "'REORG TABLE \"' || REPLACE(CURRENT SCHEMA, '\"', '\"\"') || "
                        + StandardTypes.quoted("\"." + name)
                        + ")"
                : REORG
                        + StandardTypes.quoted("REORG TABLE " + Db2Dialect.NAMES.quote(table))
                        + ")";
    }

    static boolean isReorg(String sql) {
        return sql.startsWith(REORG);
    }
}
