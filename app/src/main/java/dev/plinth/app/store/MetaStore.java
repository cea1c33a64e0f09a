package dev.plinth.app.store;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * The database with all that Plinth itself keeps. Statements are written once, with names in
 * braces, and run on every database: {@code SELECT {id} FROM {meta_users} WHERE {email} = :email}.
 */
public final class MetaStore {
    private static final ZonedTimestampType TIME = new ZonedTimestampType(6);
    private static final Pattern NAME = Pattern.compile("\\{([a-z_0-9]+)}");

    private final Dialect dialect;
    private final JdbcClient client;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final Durability durability;

    /**
     * @param durability what makes a commit outlive a power cut, where the database needs a word
     */
    MetaStore(DataSource source, Dialect dialect, Durability durability) {
        this.dialect = dialect;
        this.template = new JdbcTemplate(source);
        this.client = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.durability = durability;
    }

    /**
     * A query.
     *
     * @param text with names in braces and values as {@code :name}
     * @param values names and values in turn
     */
    public JdbcClient.StatementSpec query(String text, @Nullable Object... values) {
        return bound(client.sql(quoted(text)), values);
    }

    /** A query, ending in ORDER BY, whose answer is cut after {@code limit} rows. */
    public JdbcClient.StatementSpec first(
            int limit, String orderedQuery, @Nullable Object... values) {
        String page = dialect.queries().page(limit, -1, true);
        return bound(client.sql(quoted(orderedQuery) + " " + page.strip()), values);
    }

    /** Updates or deletes, written like a {@link #query}; answers how many rows it touched. */
    public int change(String text, @Nullable Object... values) {
        @Nullable Object[] kept = values.clone();
        for (int i = 1; i < kept.length; i += 2) {
            kept[i] = kept(kept[i]);
        }
        return written(() -> bound(client.sql(quoted(text)), kept).update());
    }

    /** A text from a row, empty where there is none. */
    public static String text(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    /** Inserts a row. An empty text is kept as NULL, as Oracle would have it anyway. */
    public void insert(String table, Map<String, ?> row) {
        insert(table, List.of(row));
    }

    /** Inserts rows that all have the same columns. */
    public void insert(String table, List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(rows.getFirst().keySet());
        String sql =
                "INSERT INTO "
                        + dialect.names().quote(table)
                        + " ("
                        + dialect.names().list(columns)
                        + ") VALUES ("
                        + columns.stream().map(c -> "?").collect(Collectors.joining(", "))
                        + ")";
        List<@Nullable Object[]> batch = new ArrayList<>(rows.size());
        rows.forEach(row -> batch.add(columns.stream().map(c -> kept(row.get(c))).toArray()));
        written(() -> template.batchUpdate(sql, batch));
    }

    /** Runs all or nothing of it. */
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        durable();
        return result;
    }

    /** Runs all or nothing of it. */
    public void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
        durable();
    }

    /** A point in time as a parameter. */
    public Object time(@Nullable Instant instant) {
        return (SqlTypeValue)
                (statement, index, sqlType, typeName) ->
                        dialect.types()
                                .bind(
                                        statement,
                                        index,
                                        TIME,
                                        instant == null
                                                ? null
                                                : instant.truncatedTo(ChronoUnit.MICROS)
                                                        .atOffset(ZoneOffset.UTC));
    }

    /** A point in time from a row, or null. */
    public @Nullable Instant time(ResultSet rows, String column) throws SQLException {
        Object value = dialect.types().read(rows, rows.findColumn(column), TIME);
        return value instanceof OffsetDateTime time ? time.toInstant() : null;
    }

    /** A point in time from a column that is never empty. */
    public Instant requiredTime(ResultSet rows, String column) throws SQLException {
        Instant time = time(rows, column);
        if (time == null) {
            throw new SQLException("no time in " + column);
        }
        return time;
    }

    private <T extends @Nullable Object> T written(Supplier<T> change) {
        T result = change.get();
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            durable();
        }
        return result;
    }

    private void durable() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            durability.force(template);
        }
    }

    private static @Nullable Object kept(@Nullable Object value) {
        return "".equals(value) ? null : value;
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i += 2) {
            statement = statement.param(String.valueOf(values[i]), values[i + 1]);
        }
        return statement;
    }

    private String quoted(String text) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(dialect.names().quote(name.group(1))));
    }

    /** Makes what was committed outlive a power cut. */
    @FunctionalInterface
    interface Durability {
        void force(JdbcTemplate template);
    }
}
