-- What Plinth writes for TiDB. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- in a circle
CREATE TABLE `node` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `parent` BIGINT,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `hen` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `egg` BIGINT,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `egg` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `hen` BIGINT,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
ALTER TABLE `node` ADD CONSTRAINT `node_parent` FOREIGN KEY (`parent`) REFERENCES `node` (`id`);
ALTER TABLE `hen` ADD CONSTRAINT `hen_egg` FOREIGN KEY (`egg`) REFERENCES `egg` (`id`) ON DELETE SET NULL;
ALTER TABLE `egg` ADD CONSTRAINT `egg_hen` FOREIGN KEY (`hen`) REFERENCES `hen` (`id`) ON DELETE CASCADE;

-- add with NO_ACTION
ALTER TABLE `t` ADD CONSTRAINT `t_a` FOREIGN KEY (`a`) REFERENCES `target` (`id`);

-- drop with NO_ACTION
ALTER TABLE `t` DROP FOREIGN KEY `t_a`;
SET @plinth = IF(EXISTS (SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 't_a'), 'ALTER TABLE `t` DROP INDEX `t_a`', 'DO 0');
PREPARE plinth FROM @plinth;
EXECUTE plinth;
DEALLOCATE PREPARE plinth;

-- add with RESTRICT
ALTER TABLE `t` ADD CONSTRAINT `t_a` FOREIGN KEY (`a`) REFERENCES `target` (`id`);

-- drop with RESTRICT
ALTER TABLE `t` DROP FOREIGN KEY `t_a`;
SET @plinth = IF(EXISTS (SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 't_a'), 'ALTER TABLE `t` DROP INDEX `t_a`', 'DO 0');
PREPARE plinth FROM @plinth;
EXECUTE plinth;
DEALLOCATE PREPARE plinth;

-- add with CASCADE
ALTER TABLE `t` ADD CONSTRAINT `t_a` FOREIGN KEY (`a`) REFERENCES `target` (`id`) ON DELETE CASCADE;

-- drop with CASCADE
ALTER TABLE `t` DROP FOREIGN KEY `t_a`;
SET @plinth = IF(EXISTS (SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 't_a'), 'ALTER TABLE `t` DROP INDEX `t_a`', 'DO 0');
PREPARE plinth FROM @plinth;
EXECUTE plinth;
DEALLOCATE PREPARE plinth;

-- add with SET_NULL
ALTER TABLE `t` ADD CONSTRAINT `t_a` FOREIGN KEY (`a`) REFERENCES `target` (`id`) ON DELETE SET NULL;

-- drop with SET_NULL
ALTER TABLE `t` DROP FOREIGN KEY `t_a`;
SET @plinth = IF(EXISTS (SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 't_a'), 'ALTER TABLE `t` DROP INDEX `t_a`', 'DO 0');
PREPARE plinth FROM @plinth;
EXECUTE plinth;
DEALLOCATE PREPARE plinth;

-- add with SET_DEFAULT
-- refused: Relation "t_a" of "t" sets defaults on delete, which TiDB cannot do.

-- drop with SET_DEFAULT
ALTER TABLE `t` DROP FOREIGN KEY `t_a`;
SET @plinth = IF(EXISTS (SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 't' AND index_name = 't_a'), 'ALTER TABLE `t` DROP INDEX `t_a`', 'DO 0');
PREPARE plinth FROM @plinth;
EXECUTE plinth;
DEALLOCATE PREPARE plinth;

-- becomes deferrable: IMMEDIATE

-- becomes deferrable: DEFERRED
