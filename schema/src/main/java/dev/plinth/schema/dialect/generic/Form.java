package dev.plinth.schema.dialect.generic;

import java.util.List;

/**
 * What can be done to a table, with the ways in which databases say it: as the SQL standard does,
 * and otherwise. {@code $t} is the table, {@code $c} a column or constraint, {@code $n} a new name,
 * {@code $d} a definition.
 */
enum Form {
    RENAME_TABLE(
            "renames a table",
            "",
            own("ALTER TABLE $t RENAME TO $n"),
            own("RENAME TABLE $t TO $n")),
    RENAME_COLUMN(
            "renames a column",
            "",
            own("ALTER TABLE $t RENAME COLUMN $c TO $n"),
            own("ALTER TABLE $t ALTER COLUMN $c RENAME TO $n"),
            own("RENAME COLUMN $t.$c TO $n"),
            own("ALTER TABLE $t ALTER COLUMN $c TO $n")),
    RENAME_CONSTRAINT("renames a constraint", "", own("ALTER TABLE $t RENAME CONSTRAINT $c TO $n")),
    ADD_COLUMN(
            "adds a column",
            "$c INTEGER",
            standard("ALTER TABLE $t ADD COLUMN $d"),
            standard("ALTER TABLE $t ADD $d")),
    DROP_COLUMN("drops a column", "", standard("ALTER TABLE $t DROP COLUMN $c")),
    SET_TYPE(
            "changes the type of a column",
            "BIGINT",
            standard("ALTER TABLE $t ALTER COLUMN $c SET DATA TYPE $d"),
            own("ALTER TABLE $t ALTER COLUMN $c TYPE $d")),
    SET_REQUIRED(
            "makes a column required",
            "",
            standard("ALTER TABLE $t ALTER COLUMN $c SET NOT NULL"),
            own("ALTER TABLE $t ALTER COLUMN $c NOT NULL")),
    DROP_REQUIRED(
            "makes a column optional",
            "",
            standard("ALTER TABLE $t ALTER COLUMN $c DROP NOT NULL"),
            own("ALTER TABLE $t ALTER COLUMN $c NULL")),
    SET_DEFAULT(
            "gives a column a default",
            "1",
            standard("ALTER TABLE $t ALTER COLUMN $c SET DEFAULT $d"),
            own("ALTER TABLE $t ALTER COLUMN $c DEFAULT $d")),
    DROP_DEFAULT("drops a default", "", standard("ALTER TABLE $t ALTER COLUMN $c DROP DEFAULT")),
    ADD_CHECK("adds a check", "CONSTRAINT $n CHECK (1 = 1)", standard("ALTER TABLE $t ADD $d")),
    ADD_KEY("adds a key", "CONSTRAINT $n UNIQUE ($c)", standard("ALTER TABLE $t ADD $d")),
    ADD_RELATION(
            "adds a relation",
            "CONSTRAINT $n FOREIGN KEY ($c) REFERENCES $t ($c)",
            standard("ALTER TABLE $t ADD $d")),
    DROP_CONSTRAINT("drops a constraint", "", standard("ALTER TABLE $t DROP CONSTRAINT $c")),
    DROP_INDEX("drops an index", "", standard("DROP INDEX $c"), own("DROP INDEX $c ON $t")),
    IDENTITY(
            "numbers a column",
            "BY DEFAULT",
            standard("ALTER TABLE $t ADD COLUMN $c BIGINT GENERATED $d AS IDENTITY")),
    IDENTITY_ALWAYS(
            "always numbers a column",
            "ALWAYS",
            standard("ALTER TABLE $t ADD COLUMN $c BIGINT GENERATED $d AS IDENTITY")),
    SET_IDENTITY(
            "changes how a column is numbered",
            "ALWAYS",
            standard("ALTER TABLE $t ALTER COLUMN $c SET GENERATED $d")),
    DROP_IDENTITY(
            "ceases to number a column",
            "",
            standard("ALTER TABLE $t ALTER COLUMN $c DROP IDENTITY")),
    GENERATED(
            "computes a column",
            "1",
            own("ALTER TABLE $t ADD COLUMN $c INTEGER GENERATED ALWAYS AS ($d) STORED"),
            standard("ALTER TABLE $t ADD COLUMN $c INTEGER GENERATED ALWAYS AS ($d)")),
    DEFERRED_RELATION(
            "puts off the check of a relation",
            "FOREIGN KEY ($c) REFERENCES $t ($c) DEFERRABLE INITIALLY DEFERRED",
            own("ALTER TABLE $t ADD CONSTRAINT $n $d")),
    DEFERRED_KEY(
            "puts off the check of a key",
            "UNIQUE ($c) DEFERRABLE INITIALLY DEFERRED",
            own("ALTER TABLE $t ADD CONSTRAINT $n $d")),
    NULLS_NOT_DISTINCT(
            "takes empty values for equal",
            "UNIQUE NULLS NOT DISTINCT ($c)",
            own("ALTER TABLE $t ADD CONSTRAINT $n $d")),
    DESCENDING("sorts an index downwards", "", own("CREATE INDEX $n ON $t ($c DESC)")),
    COMMENT_TABLE("comments a table", "'x'", own("COMMENT ON TABLE $t IS $d")),
    COMMENT_COLUMN("comments a column", "'x'", own("COMMENT ON COLUMN $t.$c IS $d")),
    RETURNING("gives back rows that it wrote", "RETURNING $c", own("DELETE FROM $t $d")),
    ON_CONFLICT(
            "writes a row that may be there",
            "ON CONFLICT ($c) DO UPDATE SET $c = EXCLUDED.$c",
            own("INSERT INTO $t ($c) VALUES (1) $d")),
    MERGE(
            "merges rows",
            "USING (VALUES (1)) s ($c) ON t.$c = s.$c WHEN MATCHED THEN UPDATE SET $c = s.$c"
                    + " WHEN NOT MATCHED THEN INSERT ($c) VALUES (s.$c)",
            standard("MERGE INTO $t t $d")),
    LOCK_AT_ONCE("locks a row or fails at once", "", own("SELECT * FROM $t FOR UPDATE NOWAIT"));

    private final String does;
    private final String definition;
    private final List<Spelling> spellings;

    Form(String does, String definition, Spelling... spellings) {
        this.does = does;
        this.definition = definition;
        this.spellings = List.of(spellings);
    }

    /**
     * One way to say it.
     *
     * @param isStandard whether it is trusted where a database cannot be asked
     */
    record Spelling(String template, boolean isStandard) {}

    private static Spelling standard(String template) {
        return new Spelling(template, true);
    }

    private static Spelling own(String template) {
        return new Spelling(template, false);
    }

    /** What a database does with it, as in "how it renames a column". */
    String does() {
        return does;
    }

    /** A definition to ask with. */
    String definition() {
        return definition;
    }

    List<Spelling> spellings() {
        return spellings;
    }
}
