-- What Plinth writes for TiDB. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- every type
CREATE TABLE `every_type` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `c0` VARCHAR(40),
    `c1` LONGTEXT,
    `c2` SMALLINT,
    `c3` INT,
    `c4` BIGINT,
    `c5` DECIMAL(12,2),
    `c6` DECIMAL(30,10),
    `c7` FLOAT,
    `c8` DOUBLE,
    `c9` TINYINT(1),
    `c10` DATE,
    `c11` TIME(0),
    `c12` DATETIME(6),
    `c13` DATETIME(6) /* UTC */ COMMENT '[UTC]',
    `c14` BINARY(16),
    `c15` LONGTEXT /* JSON */ COMMENT '[JSON]',
    `c16` LONGBLOB,
    `c17` VARBINARY(16),
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- defaults
CREATE TABLE `defaults` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `a_text` VARCHAR(40) NOT NULL DEFAULT 'it''s ü "x" \\ 100%',
    `a_small` SMALLINT NOT NULL DEFAULT -3,
    `a_big` BIGINT NOT NULL DEFAULT 9223372036854775807,
    `a_decimal` DECIMAL(12,2) NOT NULL DEFAULT 1.50,
    `a_double` DOUBLE NOT NULL DEFAULT 2.5E0,
    `a_true` TINYINT(1) NOT NULL DEFAULT TRUE,
    `a_date` DATE NOT NULL DEFAULT '2024-02-29',
    `a_time` TIME(0) NOT NULL DEFAULT '13:45:00',
    `a_timestamp` DATETIME(6) NOT NULL DEFAULT '2024-02-29 13:45:00.123456',
    `an_instant` DATETIME(6) /* UTC */ NOT NULL DEFAULT '2024-02-29 13:45' COMMENT '[UTC]',
    `a_uuid` BINARY(16) NOT NULL DEFAULT X'0190f5fb1c3f7b0a8f9b0123456789ab',
    `a_new_uuid` BINARY(16) NOT NULL DEFAULT (UUID_TO_BIN(UUID())),
    `a_now` DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    `an_instant_now` DATETIME(6) /* UTC */ NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT '[UTC]',
    `a_today` DATE NOT NULL DEFAULT (CURRENT_DATE),
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- strange names
CREATE TABLE `select` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `from` VARCHAR(20),
    `Größe in m²` DECIMAL(5,2),
    `a"b` INT,
    `a``b` INT,
    `a[b]c` INT,
    `it's` INT,
    `UPPER` INT,
    `back\slash` INT,
    `{b}?` INT,
    PRIMARY KEY (`id`),
    CONSTRAINT `un'ique "ü"` UNIQUE (`a"b`),
    CONSTRAINT `or "der"` CHECK (`Größe in m²` > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `where` ON `select` (`from`);

-- comments
CREATE TABLE `commented` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `a` INT COMMENT 'it''s "a" ü \\ comment',
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='of the
table''s';

-- keys, relations, checks, indexes, a computed column and a view
CREATE TABLE `orders` (
    `region` VARCHAR(10) NOT NULL,
    `number` INT NOT NULL,
    `note` LONGTEXT,
    PRIMARY KEY (`region`, `number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `lines` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `region` VARCHAR(10),
    `number` INT,
    `price` DECIMAL(12,2) NOT NULL,
    `quantity` INT NOT NULL,
    `total` DECIMAL(24,2) GENERATED ALWAYS AS (CAST(`price` * `quantity` AS DECIMAL(24,2))) STORED,
    PRIMARY KEY (`id`),
    CONSTRAINT `lines_unique` UNIQUE (`price`, `quantity`),
    CONSTRAINT `lines_quantity` UNIQUE (`quantity`, `id`),
    CONSTRAINT `lines_positive` CHECK (`quantity` > 0 AND `price` IN (1, 2, 3))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `lines_region` ON `lines` (`region`, `quantity`);
ALTER TABLE `lines` ADD CONSTRAINT `lines_orders` FOREIGN KEY (`region`, `number`) REFERENCES `orders` (`region`, `number`) ON DELETE CASCADE;
CREATE VIEW `big_lines` AS SELECT `id`, `price` FROM `lines` WHERE `quantity` > 10;

-- rename
RENAME TABLE `t` TO `renamed`;

-- comment
ALTER TABLE `t` COMMENT = 'it''s \\ new';

-- drop with a view
DROP VIEW `big_lines`;
ALTER TABLE `lines` DROP FOREIGN KEY `lines_orders`;
SET @plinth = IF(EXISTS (SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'lines' AND index_name = 'lines_orders'), 'ALTER TABLE `lines` DROP INDEX `lines_orders`', 'DO 0');
PREPARE plinth FROM @plinth;
EXECUTE plinth;
DEALLOCATE PREPARE plinth;
DROP TABLE `orders`;
DROP TABLE `lines`;
