-- What Plinth writes for SQL Server. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- every type
CREATE TABLE [every_type] (
    [id] BIGINT IDENTITY(1,1) NOT NULL,
    [c0] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NULL,
    [c1] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [c2] SMALLINT NULL,
    [c3] INT NULL,
    [c4] BIGINT NULL,
    [c5] DECIMAL(12,2) NULL,
    [c6] DECIMAL(30,10) NULL,
    [c7] REAL NULL,
    [c8] FLOAT NULL,
    [c9] BIT NULL,
    [c10] DATE NULL,
    [c11] TIME(0) NULL,
    [c12] DATETIME2(6) NULL,
    [c13] DATETIMEOFFSET(6) NULL,
    [c14] UNIQUEIDENTIFIER NULL,
    [c15] NVARCHAR(MAX) /* JSON */ NULL,
    [c16] VARBINARY(MAX) NULL,
    [c17] VARBINARY(16) NULL,
    CONSTRAINT [every_type_pkey] PRIMARY KEY ([id])
)
GO
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_addextendedproperty N'MS_Description', N'[JSON]', N'SCHEMA', @schema, N'TABLE', N'every_type', N'COLUMN', N'c15'
GO

-- defaults
CREATE TABLE [defaults] (
    [id] BIGINT IDENTITY(1,1) NOT NULL,
    [a_text] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT [DF_defaults_a_text_ffnjwa] DEFAULT N'it''s ü "x" \ 100%',
    [a_small] SMALLINT NOT NULL CONSTRAINT [DF_defaults_a_small_dbhtt5] DEFAULT -3,
    [a_big] BIGINT NOT NULL CONSTRAINT [DF_defaults_a_big_nhwt33] DEFAULT 9223372036854775807,
    [a_decimal] DECIMAL(12,2) NOT NULL CONSTRAINT [DF_defaults_a_decimal_5end5y] DEFAULT 1.50,
    [a_double] FLOAT NOT NULL CONSTRAINT [DF_defaults_a_double_afbeds] DEFAULT 2.5E0,
    [a_true] BIT NOT NULL CONSTRAINT [DF_defaults_a_true_dgcksv] DEFAULT 1,
    [a_date] DATE NOT NULL CONSTRAINT [DF_defaults_a_date_8zvw27] DEFAULT '2024-02-29',
    [a_time] TIME(0) NOT NULL CONSTRAINT [DF_defaults_a_time_b9jrvg] DEFAULT '13:45:00',
    [a_timestamp] DATETIME2(6) NOT NULL CONSTRAINT [DF_defaults_a_timestamp_68d2ym] DEFAULT '2024-02-29T13:45:00.123456',
    [an_instant] DATETIMEOFFSET(6) NOT NULL CONSTRAINT [DF_defaults_an_instant_4d5n10] DEFAULT '2024-02-29T13:45:00+00:00',
    [a_uuid] UNIQUEIDENTIFIER NOT NULL CONSTRAINT [DF_defaults_a_uuid_9ykp6y] DEFAULT '0190f5fb-1c3f-7b0a-8f9b-0123456789ab',
    [a_new_uuid] UNIQUEIDENTIFIER NOT NULL CONSTRAINT [DF_defaults_a_new_uuid_f2asw2] DEFAULT NEWID(),
    [a_now] DATETIME2(6) NOT NULL CONSTRAINT [DF_defaults_a_now_ay920d] DEFAULT SYSUTCDATETIME(),
    [an_instant_now] DATETIMEOFFSET(6) NOT NULL CONSTRAINT [DF_defaults_an_instant_now_tgs6we] DEFAULT SYSDATETIMEOFFSET(),
    [a_today] DATE NOT NULL CONSTRAINT [DF_defaults_a_today_jdzgq8] DEFAULT CONVERT(DATE, SYSUTCDATETIME()),
    CONSTRAINT [defaults_pkey] PRIMARY KEY ([id])
)
GO

-- strange names
CREATE TABLE [select] (
    [id] BIGINT IDENTITY(1,1) NOT NULL,
    [from] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NULL,
    [Größe in m²] DECIMAL(5,2) NULL,
    [a"b] INT NULL,
    [a`b] INT NULL,
    [a[b]]c] INT NULL,
    [it's] INT NULL,
    [UPPER] INT NULL,
    [back\slash] INT NULL,
    [{b}?] INT NULL,
    CONSTRAINT [select_pkey] PRIMARY KEY ([id]),
    CONSTRAINT [or "der"] CHECK ([Größe in m²] > 0)
)
GO
CREATE UNIQUE INDEX [un'ique "ü"] ON [select] ([a"b]) WHERE [a"b] IS NOT NULL
GO
CREATE INDEX [where] ON [select] ([from])
GO

-- comments
CREATE TABLE [commented] (
    [id] BIGINT IDENTITY(1,1) NOT NULL,
    [a] INT NULL,
    CONSTRAINT [commented_pkey] PRIMARY KEY ([id])
)
GO
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_addextendedproperty N'MS_Description', N'of the
table''s', N'SCHEMA', @schema, N'TABLE', N'commented'
GO
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_addextendedproperty N'MS_Description', N'it''s "a" ü \ comment', N'SCHEMA', @schema, N'TABLE', N'commented', N'COLUMN', N'a'
GO

-- keys, relations, checks, indexes, a computed column and a view
CREATE TABLE [orders] (
    [region] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] INT NOT NULL,
    [note] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [orders_pkey] PRIMARY KEY ([region], [number])
)
GO
CREATE TABLE [lines] (
    [id] BIGINT IDENTITY(1,1) NOT NULL,
    [region] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NULL,
    [number] INT NULL,
    [price] DECIMAL(12,2) NOT NULL,
    [quantity] INT NOT NULL,
    [total] AS (CAST(CAST([price] * [quantity] AS DECIMAL(24,2)) AS DECIMAL(24,2))) PERSISTED,
    CONSTRAINT [lines_pkey] PRIMARY KEY ([id]),
    CONSTRAINT [lines_unique] UNIQUE ([price], [quantity]),
    CONSTRAINT [lines_positive] CHECK ([quantity] > 0 AND [price] IN (1, 2, 3))
)
GO
CREATE INDEX [lines_region] ON [lines] ([region], [quantity])
GO
CREATE UNIQUE INDEX [lines_quantity] ON [lines] ([quantity], [id])
GO
ALTER TABLE [lines] ADD CONSTRAINT [lines_orders] FOREIGN KEY ([region], [number]) REFERENCES [orders] ([region], [number]) ON DELETE CASCADE
GO
CREATE VIEW [big_lines] AS SELECT [id], [price] FROM [lines] WHERE [quantity] > 10
GO

-- rename
EXEC sp_rename N'[t]', N'renamed', N'OBJECT'
GO

-- comment
DECLARE @schema SYSNAME = SCHEMA_NAME();
EXEC sys.sp_addextendedproperty N'MS_Description', N'it''s \ new', N'SCHEMA', @schema, N'TABLE', N't'
GO

-- drop with a view
DROP VIEW [big_lines]
GO
ALTER TABLE [lines] DROP CONSTRAINT [lines_orders]
GO
DROP TABLE [orders]
GO
DROP TABLE [lines]
GO
