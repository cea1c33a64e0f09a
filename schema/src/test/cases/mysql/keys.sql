-- What Plinth writes for MySQL. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- add a primary key
ALTER TABLE `t` ADD PRIMARY KEY (`id`);

-- drop a primary key
ALTER TABLE `t` DROP PRIMARY KEY;

-- add a numbered primary key
ALTER TABLE `t` ADD COLUMN `id` BIGINT NOT NULL AUTO_INCREMENT, ADD UNIQUE KEY `plinth_numbering` (`id`);
ALTER TABLE `t` MODIFY COLUMN `id` BIGINT NOT NULL, DROP INDEX `plinth_numbering`;
ALTER TABLE `t` ADD PRIMARY KEY (`id`), MODIFY COLUMN `id` BIGINT NOT NULL AUTO_INCREMENT;

-- add a unique key
ALTER TABLE `t` ADD CONSTRAINT `t_u` UNIQUE (`a`);

-- add a unique key of two columns, one optional
ALTER TABLE `t` ADD CONSTRAINT `t_ab` UNIQUE (`a`, `b`);

-- drop such a key
ALTER TABLE `t` DROP INDEX `t_ab`;

-- such a key's column is no longer optional
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10) NOT NULL;

-- add a unique key of a required column
ALTER TABLE `t` ADD CONSTRAINT `t_u` UNIQUE (`a`);

-- add a unique key where NULLs are equal
-- refused: Unique key "t_u" of "t" takes empty values for equal, which MySQL cannot.

-- drop a unique key
ALTER TABLE `t` DROP INDEX `t_u`;

-- add an index
CREATE INDEX `t_i` ON `t` (`a`, `id` DESC);

-- drop an index
ALTER TABLE `t` DROP INDEX `t_i`;

-- add a unique index
ALTER TABLE `t` ADD CONSTRAINT `t_i` UNIQUE (`a`);

-- add a unique index of two columns, one optional
ALTER TABLE `t` ADD CONSTRAINT `t_i` UNIQUE (`a`, `b`);

-- drop such an index
ALTER TABLE `t` DROP INDEX `t_i`;

-- add a unique key that is checked at the end
ALTER TABLE `t` ADD CONSTRAINT `t_u` UNIQUE (`a`);

-- an index includes a column

-- drop a unique index
ALTER TABLE `t` DROP INDEX `t_i`;

-- add a check
ALTER TABLE `t` ADD CONSTRAINT `t_c` CHECK (`a` <> 'x');

-- drop a check
ALTER TABLE `t` DROP CONSTRAINT `t_c`;

-- a key's column gets another type
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(99);

-- numbers are given, then no longer
ALTER TABLE `t` MODIFY COLUMN `id` BIGINT NOT NULL;

-- numbers are no longer given, then are
SET @plinth = IF(EXISTS (SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND CONCAT(column_name, ' ', seq_in_index) = 'id 1'), 'ALTER TABLE `t` MODIFY COLUMN `id` BIGINT NOT NULL AUTO_INCREMENT', 'ALTER TABLE `t` MODIFY COLUMN `id` BIGINT NOT NULL');
PREPARE plinth FROM @plinth;
EXECUTE plinth;
DEALLOCATE PREPARE plinth;
