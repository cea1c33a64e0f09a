-- What Plinth writes for IBM Db2. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- text(10) becomes text(200)
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE VARCHAR(200 CODEUNITS32)
@

-- text(10) becomes longtext
ALTER TABLE "t" ADD COLUMN "plinth_waiting" CLOB(1G)
@
UPDATE "t" SET "plinth_waiting" = CAST("a" AS CLOB(1G))
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- longtext becomes text(10)
ALTER TABLE "t" ADD COLUMN "plinth_waiting" VARCHAR(10 CODEUNITS32)
@
UPDATE "t" SET "plinth_waiting" = CAST("a" AS VARCHAR(10 CODEUNITS32))
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- integer becomes bigint
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE BIGINT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@

-- integer becomes decimal(12,2)
ALTER TABLE "t" ADD COLUMN "plinth_waiting" DECIMAL(12, 2)
@
UPDATE "t" SET "plinth_waiting" = CAST("a" AS DECIMAL(12, 2))
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- text(10) becomes integer
ALTER TABLE "t" ADD COLUMN "plinth_waiting" INTEGER
@
UPDATE "t" SET "plinth_waiting" = CAST(ROUND(CAST(TRIM(CAST("a" AS VARCHAR(100))) AS DECFLOAT(34)), 0) AS INTEGER)
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- integer becomes text(10)
ALTER TABLE "t" ADD COLUMN "plinth_waiting" VARCHAR(10 CODEUNITS32)
@
UPDATE "t" SET "plinth_waiting" = CAST(VARCHAR("a") AS VARCHAR(10 CODEUNITS32))
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- text(10) becomes boolean
ALTER TABLE "t" ADD COLUMN "plinth_waiting" BOOLEAN
@
UPDATE "t" SET "plinth_waiting" = CASE WHEN LOWER(TRIM(CAST("a" AS VARCHAR(100)))) IN ('1', 't', 'yes', 'on') THEN TRUE WHEN LOWER(TRIM(CAST("a" AS VARCHAR(100)))) IN ('0', 'f', 'no', 'off') THEN FALSE ELSE CAST(LOWER(TRIM(CAST("a" AS VARCHAR(100)))) AS BOOLEAN) END
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- boolean becomes text(10)
ALTER TABLE "t" ADD COLUMN "plinth_waiting" VARCHAR(10 CODEUNITS32)
@
UPDATE "t" SET "plinth_waiting" = CAST(CASE WHEN "a" THEN 'true' WHEN NOT "a" THEN 'false' END AS VARCHAR(10 CODEUNITS32))
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- text(36) becomes uuid
ALTER TABLE "t" ADD COLUMN "plinth_waiting" BINARY(16)
@
UPDATE "t" SET "plinth_waiting" = CAST(HEXTORAW(REPLACE(TRIM(CAST("a" AS VARCHAR(100))), '-', '')) AS BINARY(16))
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- uuid becomes text(36)
ALTER TABLE "t" ADD COLUMN "plinth_waiting" VARCHAR(36 CODEUNITS32)
@
UPDATE "t" SET "plinth_waiting" = CAST(SUBSTR(LOWER(HEX("a")), 1, 8) || '-' || SUBSTR(LOWER(HEX("a")), 9, 4) || '-' || SUBSTR(LOWER(HEX("a")), 13, 4) || '-' || SUBSTR(LOWER(HEX("a")), 17, 4) || '-' || SUBSTR(LOWER(HEX("a")), 21, 12) AS VARCHAR(36 CODEUNITS32))
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@

-- longtext becomes json
COMMENT ON COLUMN "t"."a" IS '[JSON]'
@

-- timestamptz(6) becomes timestamptz(3)
ALTER TABLE "t" ADD COLUMN "plinth_waiting" TIMESTAMP(3) /* UTC */
@
UPDATE "t" SET "plinth_waiting" = CAST("a" AS TIMESTAMP(3) /* UTC */)
@
ALTER TABLE "t" DROP COLUMN "a" RESTRICT
@
CALL SYSPROC.ADMIN_CMD('REORG TABLE "' || REPLACE(CURRENT SCHEMA, '"', '""') || '"."t"')
@
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
@
COMMENT ON COLUMN "t"."a" IS '[UTC]'
@
