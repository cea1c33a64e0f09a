package dev.plinth.schema.dialect.oracle;

import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

/** Blocks of PL/SQL, for what depends on what is there when it runs. */
final class OracleBlocks {
    private OracleBlocks() {}

    private static String owner(TableName name) {
        return name.schema().isEmpty()
                ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
                : StandardTypes.quoted(name.schema());
    }

    /** Drops a unique key, whether it is a constraint or an index. */
    static String dropKey(TableName table, String key, String constraint, String index) {
        return """
        DECLARE
            found NUMBER;
        BEGIN
            SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = %s AND constraint_name = %s;
            IF found > 0 THEN
                EXECUTE IMMEDIATE %s;
            ELSE
                EXECUTE IMMEDIATE %s;
            END IF;
        END;\
        """
                .formatted(
                        owner(table),
                        StandardTypes.quoted(key),
                        StandardTypes.quoted(constraint),
                        StandardTypes.quoted(index));
    }

    /** Takes the numbering away, which may also be a default of others. */
    static String dropIdentity(Table table, Column column, String modify) {
        String begin = modify.substring(0, modify.length() - 1);
        return """
        DECLARE
            found NUMBER;
        BEGIN
            SELECT COUNT(*) INTO found FROM all_tab_identity_cols
            WHERE owner = %s AND table_name = %s AND column_name = %s;
            IF found > 0 THEN
                EXECUTE IMMEDIATE %s;
            ELSE
                EXECUTE IMMEDIATE %s;
            END IF;
        END;\
        """
                .formatted(
                        owner(table.name()),
                        StandardTypes.quoted(table.name().name()),
                        StandardTypes.quoted(column.name()),
                        StandardTypes.quoted(begin + "DROP IDENTITY)"),
                        StandardTypes.quoted(begin + "DEFAULT NULL)"));
    }

    /** Runs a statement with the number after the highest of a column in its middle. */
    static String afterHighest(String table, String column, String before, String after) {
        String begin = before.substring(0, before.length() - 1);
        return """
        DECLARE
            next NUMBER;
        BEGIN
            SELECT GREATEST(NVL(MAX(%s), 0), 0) + 1 INTO next FROM %s;
            EXECUTE IMMEDIATE %s || next || %s;
        END;\
        """
                .formatted(column, table, StandardTypes.quoted(begin), StandardTypes.quoted(after));
    }

    /** Drops the checks that tell a column's kind. */
    static String dropKind(Table table, Column column, OracleKind kind, String alter) {
        return """
        BEGIN
            FOR c IN (SELECT k.constraint_name FROM all_constraints k
                JOIN all_cons_columns n ON n.owner = k.owner AND n.constraint_name = k.constraint_name
                WHERE k.owner = %s AND k.table_name = %s AND n.column_name = %s
                AND k.constraint_type = 'C' AND k.search_condition_vc LIKE %s) LOOP
                EXECUTE IMMEDIATE %s || c.constraint_name || '"';
            END LOOP;
        END;\
        """
                .formatted(
                        owner(table.name()),
                        StandardTypes.quoted(table.name().name()),
                        StandardTypes.quoted(column.name()),
                        StandardTypes.quoted(kind.ending()),
                        StandardTypes.quoted(alter + "DROP CONSTRAINT \""));
    }

    /** Inserts a row of defaults, for which there is no word: the first column must be named. */
    static String insertDefaults(String quotedTable) {
        return """
        DECLARE
            first VARCHAR2(130);
        BEGIN
            FOR c IN (SELECT owner, table_name FROM all_tables
                WHERE '"' || table_name || '"' = %1$s AND owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')
                OR '"' || owner || '"."' || table_name || '"' = %1$s) LOOP
                SELECT MIN(column_name) KEEP (DENSE_RANK FIRST ORDER BY column_id) INTO first
                FROM all_tab_cols n WHERE n.owner = c.owner AND n.table_name = c.table_name
                AND n.virtual_column = 'NO' AND n.hidden_column = 'NO';
            END LOOP;
            EXECUTE IMMEDIATE 'INSERT INTO ' || %1$s || ' ("' || first || '") VALUES (DEFAULT)';
        END;\
        """
                .formatted(StandardTypes.quoted(quotedTable.replace("\"\"", "\"")));
    }
}
