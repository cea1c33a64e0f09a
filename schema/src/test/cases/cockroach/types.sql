-- What Plinth writes for CockroachDB. No server has run it in these tests: it was read against the
-- documentation, which is no proof. Databases that are at hand run the same cases for real.

-- text(10) becomes text(200)
ALTER TABLE "t" ALTER COLUMN "a" TYPE varchar(200);

-- text(10) becomes longtext
ALTER TABLE "t" ALTER COLUMN "a" TYPE text;

-- longtext becomes text(10)
ALTER TABLE "t" ALTER COLUMN "a" TYPE varchar(10);

-- integer becomes bigint
ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;

-- integer becomes decimal(12,2)
ALTER TABLE "t" ALTER COLUMN "a" TYPE numeric(12, 2);

-- text(10) becomes integer
ALTER TABLE "t" ALTER COLUMN "a" TYPE integer USING CAST(CAST("a" AS text) AS integer);

-- integer becomes text(10)
ALTER TABLE "t" ALTER COLUMN "a" TYPE varchar(10) USING CAST("a" AS text);

-- text(10) becomes boolean
ALTER TABLE "t" ALTER COLUMN "a" TYPE boolean USING CAST(CAST("a" AS text) AS boolean);

-- boolean becomes text(10)
ALTER TABLE "t" ALTER COLUMN "a" TYPE varchar(10) USING CAST("a" AS text);

-- text(36) becomes uuid
ALTER TABLE "t" ALTER COLUMN "a" TYPE uuid USING CAST(CAST("a" AS text) AS uuid);

-- uuid becomes text(36)
ALTER TABLE "t" ALTER COLUMN "a" TYPE varchar(36) USING CAST("a" AS text);

-- longtext becomes json
ALTER TABLE "t" ALTER COLUMN "a" TYPE jsonb USING CAST(CAST("a" AS text) AS jsonb);

-- timestamptz(6) becomes timestamptz(3)
ALTER TABLE "t" ALTER COLUMN "a" TYPE timestamptz(3);
