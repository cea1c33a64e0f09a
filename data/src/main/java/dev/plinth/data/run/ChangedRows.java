package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.PastRow;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.run.ChangeFeed.Change;
import dev.plinth.data.run.ChangeFeed.Window;
import dev.plinth.data.run.Changes.Arrival;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed among the rows that a caller asked for. A row is told as it is now, once for all its
 * changes. One that is not among them any more is told by its key, if the caller could see it.
 */
public final class ChangedRows {
    private final Caller caller;
    private final ReadNode asked;
    private final CatalogTable table;

    /** By the normal form of the key, in the order of their last changes. */
    private final Map<List<Object>, Told> told = new LinkedHashMap<>();

    private ChangedRows(Caller caller, ReadNode asked) {
        this.caller = caller;
        this.asked = asked;
        this.table = asked.table().table();
    }

    /**
     * A row that is told.
     *
     * @param number of its last change
     * @param found the row; null if it is gone
     */
    public record ChangedRow(
            long number, Event event, List<Object> key, KeyedRows.@Nullable Found found) {}

    /** What happened to one row. */
    private static final class Told {
        private final List<Object> key;
        private final Event first;
        private final List<PastRow> before = new ArrayList<>();
        private long number;

        Told(List<Object> key, Event first) {
            this.key = key;
            this.first = first;
        }
    }

    /**
     * The rows of some changes that the caller is told.
     *
     * @return null if a change is of a row whose key was of another kind then
     */
    public static @Nullable List<ChangedRow> of(
            Window window, Session session, Caller caller, ReadNode asked)
            throws SQLException, IOException {
        ChangedRows rows = new ChangedRows(caller, asked);
        for (Change change : window.changes()) {
            if (change.arrival().table().equals(rows.table.id()) && !rows.note(change)) {
                return null;
            }
        }
        return rows.read(session);
    }

    private boolean note(Change change) {
        Arrival arrival = change.arrival();
        List<Object> key = key(StoredRow.read(table, arrival.key()));
        if (key == null) {
            return false;
        }
        if (arrival.old() == null) {
            note(key, arrival.event(), change.number());
            return true;
        }
        Map<String, @Nullable Object> old = StoredRow.read(table, arrival.old());
        List<Object> oldKey = key(old);
        if (oldKey == null) {
            return false;
        }
        note(oldKey, arrival.event(), change.number()).before.add(new PastRow(old));
        if (!Keys.normal(oldKey).equals(Keys.normal(key))) {
            note(key, Event.INSERT, change.number());
        }
        return true;
    }

    private Told note(List<Object> key, Event event, long number) {
        List<Object> normal = Keys.normal(key);
        Told known = told.remove(normal);
        Told one = known == null ? new Told(key, event) : known;
        one.number = number;
        told.put(normal, one);
        return one;
    }

    private @Nullable List<Object> key(Map<String, @Nullable Object> row) {
        List<Object> key = new ArrayList<>();
        for (CatalogColumn column : table.key()) {
            Object value = row.get(column.name());
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key;
    }

    private List<ChangedRow> read(Session session) throws SQLException, IOException {
        if (!asked.separateEmbeds().isEmpty()) {
            session.beginSnapshot();
        }
        List<List<Object>> keys = told.values().stream().map(t -> t.key).toList();
        KeyedRows rows = KeyedRows.read(session, caller, asked, keys);
        List<ChangedRow> changed = new ArrayList<>();
        for (Told one : told.values()) {
            KeyedRows.Found found = rows.of(one.key);
            if (found != null) {
                Event event = one.first == Event.INSERT ? Event.INSERT : Event.UPDATE;
                changed.add(new ChangedRow(one.number, event, one.key, found));
            } else if (one.before.stream().anyMatch(row -> row.wasSeen(asked, caller))) {
                changed.add(new ChangedRow(one.number, Event.DELETE, one.key, null));
            }
        }
        return changed;
    }
}
