-- What Plinth writes for SQL Server. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- add a primary key
ALTER TABLE [t] ADD CONSTRAINT [t_pkey] PRIMARY KEY ([id])
GO

-- drop a primary key
ALTER TABLE [t] DROP CONSTRAINT [t_pkey]
GO

-- add a numbered primary key
ALTER TABLE [t] ADD [id] BIGINT IDENTITY(1,1) NOT NULL
GO
ALTER TABLE [t] ADD CONSTRAINT [t_pkey] PRIMARY KEY ([id])
GO

-- add a unique key
CREATE UNIQUE INDEX [t_u] ON [t] ([a]) WHERE [a] IS NOT NULL
GO

-- add a unique key of two columns, one optional
CREATE UNIQUE INDEX [t_ab] ON [t] ([a], [b]) WHERE [a] IS NOT NULL
GO

-- drop such a key
DROP INDEX [t_ab] ON [t]
GO

-- such a key's column is no longer optional
DECLARE @table INT = OBJECT_ID(N'[t]');
DECLARE @name SYSNAME = N'a';
DECLARE @column INT = COLUMNPROPERTY(@table, @name, 'ColumnId');
DECLARE @on NVARCHAR(MAX) = QUOTENAME(OBJECT_SCHEMA_NAME(@table)) + N'.' + QUOTENAME(OBJECT_NAME(@table));
DECLARE @drop NVARCHAR(MAX) = N'', @again NVARCHAR(MAX) = N'';
DECLARE @had0 BIT = IIF(INDEXPROPERTY(@table, N't_ab', 'IndexID') IS NULL, 0, 1);
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
        CASE WHEN i.name IN (N't_ab') THEN NULL ELSE CAST(CASE WHEN i.is_primary_key = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' PRIMARY KEY ' + i.type_desc
            WHEN i.is_unique_constraint = 1 THEN N'ALTER TABLE ' + @on + N' ADD CONSTRAINT ' + QUOTENAME(i.name) + N' UNIQUE ' + i.type_desc
            ELSE N'CREATE ' + CASE WHEN i.is_unique = 1 THEN N'UNIQUE ' ELSE N'' END + i.type_desc + N' INDEX ' + QUOTENAME(i.name) + N' ON ' + @on END
            + N' (' + c.keys + N')' + ISNULL(N' INCLUDE (' + n.included + N')', N'') + ISNULL(N' WHERE ' + i.filter_definition, N'') + N';' AS NVARCHAR(MAX)) END AS added
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
IF @had0 = 1 EXEC (N'ALTER TABLE [t] ADD CONSTRAINT [t_ab] UNIQUE ([a], [b])');
EXEC (@again)
GO

-- add a unique key of a required column
ALTER TABLE [t] ADD CONSTRAINT [t_u] UNIQUE ([a])
GO

-- add a unique key where NULLs are equal
ALTER TABLE [t] ADD CONSTRAINT [t_u] UNIQUE ([a])
GO

-- drop a unique key
DROP INDEX [t_u] ON [t]
GO

-- add an index
CREATE INDEX [t_i] ON [t] ([a], [id] DESC)
GO

-- drop an index
DROP INDEX [t_i] ON [t]
GO

-- add a unique index
CREATE UNIQUE INDEX [t_i] ON [t] ([a]) WHERE [a] IS NOT NULL
GO

-- add a unique index of two columns, one optional
CREATE UNIQUE INDEX [t_i] ON [t] ([a], [b]) WHERE [a] IS NOT NULL
GO

-- drop such an index
DROP INDEX [t_i] ON [t]
GO

-- add a unique key that is checked at the end
CREATE UNIQUE INDEX [t_u] ON [t] ([a]) WHERE [a] IS NOT NULL
GO

-- an index includes a column
DROP INDEX [t_i] ON [t]
GO
CREATE INDEX [t_i] ON [t] ([a], [id] DESC) INCLUDE ([b])
GO

-- drop a unique index
DROP INDEX [t_i] ON [t]
GO

-- add a check
ALTER TABLE [t] ADD CONSTRAINT [t_c] CHECK ([a] <> 'x')
GO

-- drop a check
ALTER TABLE [t] DROP CONSTRAINT [t_c]
GO

-- a key's column gets another type
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

-- numbers are given, then no longer
DECLARE @table INT = OBJECT_ID(N'[t]');
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
    WHERE f.referenced_object_id = @table AND f.parent_object_id <> @table) x;
EXEC (@drop);
SELECT @again AS sql INTO #plinth_foreign_keys
GO
CREATE TABLE [plinth_new_t] (
    [id] BIGINT NOT NULL,
    [a] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NULL
)
GO
INSERT INTO [plinth_new_t] ([id], [a]) SELECT [id], [a] FROM [t]
GO
DROP TABLE [t]
GO
EXEC sp_rename N'[plinth_new_t]', N't', N'OBJECT'
GO
ALTER TABLE [t] ADD CONSTRAINT [t_pkey] PRIMARY KEY ([id])
GO
DECLARE @again NVARCHAR(MAX) = (SELECT sql FROM #plinth_foreign_keys);
DROP TABLE #plinth_foreign_keys;
EXEC (@again)
GO

-- numbers are no longer given, then are
DECLARE @table INT = OBJECT_ID(N'[t]');
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
    WHERE f.referenced_object_id = @table AND f.parent_object_id <> @table) x;
EXEC (@drop);
SELECT @again AS sql INTO #plinth_foreign_keys
GO
CREATE TABLE [plinth_new_t] (
    [id] BIGINT IDENTITY(1,1) NOT NULL,
    [a] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NULL
)
GO
SET IDENTITY_INSERT [plinth_new_t] ON
GO
INSERT INTO [plinth_new_t] ([id], [a]) SELECT [id], [a] FROM [t]
GO
SET IDENTITY_INSERT [plinth_new_t] OFF
GO
DROP TABLE [t]
GO
EXEC sp_rename N'[plinth_new_t]', N't', N'OBJECT'
GO
ALTER TABLE [t] ADD CONSTRAINT [t_pkey] PRIMARY KEY ([id])
GO
DECLARE @again NVARCHAR(MAX) = (SELECT sql FROM #plinth_foreign_keys);
DROP TABLE #plinth_foreign_keys;
EXEC (@again)
GO
