package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

@EnabledIf("isNamed")
class FirebirdBelongingsTest {
    static boolean isNamed() {
        return TestDatabases.selected().contains(TestDatabases.FIREBIRD);
    }

    /** Only an administrator gives a grant as another one's. */
    @Test
    void whoCannotGrantAsAnotherIsTold() throws SQLException {
        try (Lab lab = Lab.on(TestDatabases.FIREBIRD)) {
            lab.execute(
                    "CREATE OR ALTER USER ada PASSWORD 'secret' USING PLUGIN Srp",
                    "CREATE OR ALTER USER bob PASSWORD 'secret' USING PLUGIN Srp",
                    "GRANT CREATE TABLE TO USER ada",
                    "GRANT CREATE VIEW TO USER ada");
            try (Connection ada = connect(lab, "ada");
                    Connection bob = connect(lab, "bob");
                    Statement statement = ada.createStatement()) {
                statement.execute("CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY)");
                statement.execute("CREATE VIEW shown AS SELECT id FROM people");
                statement.execute("GRANT SELECT ON shown TO bob WITH GRANT OPTION");
                assertThat(notes(lab, ada)).isEmpty();
                try (Statement grant = bob.createStatement()) {
                    grant.execute("GRANT SELECT ON shown TO eve");
                }
                assertThat(notes(lab, ada)).containsExactly("I003 views/SHOWN");
            }
            try (Connection administrator = lab.connect()) {
                assertThat(notes(lab, administrator)).isEmpty();
            }
        }
    }

    private static Connection connect(Lab lab, String user) throws SQLException {
        return DriverManager.getConnection(lab.database().url(), user, "secret");
    }

    private static List<String> notes(Lab lab, Connection connection) throws SQLException {
        return lab.dialect().inspector().inspect(connection, List.of()).notes().stream()
                .map((Problem n) -> n.code() + " " + n.path())
                .toList();
    }
}
