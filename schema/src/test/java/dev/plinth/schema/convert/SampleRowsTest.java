package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.ModelSteps;
import dev.plinth.schema.plan.Step;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

class SampleRowsTest {
    private static final String SHOP =
            """
            departments /insert 4
              name /nn /unique
              city
            employees /insert 20
              name vc50 /nn
              email /unique
              department_id /fk departments /nn
              manager_id /fk employees
              hired date
              seen tstz
              wage num(9,2)
              rank int /between 3 and 5
              status /check new, busy, it's gone
              is_open
              key uuid
            notes /insert 3
              order_id /fk orders /nn
              body clob
            orders
              price
            """;

    private static Conversion made() {
        return Conversions.convert("quick", "", SHOP, IdSource.DERIVED);
    }

    static List<TestDatabase> databases() {
        // Firebird's scripts are for a client that knows SET TERM.
        return TestDatabases.selected().stream().filter(d -> !d.name().equals("firebird")).toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theyFitIntoTheTables(TestDatabase product) throws Exception {
        Model model = made().model();
        try (FreshDatabase database = product.fresh();
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(database.url());
            dialect.prepare(connection);
            try (Statement statement = connection.createStatement()) {
                for (Step step : ModelSteps.between(Model.empty(), model, dialect)) {
                    for (String sql : step.sql()) {
                        statement.execute(sql);
                    }
                }
                String script = InsertWriter.write(model, made().rows(), dialect);
                for (String sql : script.split(";\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                for (String count :
                        List.of("departments 4", "employees 20", "notes 3", "orders 3")) {
                    String[] words = count.split(" ");
                    String table = dialect.names().quote(words[0]);
                    try (var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                        rows.next();
                        assertThat(rows.getString(1)).as(words[0]).isEqualTo(words[1]);
                    }
                }
                // The next number is free.
                String names = dialect.names().quote("name");
                statement.execute(
                        "INSERT INTO "
                                + dialect.names().quote("departments")
                                + " ("
                                + names
                                + ") VALUES ('one more')");
            }
        }
    }

    @Test
    void theyAreTheSameEachTimeAndCouldBeReal() {
        assertThat(made().rows()).isEqualTo(made().rows());
        assertThat(made().problems()).isEmpty();
        String script =
                InsertWriter.write(made().model(), made().rows(), Dialects.named("postgres"));
        assertThat(script).contains("@example.org'").contains("'it''s gone'");
    }

    @Test
    void aNumberIsNeeded() {
        assertThat(
                        Conversions.convert("quick", "", "a /insert many\n  b\n", IdSource.DERIVED)
                                .problems())
                .extracting(p -> p.code())
                .containsExactly("T003");
    }
}
