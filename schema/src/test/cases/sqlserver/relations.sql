-- What Plinth writes for SQL Server. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- in a circle
-- refused: Relation "egg_hen" of "egg" gives a delete a second way to the same rows, which SQL Server refuses.

-- add with NO_ACTION
ALTER TABLE [t] ADD CONSTRAINT [t_a] FOREIGN KEY ([a]) REFERENCES [target] ([id])
GO

-- drop with NO_ACTION
ALTER TABLE [t] DROP CONSTRAINT [t_a]
GO

-- add with RESTRICT
ALTER TABLE [t] ADD CONSTRAINT [t_a] FOREIGN KEY ([a]) REFERENCES [target] ([id])
GO

-- drop with RESTRICT
ALTER TABLE [t] DROP CONSTRAINT [t_a]
GO

-- add with CASCADE
ALTER TABLE [t] ADD CONSTRAINT [t_a] FOREIGN KEY ([a]) REFERENCES [target] ([id]) ON DELETE CASCADE
GO

-- drop with CASCADE
ALTER TABLE [t] DROP CONSTRAINT [t_a]
GO

-- add with SET_NULL
ALTER TABLE [t] ADD CONSTRAINT [t_a] FOREIGN KEY ([a]) REFERENCES [target] ([id]) ON DELETE SET NULL
GO

-- drop with SET_NULL
ALTER TABLE [t] DROP CONSTRAINT [t_a]
GO

-- add with SET_DEFAULT
ALTER TABLE [t] ADD CONSTRAINT [t_a] FOREIGN KEY ([a]) REFERENCES [target] ([id]) ON DELETE SET DEFAULT
GO

-- drop with SET_DEFAULT
ALTER TABLE [t] DROP CONSTRAINT [t_a]
GO

-- becomes deferrable: IMMEDIATE

-- becomes deferrable: DEFERRED
