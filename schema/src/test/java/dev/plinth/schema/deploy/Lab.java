package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Plan;
import dev.plinth.schema.plan.Question;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A database that models are deployed to and whose rows are looked at. */
public record Lab(FreshDatabase database, Dialect dialect, Deployer deployer)
        implements AutoCloseable {
    public static final Set<Risk> ALL = Set.of(Risk.LOSSY, Risk.DESTRUCTIVE);

    public static Lab on(TestDatabase product) {
        FreshDatabase database = product.fresh();
        Dialect dialect = Dialects.of(database.url());
        return new Lab(database, dialect, new Deployer(dialect, database::connect, List.of()));
    }

    public void deploy(Model model) {
        deployer.deploy(model, consent(deployer, model), Timeouts.DEFAULT, Progress.SILENT);
    }

    /** To everything; whatever is asked, nothing was renamed. */
    static Consent consent(Deployer deployer, Model model) {
        Plan plan = deployer.prepare(model).plan();
        Answers no =
                new Answers(
                        Set.of(),
                        plan.questions().stream().map(Question::pair).collect(Collectors.toSet()));
        return new Consent(plan.fingerprint(), ALL, no);
    }

    public List<String> titles(Model model) {
        return deployer.prepare(model).plan().steps().stream().map(Step::title).toList();
    }

    /** What is in the database, apart from Plinth's own tables. */
    public Model inspected() throws SQLException {
        try (Connection connection = connect()) {
            return dialect.inspector().inspect(connection, List.of()).model();
        }
    }

    /** A connection that the caller closes. */
    public Connection connect() throws SQLException {
        Connection connection = database.connect();
        dialect.prepare(connection);
        return connection;
    }

    /** Names in double quotes are quoted as the database wants it. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql(sql));
            }
        }
    }

    /** The rows, their values with commas between. */
    public List<String> rows(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql(query))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join(",", values));
            }
        }
        return found;
    }

    public String sql(String text) {
        String quoted = dialect.names().quote("x");
        return text.replaceAll(
                "\"(\\w+)\"", quoted.charAt(0) + "$1" + quoted.charAt(quoted.length() - 1));
    }

    @Override
    public void close() {
        database.close();
    }
}
