-- What Plinth writes for MySQL. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- text(10) becomes text(200)
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(200);

-- text(10) becomes longtext
ALTER TABLE `t` MODIFY COLUMN `a` LONGTEXT;

-- longtext becomes text(10)
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10);

-- integer becomes bigint
ALTER TABLE `t` MODIFY COLUMN `a` BIGINT;

-- integer becomes decimal(12,2)
ALTER TABLE `t` MODIFY COLUMN `a` DECIMAL(12,2);

-- text(10) becomes integer
ALTER TABLE `t` MODIFY COLUMN `a` INT;

-- integer becomes text(10)
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10);

-- text(10) becomes boolean
UPDATE `t` SET `a` = CASE WHEN LOWER(TRIM(`a`)) IN ('true','t','yes','on','1') THEN '1' WHEN LOWER(TRIM(`a`)) IN ('false','f','no','off','0') THEN '0' ELSE `a` END;
ALTER TABLE `t` MODIFY COLUMN `a` TINYINT(1);

-- boolean becomes text(10)
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(10);
UPDATE `t` SET `a` = CASE CAST(`a` AS CHAR) WHEN '1' THEN 'true' WHEN '0' THEN 'false' ELSE `a` END;

-- text(36) becomes uuid
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(255);
ALTER TABLE `t` MODIFY COLUMN `a` VARBINARY(255);
UPDATE `t` SET `a` = UUID_TO_BIN(CONVERT(`a` USING utf8mb4));
ALTER TABLE `t` MODIFY COLUMN `a` BINARY(16);

-- uuid becomes text(36)
ALTER TABLE `t` MODIFY COLUMN `a` VARBINARY(36);
UPDATE `t` SET `a` = BIN_TO_UUID(`a`);
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(255);
ALTER TABLE `t` MODIFY COLUMN `a` VARCHAR(36);

-- longtext becomes json
ALTER TABLE `t` MODIFY COLUMN `a` LONGTEXT /* JSON */ COMMENT '[JSON]';

-- timestamptz(6) becomes timestamptz(3)
ALTER TABLE `t` MODIFY COLUMN `a` DATETIME(3) /* UTC */ COMMENT '[UTC]';
