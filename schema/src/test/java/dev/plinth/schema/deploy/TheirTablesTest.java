package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;

/** Tables as others make them: planning for what was read of them finds nothing to do. */
class TheirTablesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hsqldb | CREATE TABLE t (k VARCHAR(9), PRIMARY KEY (k))",
                "hsqldb | CREATE TABLE t (a BIT DEFAULT 0)",
                "sqlite | CREATE TABLE t (k TEXT, n BLOB DEFAULT '', PRIMARY KEY (k))",
                "h2 | CREATE TABLE t (a LONGVARBINARY, b BLOB, c VARBINARY(20))",
            })
    void areMadeAgain(String database, String script) throws SQLException {
        Model found;
        try (Lab theirs = Lab.on(TestDatabases.named(database))) {
            theirs.execute(script);
            found = theirs.dialect().owning(theirs.inspected());
            assertThat(theirs.titles(found)).isEmpty();
        }
        try (Lab ours = Lab.on(TestDatabases.named(database))) {
            ours.deploy(found);
            assertThat(ours.titles(found)).isEmpty();
        }
        for (String other : new String[] {"h2", "hsqldb", "sqlite", "duckdb"}) {
            carried(found, other);
        }
    }

    /** What is echoed of a text that was echoed before is the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "postgresql | CREATE TABLE t (s varchar(9) CHECK (s IN ('a', 'it''s')))",
                "postgresql | CREATE TABLE t (s varchar CHECK (s <> 'a' AND s IN ('a', 'b')))",
                "postgresql | CREATE TABLE t (\"S\" varchar, g text GENERATED ALWAYS AS"
                        + " (lower(\"S\")) STORED)",
                "postgresql | CREATE TABLE t (a serial, b bigserial)",
                "mariadb | CREATE TABLE t (id INT PRIMARY KEY, p INT, KEY r (p),"
                        + " CONSTRAINT r FOREIGN KEY (p) REFERENCES t (id))",
                "hsqldb | CREATE TABLE t (id INT PRIMARY KEY, p INT, CONSTRAINT r FOREIGN KEY (p)"
                        + " REFERENCES t (id)); CREATE INDEX r ON t (p)",
            })
    void areFoundAsTheyWere(String database, String script) throws SQLException {
        try (Lab theirs = Lab.on(TestDatabases.named(database));
                Lab ours = Lab.on(TestDatabases.named(database))) {
            theirs.execute(script.split("; "));
            Model found = theirs.inspected();
            ours.deploy(found);
            assertThat(ours.inspected()).isEqualTo(found);
        }
    }

    /** An index may be called as a relation elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "hsqldb", "h2", "derby", "sqlite"})
    void anIndexNamedAsARelationIsCarried(String other) throws SQLException {
        try (Lab theirs = Lab.on(TestDatabases.POSTGRESQL)) {
            theirs.execute(
                    "CREATE TABLE t (id int PRIMARY KEY, p int CONSTRAINT r REFERENCES t)",
                    "CREATE INDEX r ON t (p)");
            carried(theirs.inspected(), other);
        }
    }

    /** To another database, or it is said why not. */
    private static void carried(Model model, String other) {
        Dialect dialect = Dialects.named(other);
        boolean fits =
                ModelCheck.problems(model).stream().noneMatch(Problem::isError)
                        && PortabilityCheck.problems(model, dialect).stream()
                                .noneMatch(Problem::isError);
        if (fits) {
            try (Lab lab = Lab.on(TestDatabases.named(other))) {
                lab.deploy(model);
                assertThat(lab.titles(model)).isEmpty();
            }
        }
    }

    @Test
    void aNumberOfATypeOfTheirOwnTakesItsDefaultFromASequence() throws SQLException {
        try (Lab theirs = Lab.on(TestDatabases.POSTGRESQL);
                Lab ours = Lab.on(TestDatabases.POSTGRESQL)) {
            theirs.execute(
                    "CREATE DOMAIN whole AS bigint",
                    "CREATE SEQUENCE numbers",
                    "CREATE TABLE t (id whole DEFAULT nextval('numbers'))",
                    "ALTER SEQUENCE numbers OWNED BY t.id");
            Model found = theirs.inspected();
            ours.deploy(found);
            assertThat(ours.inspected()).isEqualTo(found);
        }
    }
}
