-- What Plinth writes for SQL Server. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- add
ALTER TABLE [t] ADD [b] INT NULL
GO

-- add, required
ALTER TABLE [t] ADD [b] INT NOT NULL
GO

-- add, required, with a default
ALTER TABLE [t] ADD [b] INT NOT NULL CONSTRAINT [DF_t_b_yc6wwg] DEFAULT 7 WITH VALUES
GO

-- add, required, filled from others
ALTER TABLE [t] ADD [b] INT NULL
GO
UPDATE [t] SET [b] = 1 + 1 WHERE [b] IS NULL
GO
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'b';
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
ALTER TABLE [t] ALTER COLUMN [b] INT NOT NULL;
EXEC (@again)
GO

-- add a new UUID
ALTER TABLE [t] ADD [b] UNIQUEIDENTIFIER NULL CONSTRAINT [DF_t_b_yc6wwg] DEFAULT NEWID() WITH VALUES
GO

-- add the moment
ALTER TABLE [t] ADD [b] DATETIMEOFFSET(6) NULL CONSTRAINT [DF_t_b_yc6wwg] DEFAULT SYSDATETIMEOFFSET() WITH VALUES
GO
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_addextendedproperty N'MS_Description', N'when', N'SCHEMA', @schema, N'TABLE', N't', N'COLUMN', N'b'
GO

-- add a computed one
ALTER TABLE [t] ADD [b] AS (CAST((LEN(CAST([a] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) AS INT)) PERSISTED
GO

-- rename
EXEC sp_rename N'[t].[a]', N'it''s', N'COLUMN'
GO

-- drop
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'b';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
ALTER TABLE [t] DROP COLUMN [b]
GO

-- drop with a default
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'b';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
ALTER TABLE [t] DROP COLUMN [b]
GO

-- becomes required
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
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NOT NULL;
EXEC (@again)
GO

-- no longer required
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

-- gets a default
ALTER TABLE [t] ADD CONSTRAINT [DF_t_a_y6ebwy] DEFAULT N'it''s' FOR [a]
GO

-- gets another default
DECLARE @drop NVARCHAR(MAX) = (
    SELECT N'ALTER TABLE [t] DROP CONSTRAINT ' + QUOTENAME(d.name)
    FROM sys.default_constraints d
    WHERE d.parent_object_id = OBJECT_ID(N'[t]')
    AND d.parent_column_id = COLUMNPROPERTY(OBJECT_ID(N'[t]'), N'a', 'ColumnId'));
IF @drop IS NOT NULL EXEC (@drop)
GO
ALTER TABLE [t] ADD CONSTRAINT [DF_t_a_y6ebwy] DEFAULT N'y' FOR [a]
GO

-- loses its default
DECLARE @drop NVARCHAR(MAX) = (
    SELECT N'ALTER TABLE [t] DROP CONSTRAINT ' + QUOTENAME(d.name)
    FROM sys.default_constraints d
    WHERE d.parent_object_id = OBJECT_ID(N'[t]')
    AND d.parent_column_id = COLUMNPROPERTY(OBJECT_ID(N'[t]'), N'a', 'ColumnId'));
IF @drop IS NOT NULL EXEC (@drop)
GO

-- gets a comment
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_addextendedproperty N'MS_Description', N'it''s', N'SCHEMA', @schema, N'TABLE', N't', N'COLUMN', N'a'
GO

-- loses its comment
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_dropextendedproperty N'MS_Description', N'SCHEMA', @schema, N'TABLE', N't', N'COLUMN', N'a'
GO

-- becomes computed
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'b';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
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
ALTER TABLE [t] DROP COLUMN [b]
GO
ALTER TABLE [t] ADD [b] AS (CAST((LEN(CAST([a] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) AS INT)) PERSISTED
GO

-- a computed one of an index changes
DROP INDEX [t_b] ON [t]
GO
ALTER TABLE [t] DROP COLUMN [b]
GO
ALTER TABLE [t] ADD [b] AS (CAST((LEN(CAST([a] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) + 1 AS INT)) PERSISTED
GO
CREATE INDEX [t_b] ON [t] ([b])
GO

-- another type for what one is computed from
DROP INDEX [t_b] ON [t]
GO
ALTER TABLE [t] DROP COLUMN [b]
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
ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(99) COLLATE Latin1_General_100_BIN2 NULL;
EXEC (@again)
GO
ALTER TABLE [t] ADD [b] AS (CAST((LEN(CAST([a] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) AS INT)) PERSISTED
GO
CREATE INDEX [t_b] ON [t] ([b])
GO

-- no longer computed
ALTER TABLE [t] ADD [plinth_kept] INT NULL
GO
UPDATE [t] SET [plinth_kept] = [b]
GO
ALTER TABLE [t] DROP COLUMN [b]
GO
EXEC sp_rename N'[t].[plinth_kept]', N'b', N'COLUMN'
GO

-- all at once
EXEC sp_rename N'[t].[a]', N'z', N'COLUMN'
GO
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'z';
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
ALTER TABLE [t] ALTER COLUMN [z] NVARCHAR(99) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE [t] ADD CONSTRAINT [DF_t_z_y6ebwy] DEFAULT N'z' FOR [z];
EXEC (@again)
GO
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_addextendedproperty N'MS_Description', N'z', N'SCHEMA', @schema, N'TABLE', N't', N'COLUMN', N'z'
GO
