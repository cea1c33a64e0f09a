-- What Plinth writes for SQL Server. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- text(10) becomes text(200)
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NULL;
EXEC (@again)
GO

-- text(10) becomes longtext
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL;
EXEC (@again)
GO

-- longtext becomes text(10)
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NULL;
EXEC (@again)
GO

-- integer becomes bigint
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] BIGINT NULL;
EXEC (@again)
GO

-- integer becomes decimal(12,2)
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] DECIMAL(12,2) NULL;
EXEC (@again)
GO

-- text(10) becomes integer
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] INT NULL;
EXEC (@again)
GO

-- integer becomes text(10)
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NULL;
EXEC (@again)
GO

-- text(10) becomes boolean
UPDATE [t] SET [a] = CASE WHEN LOWER(TRIM([a])) IN (N'true', N't', N'yes', N'on', N'1') THEN N'1' WHEN LOWER(TRIM([a])) IN (N'false', N'f', N'no', N'off', N'0') THEN N'0' ELSE [a] END
GO
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] BIT NULL;
EXEC (@again)
GO

-- boolean becomes text(10)
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NULL;
EXEC (@again)
GO
UPDATE [t] SET [a] = CASE [a] WHEN N'1' THEN N'true' WHEN N'0' THEN N'false' ELSE [a] END
GO

-- text(36) becomes uuid
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] UNIQUEIDENTIFIER NULL;
EXEC (@again)
GO

-- uuid becomes text(36)
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(36) COLLATE Latin1_General_100_BIN2 NULL;
EXEC (@again)
GO
UPDATE [t] SET [a] = LOWER([a])
GO

-- longtext becomes json
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(MAX) /* JSON */ NULL;
EXEC (@again)
GO
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_addextendedproperty N'MS_Description', N'[JSON]', N'SCHEMA', @schema, N'TABLE', N't', N'COLUMN', N'a'
GO

-- timestamptz(6) becomes timestamptz(3)
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
    WHERE EXISTS (SELECT 1 FROM sys.foreign_key_columns k
    WHERE k.constraint_object_id = f.object_id
    AND (k.parent_object_id = @table AND k.parent_column_id = @column
        OR k.referenced_object_id = @table AND k.referenced_column_id = @column))) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = ISNULL(STRING_AGG(x.added, N''), N'') + @again
FROM (
    SELECT CAST(CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1
            THEN N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(i.name)
            ELSE N'DROP INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.indexes i
    CROSS APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)) + CASE WHEN ic.is_descending_key = 1 THEN N' DESC' ELSE N'' END, N', ')
            WITHIN GROUP (ORDER BY ic.key_ordinal) AS keys
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0) c
    OUTER APPLY (
        SELECT STRING_AGG(QUOTENAME(COL_NAME(ic.object_id, ic.column_id)), N', ') AS included
        FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 1) n
    WHERE i.object_id = @table AND i.type IN (1, 2)
    AND (EXISTS (SELECT 1 FROM sys.index_columns ic WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.column_id = @column)
        OR CHARINDEX(QUOTENAME(@name), i.filter_definition) > 0)) x;
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N''), @again = @again + ISNULL(STRING_AGG(x.added, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';' AS NVARCHAR(MAX)) AS dropped,
        CAST(N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(c.name) + N' CHECK ' + c.definition + N';' AS NVARCHAR(MAX)) AS added
    FROM sys.check_constraints c
    WHERE c.parent_object_id = @table AND CHARINDEX(QUOTENAME(@name), c.definition) > 0) x;
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
SELECT @drop = @drop + ISNULL(STRING_AGG(x.dropped, N''), N'')
FROM (
    SELECT CAST(N'ALTER TABLE ' + @on + N' DROP CONSTRAINT ' + QUOTENAME(d.name) + N';' AS NVARCHAR(MAX)) AS dropped
    FROM sys.default_constraints d
    WHERE d.parent_object_id = @table AND d.parent_column_id = @column) x;
EXEC (@drop);
ALTER TABLE [t] ALTER COLUMN [a] DATETIMEOFFSET(3) NULL;
EXEC (@again)
GO
