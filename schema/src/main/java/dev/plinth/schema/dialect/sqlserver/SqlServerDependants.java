package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.TableName;

import java.util.List;
import java.util.stream.Collectors;

/**
 * T-SQL that looks up what stands in the way of a change, takes it away and puts it back: SQL
 * Server refuses to alter a column on which anything depends (error 5074), and has made up names of
 * its own.
 *
 * <p>Texts are put together by STRING_AGG over a derived table, since an aggregate takes no
 * subquery.
 */
final class SqlServerDependants {
    private final Names names;

    SqlServerDependants(Names names) {
        this.names = names;
    }

    /** A batch that drops the default of a column, whatever its name. */
    String dropDefault(TableName table, String column) {
        return """
        DECLARE @drop NVARCHAR(MAX) = (
            SELECT N'ALTER TABLE %1$s DROP CONSTRAINT ' + QUOTENAME(d.name)
            FROM sys.default_constraints d
            WHERE d.parent_object_id = OBJECT_ID(%2$s)
            AND d.parent_column_id = COLUMNPROPERTY(OBJECT_ID(%2$s), %3$s, 'ColumnId'));
        IF @drop IS NOT NULL EXEC (@drop)\
        """
                .formatted(
                        names.quote(table).replace("'", "''"),
                        SqlServerText.literal(names.quote(table)),
                        SqlServerText.literal(column));
    }

    /**
     * A batch that drops a column with what a model knows nothing of: a default of any name, even
     * of NULL, and statistics that somebody made.
     */
    String dropColumn(TableName table, String column, String drop) {
        return DECLARE.formatted(
                        SqlServerText.literal(names.quote(table)), SqlServerText.literal(column))
                + STATISTICS
                + DEFAULT
                + "EXEC (@drop);\n"
                + drop;
    }

    /**
     * A key that comes back in another form.
     *
     * @param sql makes it
     */
    record Reform(String name, String sql) {}

    /**
     * A batch that runs a change of a column with everything that depends on it out of the way.
     *
     * @param change statements that end with semicolons
     */
    String around(TableName table, String column, String change, List<Reform> reforms) {
        String reformed =
                reforms.stream()
                        .map(r -> SqlServerText.literal(r.name()))
                        .collect(Collectors.joining(", ", "(", ")"));
        StringBuilder had = new StringBuilder();
        StringBuilder again = new StringBuilder();
        for (int i = 0; i < reforms.size(); i++) {
            Reform reform = reforms.get(i);
            had.append(
                    "DECLARE @had%d BIT = IIF(INDEXPROPERTY(@table, %s, 'IndexID') IS NULL, 0, 1);\n"
                            .formatted(i, SqlServerText.literal(reform.name())));
            again.append(
                    "IF @had%d = 1 EXEC (%s);\n".formatted(i, SqlServerText.literal(reform.sql())));
        }
        return DECLARE.formatted(
                        SqlServerText.literal(names.quote(table)), SqlServerText.literal(column))
                + had
                + FOREIGN_KEYS.replace(
                        "$WHERE",
                        """
                        EXISTS (SELECT 1 FROM sys.foreign_key_columns k
                            WHERE k.constraint_object_id = f.object_id
                            AND (k.parent_object_id = @table AND k.parent_column_id = @column
                                OR k.referenced_object_id = @table AND k.referenced_column_id = @column))\
                        """)
                + INDEXES.replace("$WHERE", HELD)
                        .replace(
                                "$KEPT",
                                reforms.isEmpty()
                                        ? ""
                                        : "CASE WHEN i.name IN " + reformed + " THEN NULL ELSE ")
                        .replace("$END", reforms.isEmpty() ? "" : " END")
                + CHECKS
                + STATISTICS
                + DEFAULT
                + "EXEC (@drop);\n"
                + change
                + again
                + "EXEC (@again)";
    }

    /**
     * A batch that gives a column another name, with the checks and filtered indexes that speak of
     * it out of the way (error 15336).
     */
    String aroundRename(TableName table, String column, String to, String rename) {
        String then = "REPLACE($, QUOTENAME(@name), QUOTENAME(@to))";
        return DECLARE.formatted(
                        SqlServerText.literal(names.quote(table)), SqlServerText.literal(column))
                + "DECLARE @to SYSNAME = "
                + SqlServerText.literal(to)
                + ";\n"
                + indexes(MENTIONED)
                        .replace("c.keys", then.replace("$", "c.keys"))
                        .replace("n.included", then.replace("$", "n.included"))
                        .replace(
                                "N' WHERE ' + i.filter_definition",
                                "N' WHERE ' + " + then.replace("$", "i.filter_definition"))
                + CHECKS.replace("+ c.definition", "+ " + then.replace("$", "c.definition"))
                + "EXEC (@drop);\n"
                + rename
                + ";\nEXEC (@again)";
    }

