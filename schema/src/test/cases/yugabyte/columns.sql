-- What Plinth writes for YugabyteDB. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- add
ALTER TABLE "t" ADD COLUMN "b" integer;

-- add, required
ALTER TABLE "t" ADD COLUMN "b" integer NOT NULL;

-- add, required, with a default
ALTER TABLE "t" ADD COLUMN "b" integer DEFAULT 7 NOT NULL;

-- add, required, filled from others
ALTER TABLE "t" ADD COLUMN "b" integer;
UPDATE "t" SET "b" = 1 + 1 WHERE "b" IS NULL;
ALTER TABLE "t" ALTER COLUMN "b" SET NOT NULL;

-- add a new UUID
ALTER TABLE "t" ADD COLUMN "b" uuid DEFAULT gen_random_uuid();

-- add the moment
ALTER TABLE "t" ADD COLUMN "b" timestamptz(6) DEFAULT CURRENT_TIMESTAMP;
COMMENT ON COLUMN "t"."b" IS 'when';

-- add a computed one
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (CHAR_LENGTH("a")) STORED;

-- rename
ALTER TABLE "t" RENAME COLUMN "a" TO "it's";

-- drop
ALTER TABLE "t" DROP COLUMN "b";

-- drop with a default
ALTER TABLE "t" DROP COLUMN "b";

-- becomes required
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;

-- no longer required
ALTER TABLE "t" ALTER COLUMN "a" DROP NOT NULL;

-- gets a default
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 'it''s';

-- gets another default
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 'y';

-- loses its default
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;

-- gets a comment
COMMENT ON COLUMN "t"."a" IS 'it''s';

-- loses its comment
COMMENT ON COLUMN "t"."a" IS NULL;

-- becomes computed
ALTER TABLE "t" DROP COLUMN "b";
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (CHAR_LENGTH("a")) STORED;

-- a computed one of an index changes
DROP INDEX "t_b";
ALTER TABLE "t" DROP COLUMN "b";
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (CHAR_LENGTH("a") + 1) STORED;
CREATE INDEX "t_b" ON "t" ("b");

-- another type for what one is computed from
DROP INDEX "t_b";
ALTER TABLE "t" DROP COLUMN "b";
ALTER TABLE "t" ALTER COLUMN "a" TYPE varchar(99);
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (CHAR_LENGTH("a")) STORED;
CREATE INDEX "t_b" ON "t" ("b");

-- no longer computed
ALTER TABLE "t" ADD COLUMN "b_plain" integer;
UPDATE "t" SET "b_plain" = "b";
ALTER TABLE "t" DROP COLUMN "b";
ALTER TABLE "t" RENAME COLUMN "b_plain" TO "b";

-- all at once
ALTER TABLE "t" RENAME COLUMN "a" TO "z";
ALTER TABLE "t" ALTER COLUMN "z" TYPE varchar(99);
ALTER TABLE "t" ALTER COLUMN "z" SET DEFAULT 'z';
ALTER TABLE "t" ALTER COLUMN "z" SET NOT NULL;
COMMENT ON COLUMN "t"."z" IS 'z';
