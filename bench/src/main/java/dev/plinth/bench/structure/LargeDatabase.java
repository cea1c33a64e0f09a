package dev.plinth.bench.structure;

import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A PostgreSQL database with many tables of twenty columns, each with a key, an index, a relation.
 */
final class LargeDatabase implements AutoCloseable {
    private static final List<String> TYPES =
            List.of(
                    "text(40)",
                    "integer",
                    "bigint",
                    "decimal(12,2)",
                    "date",
                    "timestamptz",
                    "boolean",
                    "longtext",
                    "text(100)");

    /** One for each kind of element, with what the database says of its expressions. */
    private static final List<String> CATALOG =
            List.of(
                    """
                    SELECT c.oid, c.relname, c.relkind, obj_description(c.oid, 'pg_class')
                    FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace
                    """,
                    """
                    SELECT a.attrelid, a.attname, a.attnotnull, a.attidentity, a.attgenerated,
                           format_type(a.atttypid, a.atttypmod), pg_get_expr(d.adbin, d.adrelid),
                           col_description(a.attrelid, a.attnum)
                    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'v')
                      AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum
                    """,
                    """
                    SELECT n.conrelid, n.conname, n.contype, n.conkey, n.confrelid, n.confkey,
                           pg_get_constraintdef(n.oid)
                    FROM pg_constraint n WHERE n.connamespace = current_schema()::regnamespace
                    """,
                    """
                    SELECT i.indrelid, c.relname, i.indkey, pg_get_indexdef(i.indexrelid)
                    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                    WHERE c.relnamespace = current_schema()::regnamespace
                    """);

    private final FreshDatabase database = TestDatabases.POSTGRESQL.fresh();
    private final Model model;

    LargeDatabase(int tables) throws SQLException {
        model = model(tables);
        Deployer deployer = deployer();
        deployer.deploy(
                model, deployer.prepare(model).plan().fingerprint(), Set.of(), Progress.SILENT);
        database.execute("ANALYZE");
    }

    static Model model(int tables) {
        return ModelText.read("bench.yaml", text(tables)).model();
    }

    private static String text(int tables) {
        var text = new StringBuilder("format: 1\nproject: bench\ntables:\n");
        for (int table = 0; table < tables; table++) {
            text.append("  - name: t").append(table).append("\n    columns:\n");
            text.append(
                    "      - {name: id, type: bigint, required: true, identity: byDefault}\n"
                            + "      - {name: parent, type: bigint}\n");
            for (int column = 0; column < 18; column++) {
                text.append("      - {name: c")
                        .append(column)
                        .append(", type: \"")
                        .append(TYPES.get(column % TYPES.size()))
                        .append("\"}\n");
            }
            text.append("    primaryKey: [id]\n    indexes:\n      - {name: i")
                    .append(table)
                    .append(", parts: [c1]}\n    relations:\n      - {name: r")
                    .append(table)
                    .append(", columns: [parent], target: t")
                    .append(table / 2)
                    .append("}\n");
        }
        return text.toString();
    }

    private Deployer deployer() {
        return new Deployer(Dialects.of(database.url()), database::connect, List.of());
    }

    /** Nanoseconds until it is known that there is nothing to do. */
    long plan() {
        long start = System.nanoTime();
        if (!deployer().prepare(model).plan().steps().isEmpty()) {
            throw new IllegalStateException("There is something to do.");
        }
        return System.nanoTime() - start;
    }

    /** Nanoseconds until the catalog is read, of which nothing is made. */
    long queries() throws SQLException {
        long start = System.nanoTime();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (String query : CATALOG) {
                try (var rows = statement.executeQuery(query)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            rows.getString(i);
                        }
                    }
                }
            }
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        database.close();
    }
}
