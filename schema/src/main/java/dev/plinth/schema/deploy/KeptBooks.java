package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.KeptValue;
import dev.plinth.schema.diff.Kept;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of what is kept in quarantine. */
final class KeptBooks {
    private static final String MAKING = "making";
    private static final String KEPT = "kept";

    /** Its rows went on without it. */
    private static final String LEFT = "left";

    private static final String KEY_LOST = "key lost";

    /** The rows have it again; it goes when the deployment has reached its end. */
    private static final String GIVEN_BACK = "given back";

    private static final Table TABLE =
            Books.table(
                    "plinth_kept",
                    1,
                    Books.column("number", IntegerType.NORMAL, true),
                    Books.column("status", new TextType(20), true),
                    Books.column("origin", new LongTextType(), true),
                    Books.column("origin_column", new LongTextType(), false),
                    Books.column("place_schema", new LongTextType(), false),
                    Books.column("place_name", new LongTextType(), true),
                    Books.column("since", new TextType(40), true));

    private final Dialect dialect;
    private final Books books;

    KeptBooks(Dialect dialect, Books books) {
        this.dialect = dialect;
        this.books = books;
    }

    private record Entry(Kept kept, String status) {
        boolean isMade() {
            return !status.equals(MAKING);
        }
    }

    void ensure(Connection connection) throws SQLException {
        books.ensure(connection, TABLE);
    }

    /** What is really there. */
    List<Kept> all(Connection connection) throws SQLException {
        List<Kept> present = new ArrayList<>();
        for (Entry entry : entries(connection)) {
            if (isThere(connection, entry)) {
                present.add(entry.kept());
            }
        }
        return present;
    }

    /** A table is renamed at once; of values, an interrupted copy may hold none yet. */
    private boolean isThere(Connection connection, Entry entry) throws SQLException {
        return (entry.isMade() || entry.kept().isTable())
                && books.exists(connection, entry.kept().place());
    }

