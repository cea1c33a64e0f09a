-- What Plinth writes for Oracle Database. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- text(10) becomes text(200)
ALTER TABLE "t" MODIFY ("a" VARCHAR2(200 CHAR))
/

-- text(10) becomes longtext
ALTER TABLE "t" ADD ("plinth_waiting" CLOB)
/
UPDATE "t" SET "plinth_waiting" = TO_CLOB("a")
/
ALTER TABLE "t" DROP COLUMN "a"
/
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
/

-- longtext becomes text(10)
ALTER TABLE "t" ADD ("plinth_waiting" VARCHAR2(10 CHAR))
/
UPDATE "t" SET "plinth_waiting" = CASE WHEN LENGTH("a") <= 10 THEN DBMS_LOB.SUBSTR("a", 10, 1) ELSE TO_CHAR("a") END
/
ALTER TABLE "t" DROP COLUMN "a"
/
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
/

-- integer becomes bigint
ALTER TABLE "t" MODIFY ("a" NUMBER(19))
/

-- integer becomes decimal(12,2)
ALTER TABLE "t" MODIFY ("a" NUMBER(12,2))
/

-- text(10) becomes integer
ALTER TABLE "t" ADD ("plinth_waiting" NUMBER(10))
/
UPDATE "t" SET "plinth_waiting" = CAST("a" AS NUMBER(10))
/
UPDATE "t" SET "a" = NULL
/
ALTER TABLE "t" MODIFY ("a" NUMBER(10))
/
UPDATE "t" SET "a" = "plinth_waiting"
/
ALTER TABLE "t" DROP COLUMN "plinth_waiting"
/

-- integer becomes text(10)
ALTER TABLE "t" ADD ("plinth_waiting" VARCHAR2(10 CHAR))
/
UPDATE "t" SET "plinth_waiting" = TO_CHAR("a")
/
UPDATE "t" SET "a" = NULL
/
ALTER TABLE "t" MODIFY ("a" VARCHAR2(10 CHAR))
/
UPDATE "t" SET "a" = "plinth_waiting"
/
ALTER TABLE "t" DROP COLUMN "plinth_waiting"
/

-- text(10) becomes boolean
ALTER TABLE "t" ADD ("plinth_waiting" NUMBER(1) CHECK ("plinth_waiting" IN (0,1)))
/
UPDATE "t" SET "plinth_waiting" = CASE WHEN LOWER(TRIM("a")) IN ('true','t','yes','on','1') THEN 1 WHEN LOWER(TRIM("a")) IN ('false','f','no','off','0') THEN 0 ELSE TO_NUMBER("a") END
/
UPDATE "t" SET "a" = NULL
/
ALTER TABLE "t" MODIFY ("a" NUMBER(1))
/
UPDATE "t" SET "a" = "plinth_waiting"
/
ALTER TABLE "t" DROP COLUMN "plinth_waiting"
/
ALTER TABLE "t" ADD CHECK ("a" IN (0,1))
/

-- boolean becomes text(10)
ALTER TABLE "t" ADD ("plinth_waiting" VARCHAR2(10 CHAR))
/
UPDATE "t" SET "plinth_waiting" = CASE "a" WHEN 1 THEN 'true' WHEN 0 THEN 'false' END
/
BEGIN
    FOR c IN (SELECT k.constraint_name FROM all_constraints k
        JOIN all_cons_columns n ON n.owner = k.owner AND n.constraint_name = k.constraint_name
        WHERE k.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND k.table_name = 't' AND n.column_name = 'a'
        AND k.constraint_type = 'C' AND k.search_condition_vc LIKE '% IN (0,1)') LOOP
        EXECUTE IMMEDIATE 'ALTER TABLE "t" DROP CONSTRAINT "' || c.constraint_name || '"';
    END LOOP;
END;
/
UPDATE "t" SET "a" = NULL
/
ALTER TABLE "t" MODIFY ("a" VARCHAR2(10 CHAR))
/
UPDATE "t" SET "a" = "plinth_waiting"
/
ALTER TABLE "t" DROP COLUMN "plinth_waiting"
/

-- text(36) becomes uuid
ALTER TABLE "t" ADD ("plinth_waiting" RAW(16))
/
UPDATE "t" SET "plinth_waiting" = HEXTORAW(REPLACE("a", '-'))
/
UPDATE "t" SET "a" = NULL
/
ALTER TABLE "t" MODIFY ("a" RAW(16))
/
UPDATE "t" SET "a" = "plinth_waiting"
/
ALTER TABLE "t" DROP COLUMN "plinth_waiting"
/

-- uuid becomes text(36)
ALTER TABLE "t" ADD ("plinth_waiting" VARCHAR2(36 CHAR))
/
UPDATE "t" SET "plinth_waiting" = LOWER(REGEXP_REPLACE(RAWTOHEX("a"), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\1-\2-\3-\4-\5'))
/
UPDATE "t" SET "a" = NULL
/
ALTER TABLE "t" MODIFY ("a" VARCHAR2(36 CHAR))
/
UPDATE "t" SET "a" = "plinth_waiting"
/
ALTER TABLE "t" DROP COLUMN "plinth_waiting"
/

-- longtext becomes json
ALTER TABLE "t" ADD ("plinth_waiting" CLOB CHECK ("plinth_waiting" IS JSON))
/
UPDATE "t" SET "plinth_waiting" = TO_CLOB("a")
/
ALTER TABLE "t" DROP COLUMN "a"
/
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "a"
/

-- timestamptz(6) becomes timestamptz(3)
ALTER TABLE "t" ADD ("plinth_waiting" TIMESTAMP(3) WITH TIME ZONE)
/
UPDATE "t" SET "plinth_waiting" = CAST("a" AS TIMESTAMP(3) WITH TIME ZONE)
/
UPDATE "t" SET "a" = NULL
/
ALTER TABLE "t" MODIFY ("a" TIMESTAMP(3) WITH TIME ZONE)
/
UPDATE "t" SET "a" = "plinth_waiting"
/
ALTER TABLE "t" DROP COLUMN "plinth_waiting"
/