    private static String indexes(String where) {
        return INDEXES.replace("$WHERE", where).replace("$KEPT", "").replace("$END", "");
    }

    /** A batch that drops the foreign keys to a table from others, and remembers them. */
    String dropForeignKeysTo(TableName table) {
        return """
        DECLARE @table INT = OBJECT_ID(%s);
        DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
        """
                        .formatted(SqlServerText.literal(names.quote(table)))
                + FOREIGN_KEYS.replace(
                        "$WHERE",
                        "f.referenced_object_id = @table AND f.parent_object_id <> @table")
                + "EXEC (@drop);\nSELECT @again AS sql INTO #plinth_foreign_keys";
    }

    /** A batch that makes the foreign keys again. */
    String addForeignKeysAgain() {
        return "DECLARE @again NVARCHAR(MAX) = (SELECT sql FROM #plinth_foreign_keys);\n"
                + "DROP TABLE #plinth_foreign_keys;\n"
                + "EXEC (@again)";
    }

    private static final String DECLARE =
            """
            DECLARE @table INT = OBJECT_ID(%1$s);
            DECLARE @name SYSNAME = %2$s;
            DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
            DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
            DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
            """;

    private static final String FOREIGN_KEYS =
            """
            SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
            FROM (
                SELECT CAST(N'ALTER TABLE ' + o.place + N' DROP CONSTRAINT ' + QUOTENAME(f.name) + N';' AS NVARCHAR(MAX)) AS dropped,
                    CAST(N'ALTER TABLE ' + o.place + N' ADD CONSTRAINT ' + QUOTENAME(f.name) + N' FOREIGN KEY (' + o.columns + N') REFERENCES '
                        + QUOTENAME(OBJECT_SCHEMA_NAME(f.referenced_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(f.referenced_object_id))
                        + N' (' + o.targets + N') ON DELETE ' + REPLACE(f.delete_referential_action_desc, N'_', N' ')
                        + N' ON UPDATE ' + REPLACE(f.update_referential_action_desc, N'_', N' ') + N';' AS NVARCHAR(MAX)) AS added
                FROM sys.foreign_keys f
                CROSS APPLY (
                    SELECT QUOTENAME(OBJECT_SCHEMA_NAME(f.parent_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(f.parent_object_id)) AS place,
                        STRING_AGG(QUOTENAME(COL_NAME(k.parent_object_id, k.parent_column_id)), N', ') WITHIN GROUP (ORDER BY k.constraint_column_id) AS columns,
                        STRING_AGG(QUOTENAME(COL_NAME(k.referenced_object_id, k.referenced_column_id)), N', ') WITHIN GROUP (ORDER BY k.constraint_column_id) AS targets
                    FROM sys.foreign_key_columns k WHERE k.constraint_object_id = f.object_id) o
                WHERE $WHERE) x;
            """;

    private static final String INDEXES =
            """
            SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
            FROM (
                SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
                        THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
                        ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
                    $KEPTCAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
                        WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
                        ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
                        + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX))$END AS added
                FROM sys.indexes i
                CROSS APPLY (
                    SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
                        WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
                    FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
                OUTER APPLY (
                    SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
                    FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
                WHERE i.object_id = @table AND i.type IN (1, 2)
                AND $WHERE) x;
            """;

    private static final String MENTIONED = "CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0";

    private static final String HELD =
            """
            (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
                    OR %s)\
            """
                    .formatted(MENTIONED);

    /** Those that somebody made; SQL Server takes its own away by itself. */
    private static final String STATISTICS =
            """
            SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
            FROM (
                SELECT CAST(N'DROP STATISTICS ' + @on + N'.' + QUOTENAME(s.name) + N';' AS NVARCHAR(MAX)) AS dropped,
                    CAST(N'CREATE STATISTICS ' + QUOTENAME(s.name) + N' ON ' + @on + N' (' + c.columns + N')'
                        + ISNULL(N' WHERE ' + s.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
                FROM sys.stats s
                CROSS APPLY (
                    SELECT STRING_AGG(QUOTENAME(COL_NAME(sc.object_id, sc.column_id)), N', ') WITHIN GROUP (ORDER BY sc.stats_column_id) AS columns
                    FROM sys.stats_columns sc WHERE sc.object_id = s.object_id AND sc.stats_id = s.stats_id) c
                WHERE s.object_id = @table AND s.user_created = 1
                AND EXISTS (SELECT 1 FROM sys.stats_columns sc WHERE sc.object_id = s.object_id AND sc.stats_id = s.stats_id AND sc.column_id = @column)) x;
            """;

    private static final String CHECKS =
            """
            SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
            FROM (
                SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
                    CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
                FROM sys.check_constraints c
                WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
            """;

    private static final String DEFAULT =
            """
            SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
            FROM (
                SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
                FROM sys.default_constraints d
                WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
            """;
}
