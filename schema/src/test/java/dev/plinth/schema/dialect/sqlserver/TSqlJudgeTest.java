package dev.plinth.schema.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is planted once and must be told by the number of its error. */
class TSqlJudgeTest {
    private static final String MADE =
            "CREATE TABLE [t] ([id] INT NOT NULL, [a] NVARCHAR(10) NULL,"
                    + " [b] NVARCHAR(20) NULL CONSTRAINT [d] DEFAULT N'x',"
                    + " [m] NVARCHAR(MAX) NULL, [w] NVARCHAR(1000) NOT NULL,"
                    + " CONSTRAINT [t_pkey] PRIMARY KEY ([id]),"
                    + " CONSTRAINT [c] CHECK ([a] <> [b]))";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "102  | SELECT 1 LIMIT 1",
                "102  | ALTER TABLE [t] ADD COLUMN [x] INT NULL",
                "102  | ALTER TABLE [t] ADD CONSTRAINT [x] CHECK (LENGTH([a]) > 1)",
                "102  | ALTER TABLE [t] ADD CONSTRAINT [x] CHECK ([a] || N'' = N'y')",
                "131  | CREATE TABLE [x] ([a] NVARCHAR(4001) NULL)",
                "2750 | CREATE TABLE [x] ([a] DECIMAL(39,2) NULL)",
                "1002 | CREATE TABLE [x] ([a] DATETIME2(9) NULL)",
                "2744 | CREATE TABLE [x] ([a] INT IDENTITY(1,1) NOT NULL, [b] INT IDENTITY(1,1) NOT"
                        + " NULL)",
                "8147 | CREATE TABLE [x] ([a] INT IDENTITY(1,1) NULL)",
                "8111 | CREATE TABLE [x] ([a] INT NULL, CONSTRAINT [p] PRIMARY KEY ([a]))",
                "1779 | ALTER TABLE [t] ADD CONSTRAINT [p] PRIMARY KEY ([id])",
                "1919 | CREATE INDEX [i] ON [t] ([m])",
                "1944 | CREATE INDEX [i] ON [t] ([w])",
                "1909 | CREATE INDEX [i] ON [t] ([a], [a])",
                "1913 | CREATE INDEX [t_pkey] ON [t] ([a])",
                "10735 | CREATE INDEX [i] ON [t] ([a]) WHERE [a] IS NULL OR [id] = 1",
                "10735 | CREATE INDEX [i] ON [t] ([a]) WHERE LEN([a]) = 1",
                "1778 | CREATE TABLE [x] ([a] BIGINT NULL, CONSTRAINT [f] FOREIGN KEY ([a])"
                        + " REFERENCES [t] ([id]))",
                "1776 | CREATE TABLE [x] ([a] NVARCHAR(10) NULL, CONSTRAINT [f] FOREIGN KEY ([a])"
                        + " REFERENCES [t] ([a]))",
                "1761 | CREATE TABLE [x] ([a] INT NOT NULL, CONSTRAINT [f] FOREIGN KEY ([a])"
                        + " REFERENCES [t] ([id]) ON DELETE SET NULL)",
                "1785 | ALTER TABLE [t] ADD CONSTRAINT [f] FOREIGN KEY ([id]) REFERENCES [t] ([id])"
                        + " ON DELETE CASCADE",
                "5074 | ALTER TABLE [t] ALTER COLUMN [a] NVARCHAR(30) NULL",
                "5074 | ALTER TABLE [t] ALTER COLUMN [b] NVARCHAR(30) NULL",
                "5074 | ALTER TABLE [t] DROP COLUMN [id]",
                "ALTER COLUMN says neither | ALTER TABLE [t] ALTER COLUMN [m] NVARCHAR(30)",
                "a default without a name | ALTER TABLE [t] ADD [x] INT NOT NULL DEFAULT 1",
                "2714 | ALTER TABLE [t] ADD CONSTRAINT [d] CHECK ([id] > 1)",
                "2714 | CREATE VIEW [t_pkey] AS SELECT 1 AS [a]",
                "15336 | EXEC sp_rename N'[t].[a]', N'z', N'COLUMN'",
                "15225 | EXEC sp_rename N'[nothing]', N'z', N'OBJECT'",
                "15249 | EXEC sp_rename N'[t].[a]', N'z', N'THING'",
                "1033 | CREATE VIEW [v] AS SELECT [a] FROM [t] ORDER BY [a]",
                "3728 | ALTER TABLE [t] DROP CONSTRAINT [nothing]",
                "271  | INSERT INTO [g] ([b]) SELECT 1",
                "not a statement | TRUNCATE TABLE [t]",
                "4145 | ALTER TABLE [t] ADD CONSTRAINT [x] CHECK ([id] = 1 OR [y])",
                "4145 | ALTER TABLE [t] ADD CONSTRAINT [x] CHECK (([id]))",
                "4145 | CREATE VIEW [v] AS SELECT [a] FROM [t] WHERE NOT [t].[id]",
                "4145 | ALTER TABLE [t] ADD [x] AS (CASE WHEN [id] THEN 1 ELSE 0 END)",
                "8141 | ALTER TABLE [t] ADD [x] INT NULL CONSTRAINT [y] CHECK ([x] > [id])",
                "4511 | CREATE VIEW [v] AS SELECT [a], [id] + 1 FROM [t]",
                "4511 | CREATE VIEW [v] AS SELECT COUNT(*), MAX([id]) AS [b] FROM [t]",
            })
    void tells(String number, String batch) {
        TSqlJudge judge = new TSqlJudge();
        judge.accept(MADE);
        judge.accept("CREATE TABLE [g] ([a] INT NULL, [b] AS (CAST([a] + 1 AS INT)))");
        assertThat(judge.problems()).isEmpty();
        judge.accept(batch);
        assertThat(judge.problems()).anyMatch(p -> p.contains(number));
    }

    /** What looks like a mistake and is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALTER TABLE [t] ADD CONSTRAINT [x] CHECK ([id] BETWEEN 1 AND [id])",
                "ALTER TABLE [t] ADD CONSTRAINT [x] CHECK (NOT ([id]) = 1 AND [id] IN (1))",
                "ALTER TABLE [t] ADD [x] AS (CASE [id] WHEN 1 THEN [id] ELSE COALESCE([id], 2)"
                        + " END)",
                "ALTER TABLE [t] ADD [x] INT NULL CONSTRAINT [y] CHECK ([x] > 1)",
                "CREATE VIEW [v] ([n]) AS SELECT COUNT(*) FROM [t] WHERE ([id] = 1)",
                "CREATE VIEW [v] AS SELECT TOP (3) *, CAST([id] AS BIGINT) AS [b], [c] = 1,"
                        + " [t].[a] FROM [t]",
            })
    void letsPass(String batch) {
        TSqlJudge judge = new TSqlJudge();
        judge.accept(MADE);
        judge.accept(batch);
        assertThat(judge.problems()).isEmpty();
    }
}
