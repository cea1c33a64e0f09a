-- What Plinth writes for TiDB. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- add
ALTER TABLE `t` ADD COLUMN `b` INT;

-- add, required
ALTER TABLE `t` ADD COLUMN `b` INT;
ALTER TABLE `t` MODIFY COLUMN `b` INT NOT NULL;

-- add, required, with a default
ALTER TABLE `t` ADD COLUMN `b` INT NOT NULL DEFAULT 7;

-- add, required, filled from others
ALTER TABLE `t` ADD COLUMN `b` INT;
UPDATE `t` SET `b` = 1 + 1 WHERE `b` IS NULL;
ALTER TABLE `t` MODIFY COLUMN `b` INT NOT NULL;

-- add a new UUID
ALTER TABLE `t` ADD COLUMN `b` BINARY(16);
UPDATE `t` SET `b` = UUID_TO_BIN(UUID());
ALTER TABLE `t` MODIFY COLUMN `b` BINARY(16) DEFAULT (UUID_TO_BIN(UUID()));

-- add the moment
ALTER TABLE `t` ADD COLUMN `b` DATETIME(6) /* UTC */ DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when [UTC]';

-- add a computed one
-- refused: TiDB adds no column to a table that is computed on writing.

-- rename
ALTER TABLE `t` RENAME COLUMN `a` TO `it's`;

-- drop
ALTER TABLE `t` DROP COLUMN `b`;

-- drop with a default
ALTER TABLE `t` DROP COLUMN `b`;

-- becomes required
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10) NOT NULL;

-- no longer required
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10);

-- gets a default
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10) DEFAULT 'it''s';

-- gets another default
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10) DEFAULT 'y';

-- loses its default
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10);

-- gets a comment
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10) COMMENT 'it''s';

-- loses its comment
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10);

-- becomes computed
-- refused: TiDB adds no column to a table that is computed on writing.

-- a computed one of an index changes
-- refused: TiDB makes no plain or other column of one that is computed.

-- another type for what one is computed from
-- refused: TiDB changes no type of a column that another is computed from.

-- no longer computed
-- refused: TiDB makes no plain or other column of one that is computed.

-- all at once
ALTER TABLE `t` RENAME COLUMN `a` TO `z`;
ALTER TABLE `t` MODIFY COLUMN `z` VARCHAR(99) NOT NULL DEFAULT 'z' COMMENT 'z';
