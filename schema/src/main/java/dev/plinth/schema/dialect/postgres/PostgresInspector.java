package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Extras;
import dev.plinth.schema.dialect.Extras.ViewColumn;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.model.Model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Reads pg_catalog with one query for each kind of element. */
class PostgresInspector implements Inspector {
    private final BooleanSupplier keepsBelongings;

    /**
     * @param keepsBelongings whether what views have is read, to be given back
     */
    PostgresInspector(BooleanSupplier keepsBelongings) {
        this.keepsBelongings = keepsBelongings;
    }

    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(connection.getSchema()) : schemas;
        return withSettings(
                connection, wanted, () -> read(new Catalog(connection), connection, wanted));
    }

    @Override
    public Extras extras(Connection connection, List<String> schemas) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(connection.getSchema()) : schemas;
        return withSettings(
                connection,
                wanted,
                () -> {
                    Catalog catalog = new Catalog(connection);
                    List<ViewColumn> shown = new PostgresViewColumns(catalog, wanted).read();
                    List<String> more = more(wanted, shown);
                    return new Extras(
                            new PostgresRoutines(catalog, wanted).read(),
                            shown,
                            more.size() == wanted.size()
                                    ? Model.empty()
                                    : read(catalog, connection, more).model(),
                            new PostgresRepresentations(catalog, wanted.getFirst()).read());
                });
    }

    /** The schemas, and then those of which the views within show something. */
    private static List<String> more(List<String> wanted, List<ViewColumn> shown) {
        Set<String> all = new LinkedHashSet<>(wanted);
        for (ViewColumn column : shown) {
            String own = column.view().schema();
            String schema = column.table().schema();
            if ((own.isEmpty() || wanted.contains(own))
                    && !schema.isEmpty()
                    && !schema.startsWith("pg_")
                    && !schema.equals("information_schema")) {
                all.add(schema);
            }
        }
        return List.copyOf(all);
    }

    /** Reads something of the catalog. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T withSettings(
            Connection connection, List<String> wanted, Reading<T> reading) throws SQLException {
        // Echoes must not depend on who asks: names within the default schema are shown without it,
        // all others with it, and moments in UTC.
        Map<String, String> before = new TreeMap<>();
        Map<String, String> settings =
                Map.of(
                        "search_path", '"' + wanted.getFirst().replace("\"", "\"\"") + '"',
                        "TimeZone", "UTC",
                        "DateStyle", "ISO, YMD",
                        "IntervalStyle", "postgres");
        for (String name : settings.keySet()) {
            before.put(name, setting(connection, "SELECT current_setting(?)", name));
        }
        try {
            set(connection, settings);
            return reading.read();
        } finally {
            set(connection, before);
        }
    }

    private static void set(Connection connection, Map<String, String> settings)
            throws SQLException {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            setting(
                    connection,
                    "SELECT set_config(?, ?, false)",
                    setting.getKey(),
                    setting.getValue());
        }
    }

    private static String setting(Connection connection, String sql, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private Inspection read(Catalog catalog, Connection connection, List<String> schemas)
            throws SQLException {
        FoundModel found = new FoundModel(schemas.getFirst());
        PostgresEchoes echoes = new PostgresEchoes();
        new PostgresTables(catalog, schemas, found, echoes).read();
        new PostgresConstraints(catalog, schemas, found, echoes).read();
        new PostgresIndexes(catalog, schemas, found, echoes).read();
        if (keepsBelongings.getAsBoolean()) {
            new PostgresBelongings(
                            new FoundBelongings(catalog, schemas, found, PostgresDialect.NAMES))
                    .read();
        }
        new PostgresNotes(catalog, schemas, found).read();
        new PostgresNeeds(catalog, schemas, found).read();
        return found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }
}
