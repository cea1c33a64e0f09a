package dev.plinth.app.database;

import dev.plinth.schema.deploy.Faults;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Errors;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * Opens connections of one database, each set up as its dialect demands. Which dialect that is, the
 * first connection tells where the URL does not.
 */
public final class Opening implements DataSource {
    private static final int LONGEST_SECONDS = 10;
    private static final long FRESH_NANOS = 1_000_000_000;
    private final Driver driver;
    private final String url;
    private final Properties properties;
    private final String schema;
    private final Duration longest;
    private volatile @Nullable Dialect dialect;
    private volatile @Nullable Failure failure;

    static {
        // What drivers go by unless the URL says otherwise; some would wait for ever for a server
        // that takes the connection and says nothing.
        DriverManager.setLoginTimeout(LONGEST_SECONDS);
    }

    private record Failure(SQLException why, long at) {}

    /**
     * @param schema the default schema of each connection; empty for the database's own
     */
    public Opening(Driver driver, String url, String user, String password, String schema) {
        this.driver = driver;
        this.dialect = Dialects.only(url).orElse(null);
        this.url = url;
        this.schema = schema;
        this.longest = Duration.ZERO;
        this.properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        if (driver.getClass().getName().startsWith("org.mariadb.")
                && url.startsWith("jdbc:mysql:")) {
            properties.setProperty("permitMysqlScheme", "true");
        }
        if (url.startsWith("jdbc:firebird") && !url.contains("encoding=")) {
            // Without one, texts would be taken for bytes.
            properties.setProperty("encoding", "UTF8");
        }
        if (url.startsWith("jdbc:sqlite:")) {
            // By ATTACH and VACUUM INTO, SQL could write files anywhere.
            properties.setProperty("limit_attached", "0");
        }
    }

    private Opening(Opening other, Duration longest) {
        this.driver = other.driver;
        this.dialect = other.dialect;
        this.url = other.url;
        this.schema = other.schema;
        this.properties = other.properties;
        this.longest = longest;
    }

    /** The same, for sessions whose statements take so long and no longer, where it can be told. */
    public Opening limitedTo(Duration statement) {
        return new Opening(this, statement);
    }

    /** Whether the database sees to that, as far as is known before its first connection. */
    public boolean isLimited() {
        Dialect known = dialect;
        return known != null && !longest.isZero() && !known.statementTimeout(longest).isEmpty();
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = opened();
            failure = null;
            return connection;
        } catch (SQLException e) {
            failure = new Failure(e, System.nanoTime());
            throw e;
        }
    }

    /** Why it could not be opened a moment ago; null if that is long ago, or it went well since. */
    public @Nullable SQLException failure() {
        Failure last = failure;
        return last == null || System.nanoTime() - last.at > FRESH_NANOS ? null : last.why;
    }

    private Connection opened() throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not understand this URL.", "08001");
        }
        try {
            Dialect known = told(connection);
            known.prepare(connection);
            if (!longest.isZero()) {
                limit(connection, known);
            }
            if (!schema.isEmpty()) {
                select(connection);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void limit(Connection connection, Dialect known) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : known.statementTimeout(longest)) {
                statement.execute(sql);
            }
        }
    }

    private Dialect told(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialects.of(url, connection);
            dialect = known;
        }
        return known;
    }

    /**
     * The dialect of the database, which is opened if only it can tell. Of one that cannot be
     * reached it is what the URL says.
     *
     * @throws dev.plinth.schema.problem.PlinthException when it cannot be reached and the URL says
     *     nothing
     */
    public Dialect dialect() {
        Dialect known = dialect;
        if (known != null) {
            return known;
        }
        try (Connection connection = getConnection()) {
            return told(connection);
        } catch (SQLException e) {
            if (Dialects.know(url)) {
                return Dialects.of(url);
            }
            throw Faults.reading(errors(), e);
        }
    }

    /** What the database's refusals mean, as far as that is known by now. */
    public Errors errors() {
        Dialect known = dialect;
        return known == null ? Dialects.errors(url) : known.errors();
    }

    /**
     * What MySQL and its relatives call a database is JDBC's catalog; others have schemas in it.
     */
    private void select(Connection connection) throws SQLException {
        if (connection.getMetaData().supportsSchemasInTableDefinitions()) {
            connection.setSchema(schema);
        } else if (connection.getMetaData().supportsCatalogsInTableDefinitions()) {
            connection.setCatalog(schema);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    /** The pool waits so long for a connection that is being opened when it is closed. */
    @Override
    public int getLoginTimeout() {
        return 5;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
