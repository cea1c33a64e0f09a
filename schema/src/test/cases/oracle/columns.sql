-- What Plinth writes for Oracle Database. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- add
ALTER TABLE "t" ADD ("b" NUMBER(10))
/

-- add, required
ALTER TABLE "t" ADD ("b" NUMBER(10) NOT NULL)
/

-- add, required, with a default
ALTER TABLE "t" ADD ("b" NUMBER(10) DEFAULT 7 NOT NULL)
/

-- add, required, filled from others
ALTER TABLE "t" ADD ("b" NUMBER(10))
/
UPDATE "t" SET "b" = 1 + 1 WHERE "b" IS NULL
/
ALTER TABLE "t" MODIFY ("b" NOT NULL)
/

-- add a new UUID
ALTER TABLE "t" ADD ("b" RAW(16))
/
UPDATE "t" SET "b" = SYS_GUID()
/
ALTER TABLE "t" MODIFY ("b" DEFAULT SYS_GUID())
/

-- add the moment
ALTER TABLE "t" ADD ("b" TIMESTAMP(6) WITH TIME ZONE DEFAULT SYSTIMESTAMP)
/
COMMENT ON COLUMN "t"."b" IS 'when'
/

-- add a computed one
ALTER TABLE "t" ADD ("b" NUMBER(10) GENERATED ALWAYS AS (LENGTH("a")) VIRTUAL)
/

-- rename
ALTER TABLE "t" RENAME COLUMN "a" TO "it's"
/

-- drop
ALTER TABLE "t" DROP COLUMN "b"
/

-- drop with a default
ALTER TABLE "t" DROP COLUMN "b"
/

-- becomes required
ALTER TABLE "t" MODIFY ("a" NOT NULL)
/

-- no longer required
ALTER TABLE "t" MODIFY ("a" NULL)
/

-- gets a default
ALTER TABLE "t" MODIFY ("a" DEFAULT 'it''s')
/

-- gets another default
ALTER TABLE "t" MODIFY ("a" DEFAULT 'y')
/

-- loses its default
ALTER TABLE "t" MODIFY ("a" DEFAULT NULL)
/

-- gets a comment
COMMENT ON COLUMN "t"."a" IS 'it''s'
/

-- loses its comment
COMMENT ON COLUMN "t"."a" IS ''
/

-- becomes computed
ALTER TABLE "t" DROP COLUMN "b"
/
ALTER TABLE "t" ADD ("b" NUMBER(10) GENERATED ALWAYS AS (LENGTH("a")) VIRTUAL)
/

-- a computed one of an index changes
DROP INDEX "t_b"
/
ALTER TABLE "t" DROP COLUMN "b"
/
ALTER TABLE "t" ADD ("b" NUMBER(10) GENERATED ALWAYS AS (LENGTH("a") + 1) VIRTUAL)
/
CREATE INDEX "t_b" ON "t" ("b")
/

-- another type for what one is computed from
DROP INDEX "t_b"
/
ALTER TABLE "t" DROP COLUMN "b"
/
ALTER TABLE "t" MODIFY ("a" VARCHAR2(99 CHAR))
/
ALTER TABLE "t" ADD ("b" NUMBER(10) GENERATED ALWAYS AS (LENGTH("a")) VIRTUAL)
/
CREATE INDEX "t_b" ON "t" ("b")
/

-- no longer computed
ALTER TABLE "t" ADD ("plinth_waiting" NUMBER(10))
/
UPDATE "t" SET "plinth_waiting" = "b"
/
ALTER TABLE "t" DROP COLUMN "b"
/
ALTER TABLE "t" RENAME COLUMN "plinth_waiting" TO "b"
/

-- all at once
ALTER TABLE "t" RENAME COLUMN "a" TO "z"
/
ALTER TABLE "t" MODIFY ("z" VARCHAR2(99 CHAR))
/
ALTER TABLE "t" MODIFY ("z" DEFAULT 'z')
/
ALTER TABLE "t" MODIFY ("z" NOT NULL)
/
COMMENT ON COLUMN "t"."z" IS 'z'
/
