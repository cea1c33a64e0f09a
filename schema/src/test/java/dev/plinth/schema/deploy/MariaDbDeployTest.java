package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

class MariaDbDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.MARIADB;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("mariadb");
    }

    /** What others made with it is a model without fault, and that makes the same again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, up BIGINT UNSIGNED,"
                        + " hash BIGINT UNSIGNED, FOREIGN KEY (up) REFERENCES a (id))",
                "CREATE TABLE a (t TEXT, n INT, PRIMARY KEY (t(10), n), KEY some (t(5)))",
                "CREATE TABLE a (x INT, UNIQUE KEY same (x)); CREATE TABLE b (y INT, UNIQUE KEY"
                        + " same (y))",
                "CREATE TABLE a (x VARCHAR(20000) CHARACTER SET latin1)",
                "CREATE TABLE a (t LONGTEXT, FULLTEXT KEY words (t))",
                "CREATE TABLE a (x INT, KEY often (x)); CREATE TABLE b (y INT, CONSTRAINT many"
                        + " FOREIGN KEY (y) REFERENCES a (x))",
                "SET sql_mode = ''; CREATE TABLE a (at DATETIME NOT NULL DEFAULT '0000-00-00"
                        + " 00:00:00', d DATE DEFAULT '0000-00-00')"
            })
    void whatOthersMadeIsMadeAgain(String script) throws SQLException {
        Model found;
        try (Lab theirs = Lab.on(databases())) {
            theirs.execute(script.split("; "));
            found = theirs.inspected();
            assertThat(Stream.of(ModelCheck.problems(found), problems(found)))
                    .allSatisfy(told -> assertThat(told).noneMatch(Problem::isError));
            assertThat(theirs.titles(found)).isEmpty();
            theirs.deploy(withColumn(found));
        }
        try (Lab ours = Lab.on(databases())) {
            ours.deploy(found);
            assertThat(ours.inspected()).isEqualTo(found);
        }
    }

    private List<Problem> problems(Model model) {
        return PortabilityCheck.problems(model, dialect());
    }

    private static Model withColumn(Model model) {
        Table first = model.tables().getFirst();
        Column more = Column.of("more", "more", IntegerType.NORMAL);
        Table wider =
                first.withColumns(
                        Stream.concat(first.columns().stream(), Stream.of(more)).toList());
        return model.withTables(
                Stream.concat(Stream.of(wider), model.tables().stream().skip(1)).toList());
    }

    /** MariaDB renames such relations along with their table. */
    @Test
    void aRelationThatTheDatabaseNamedKeepsItsName() throws SQLException {
        try (Lab lab = Lab.on(databases())) {
            lab.execute(
                    "CREATE TABLE p (id INT PRIMARY KEY)",
                    "CREATE TABLE c (p INT, FOREIGN KEY (p) REFERENCES p (id))");
            Model found = lab.inspected();
            Model wanted =
                    found.withTables(
                            found.tables().stream()
                                    .map(t -> t.withName(TableName.of(t.name().name() + "_new")))
                                    .toList());
            lab.deploy(wanted);
            assertThat(lab.titles(wanted)).isEmpty();
            assertThat(lab.inspected().tables().getFirst().relations())
                    .extracting(r -> r.name())
                    .containsExactly("c_ibfk_1");
        }
    }
}
