-- What Plinth writes for MySQL. No server has run it in these tests: it was read against the
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
UPDATE `t` SET `b` = UNHEX(CONCAT(HEX(RANDOM_BYTES(6)),'4',SUBSTR(HEX(RANDOM_BYTES(2)),2,3),SUBSTR('89AB',1 + FLOOR(RAND() * 4),1),SUBSTR(HEX(RANDOM_BYTES(8)),2,15)));
ALTER TABLE `t` MODIFY COLUMN `b` BINARY(16) DEFAULT (UNHEX(CONCAT(HEX(RANDOM_BYTES(6)),'4',SUBSTR(HEX(RANDOM_BYTES(2)),2,3),SUBSTR('89AB',1 + FLOOR(RAND() * 4),1),SUBSTR(HEX(RANDOM_BYTES(8)),2,15))));

-- add the moment
ALTER TABLE `t` ADD COLUMN `b` DATETIME(6) /* UTC */ DEFAULT (UTC_TIMESTAMP(6)) COMMENT 'when [UTC]';

-- add a computed one
ALTER TABLE `t` ADD COLUMN `b` INT GENERATED ALWAYS AS (CHAR_LENGTH(`a`)) STORED;

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
ALTER TABLE `t` DROP COLUMN `b`, ADD COLUMN `b` INT GENERATED ALWAYS AS (CHAR_LENGTH(`a`)) STORED AFTER `a`;

-- a computed one of an index changes
ALTER TABLE `t` DROP INDEX `t_b`;
ALTER TABLE `t` DROP COLUMN `b`, ADD COLUMN `b` INT GENERATED ALWAYS AS (CHAR_LENGTH(`a`) + 1) STORED AFTER `a`;
CREATE INDEX `t_b` ON `t` (`b`);

-- another type for what one is computed from
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(99);

-- no longer computed
ALTER TABLE `t` MODIFY COLUMN `b` INT;

-- all at once
ALTER TABLE `t` RENAME COLUMN `a` TO `z`;
ALTER TABLE `t` MODIFY COLUMN `z` VARCHAR(99) NOT NULL DEFAULT 'z' COMMENT 'z';
