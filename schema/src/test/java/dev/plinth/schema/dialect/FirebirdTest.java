package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@EnabledIf("isNamed")
class FirebirdTest extends DialectContract {
    static boolean isNamed() {
        return TestDatabases.selected().contains(TestDatabases.FIREBIRD);
    }

    @Override
    Dialect dialect() {
        return Dialects.named("firebird");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.FIREBIRD;
    }

    /** Of a decimal no more is kept than that it fits 16, 32 or 64 bits. */
    @Override
    boolean keepsDigits() {
        return false;
    }

    @Override
    Optional<String> secondSchema() {
        return Optional.empty();
    }

    @Override
    String ownSchema(Connection connection) {
        return "";
    }

    private static final List<ColumnType> TYPES =
            List.of(
                    IntegerType.SMALL,
                    IntegerType.NORMAL,
                    IntegerType.BIG,
                    new DecimalType(4, 0),
                    new DecimalType(9, 2),
                    new DecimalType(12, 2),
                    FloatType.SINGLE,
                    FloatType.DOUBLE,
                    new BooleanType(),
                    new DateType(),
                    new TimeType(0),
                    new TimestampType(0),
                    new ZonedTimestampType(0),
                    new TextType(20),
                    new TextType(40),
                    new UuidType(),
                    new BinaryType(20));

    @Test
    void relationsLinkWhatIsAlikeInAnIndex() throws SQLException {
        try (FreshDatabase database = databases().fresh();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < TYPES.size(); i++) {
                String type = dialect().types().sql(TYPES.get(i));
                statement.execute("CREATE TABLE t" + i + " (id " + type + " NOT NULL PRIMARY KEY)");
            }
            List<String> wrong = new ArrayList<>();
            for (ColumnType from : TYPES) {
                for (ColumnType to : TYPES) {
                    if (dialect().limits().relates(from, to) != relates(statement, from, to)) {
                        wrong.add(from.text() + " to " + to.text());
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private boolean relates(Statement statement, ColumnType from, ColumnType to)
            throws SQLException {
        String column = "(x " + dialect().types().sql(from) + ", FOREIGN KEY (x) REFERENCES t";
        try {
            statement.execute("CREATE TABLE f " + column + TYPES.indexOf(to) + ")");
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("incompatible data type");
            return false;
        }
        statement.execute("DROP TABLE f");
        return true;
    }
}