    private List<Entry> entries(Connection connection) throws SQLException {
        if (!books.exists(connection, TABLE.name())) {
            return List.of();
        }
        String sql =
                "SELECT "
                        + books.names(
                                "number",
                                "status",
                                "origin",
                                "origin_column",
                                "place_schema",
                                "place_name",
                                "since")
                        + " FROM "
                        + books.name(TABLE)
                        + " ORDER BY "
                        + books.names("number");
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Kept kept =
                        new Kept(
                                rows.getInt(1),
                                ModelJson.readTable(rows.getString(3)),
                                text(rows.getString(4)),
                                new TableName(text(rows.getString(5)), rows.getString(6)),
                                outlook(rows.getString(2)),
                                rows.getString(7));
                entries.add(new Entry(kept, rows.getString(2)));
            }
        }
        return entries;
    }

    private static Kept.Outlook outlook(String status) {
        return switch (status) {
            case MAKING, KEPT -> Kept.Outlook.RETURNS;
            case KEY_LOST -> Kept.Outlook.KEY_LOST;
            default -> Kept.Outlook.LEFT_BEHIND;
        };
    }

    /** Some databases give an empty text back as NULL. */
    private static String text(@org.jspecify.annotations.Nullable String stored) {
        return Optional.ofNullable(stored).orElse("");
    }

    /** Clears away what an interrupted deployment had begun to keep and did not take away. */
    void settle(Connection connection) throws SQLException {
        for (Entry entry : entries(connection)) {
            if (!isThere(connection, entry)) {
                remove(connection, entry.kept());
            } else if (!entry.isMade()) {
                mark(connection, entry.kept().number(), KEPT);
            }
        }
    }

    /**
     * To be called before a change is run, in case it keeps something. What loses its key is noted
     * before as well: if the change fails, it is only given back by hand instead of by Plinth.
     */
    void before(Connection connection, Change change) throws SQLException {
        switch (change) {
            case Change.KeepTable keep -> begin(connection, keep.table(), "", keep.kept());
            case Change.KeepValues keep ->
                    begin(connection, withLiveKey(keep), keep.column().id(), keep.copy().name());
            case Change.DropColumn drop -> orphan(connection, drop);
            case Change.RebuildTable rebuild -> {
                for (Change inside : rebuild.changes()) {
                    before(connection, inside);
                }
            }
            default -> {}
        }
    }

    /** The table with the names and types that its key and the column had. */
    private static Table withLiveKey(Change.KeepValues keep) {
        List<Column> columns = new ArrayList<>(keep.key());
        if (columns.stream().noneMatch(c -> c.id().equals(keep.column().id()))) {
            columns.add(keep.column());
        }
        Table bare = Table.of(keep.table().id(), keep.table().name().name(), columns);
        return bare.withName(keep.table().name())
                .withPrimaryKey(new PrimaryKey("", keep.key().stream().map(c -> c.id()).toList()));
    }

    /** To be called after a change was run. */
    void after(Connection connection, Change change) throws SQLException {
        switch (change) {
            case Change.KeepTable keep -> mark(connection, number(keep.kept()), KEPT);
            case Change.KeepValues keep -> mark(connection, number(keep.copy().name()), KEPT);
            case Change.ReturnValues back ->
                    mark(connection, number(back.copy().name()), GIVEN_BACK);
            case Change.FillColumn fill -> giveBack(connection, List.of(fill.column()));
            case Change.RebuildTable rebuild -> giveBack(connection, rebuild.to().columns());
            case Change.ReturnTable back -> forget(connection, number(back.kept().name()));
            default -> {}
        }
    }

    private void orphan(Connection connection, Change.DropColumn drop) throws SQLException {
        for (Entry entry : entries(connection)) {
            Kept kept = entry.kept();
            if (!kept.isTable()
                    && kept.origin().id().equals(drop.table().id())
                    && kept.origin().keyColumns().contains(drop.column().id())) {
                mark(connection, kept.number(), KEY_LOST);
            }
        }
    }

    private void giveBack(Connection connection, List<Column> filled) throws SQLException {
        if (filled.stream().allMatch(c -> c.backfill() == null)) {
            return;
        }
        for (Entry entry : entries(connection)) {
            Kept kept = entry.kept();
            if (filled.stream()
                    .anyMatch(c -> KeptValue.isReadBy(c, kept.place(), dialect.names()))) {
                mark(connection, kept.number(), GIVEN_BACK);
            }
        }
    }

    /** What its rows have again is not kept any longer. */
    void finish(Connection connection, Model deployed) throws SQLException {
        for (Entry entry : entries(connection)) {
            Kept kept = entry.kept();
            boolean back =
                    deployed.table(kept.origin().id())
                            .flatMap(t -> t.column(kept.column()))
                            .filter(c -> c.generated() == null)
                            .isPresent();
            if (back
                    && entry.status().equals(GIVEN_BACK)
                    && isClaimed(connection, kept, deployed)) {
                remove(connection, kept);
            } else if (back) {
                mark(connection, kept.number(), LEFT);
            }
        }
    }

    /** Whether every value that is kept has found its row. */
    private boolean isClaimed(Connection connection, Kept kept, Model deployed)
            throws SQLException {
        Table table = deployed.table(kept.origin().id()).orElseThrow();
        List<Column> key =
                kept.origin().keyColumns().stream()
                        .flatMap(id -> table.column(id).stream())
                        .toList();
        if (key.size() < kept.origin().keyColumns().size()) {
            return false;
        }
        KeptValue value = new KeptValue(table, key, kept.copy().orElseThrow(), dialect.names());
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery(value.unclaimed())) {
                return !rows.next();
            }
        }
    }

    /** Drops these for good. */
    void purge(Connection connection, List<Kept> purged) throws SQLException {
        for (Kept one : purged) {
            remove(connection, one);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /** Drops what is kept, for good. */
    void remove(Connection connection, Kept kept) throws SQLException {
        if (books.exists(connection, kept.place())) {
            Change drop = new Change.DropTable(held(kept), List.of());
            for (String sql : dialect.statements().write(drop)) {
                Books.execute(connection, sql);
            }
        }
        forget(connection, kept.number());
    }

    /**
     * The table at the place; where it holds the values of a column, none of its own is numbered.
     */
    private static Table held(Kept kept) {
        Table origin = kept.origin().withName(kept.place());
        return kept.isTable()
                ? origin
                : origin.withColumns(
                        origin.columns().stream().map(c -> c.withIdentity(null)).toList());
    }

    private static int number(TableName place) {
        return Integer.parseInt(place.name().substring(place.name().lastIndexOf('_') + 1));
    }

    private void begin(Connection connection, Table origin, String column, TableName place)
            throws SQLException {
        books.insert(
                connection,
                TABLE,
                List.of(
                        "number",
                        "status",
                        "origin",
                        "origin_column",
                        "place_schema",
                        "place_name",
                        "since"),
                number(place),
                MAKING,
                ModelJson.writeTable(origin),
                column,
                place.schema(),
                place.name(),
                Instant.now().toString());
    }

    private void mark(Connection connection, int number, String status) throws SQLException {
        Books.update(
                connection,
                "UPDATE "
                        + books.name(TABLE)
                        + " SET "
                        + books.settings("status")
                        + " WHERE "
                        + books.names("number")
                        + " = ?",
                status,
                number);
    }

    private void forget(Connection connection, int number) throws SQLException {
        Books.update(
                connection,
                "DELETE FROM " + books.name(TABLE) + " WHERE " + books.names("number") + " = ?",
                number);
    }
}
