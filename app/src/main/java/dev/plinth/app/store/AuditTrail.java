package dev.plinth.app.store;

import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who did what. Each entry is signed together with the one before it, so that a removed, altered or
 * invented entry shows, even to whoever may write to the store but has not its key.
 */
@Component
public final class AuditTrail {
    private static final String START = "0".repeat(64);
    private final MetaStore store;
    private final Secrets secrets;
    private final Clock clock;

    AuditTrail(MetaStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * One thing somebody did.
     *
     * @param project id, or empty for what concerns none
     * @param actor id of the person, or empty for Plinth itself
     */
    public record Entry(
            long sequence,
            Instant at,
            String project,
            String actor,
            String actorName,
            String action,
            String target,
            String previous,
            String digest) {}

    /** Adds an entry, within the transaction of what it tells about if there is one. */
    public void add(String project, String actor, String actorName, String action, String target) {
        store.inTransaction(
                () -> {
                    Head head = takeHead();
                    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    Entry entry =
                            signed(
                                    head.sequence + 1,
                                    at,
                                    project,
                                    actor,
                                    actorName,
                                    action,
                                    cut(target),
                                    head.digest);
                    store.insert("meta_audit", row(entry));
                    store.change(
                            "UPDATE {meta_audit_head} SET {sequence} = :sequence, {digest} ="
                                    + " :digest WHERE {id} = 1",
                            "sequence",
                            entry.sequence,
                            "digest",
                            entry.digest);
                });
    }

    /** The newest entries of all first. */
    public List<Entry> newest(int limit) {
        return store.first(limit, "SELECT * FROM {meta_audit} ORDER BY {sequence} DESC")
                .query((rows, number) -> entry(rows))
                .list();
    }

    /** The newest entries of a project first. */
    public List<Entry> newest(String project, int limit) {
        return store.first(
                        limit,
                        "SELECT * FROM {meta_audit} WHERE {project} = :project ORDER BY {sequence}"
                                + " DESC",
                        "project",
                        project)
                .query((rows, number) -> entry(rows))
                .list();
    }

    /** The sequence number of the first entry that was altered or follows a removed one. */
    public Optional<Long> firstBroken() {
        Head last = head();
        Head read = new Head(0, START);
        try (Stream<Entry> entries =
                store
                        .query("SELECT * FROM {meta_audit} ORDER BY {sequence}")
                        .query((rows, number) -> entry(rows))
                        .stream()) {
            for (Entry entry : (Iterable<Entry>) entries::iterator) {
                if (entry.sequence != read.sequence + 1 || !isGenuine(entry, read.digest)) {
                    return Optional.of(read.sequence + 1);
                }
                read = new Head(entry.sequence, entry.digest);
            }
        }
        return last.equals(read) ? Optional.empty() : Optional.of(read.sequence + 1);
    }

    private boolean isGenuine(Entry entry, String previous) {
        return signed(
                        entry.sequence,
                        entry.at,
                        entry.project,
                        entry.actor,
                        entry.actorName,
                        entry.action,
                        entry.target,
                        previous)
                .equals(entry);
    }

    /** The update takes the row's lock, so that entries of several servers stay in one line. */
    private Head takeHead() {
        int updated =
                store.change("UPDATE {meta_audit_head} SET {sequence} = {sequence} WHERE {id} = 1");
        if (updated == 0) {
            store.insert("meta_audit_head", Map.of("id", 1, "sequence", 0L, "digest", START));
        }
        return head();
    }

    private Head head() {
        return store.query("SELECT {sequence}, {digest} FROM {meta_audit_head} WHERE {id} = 1")
                .query((rows, number) -> new Head(rows.getLong(1), rows.getString(2)))
                .optional()
                .orElse(new Head(0, START));
    }

    private Entry entry(ResultSet rows) throws SQLException {
        return new Entry(
                rows.getLong("sequence"),
                store.requiredTime(rows, "at"),
                MetaStore.text(rows, "project"),
                MetaStore.text(rows, "actor"),
                MetaStore.text(rows, "actor_name"),
                rows.getString("action"),
                MetaStore.text(rows, "target"),
                rows.getString("previous"),
                rows.getString("digest"));
    }

    private Map<String, Object> row(Entry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sequence", entry.sequence);
        row.put("at", store.time(entry.at));
        row.put("project", entry.project);
        row.put("actor", entry.actor);
        row.put("actor_name", entry.actorName);
        row.put("action", entry.action);
        row.put("target", entry.target);
        row.put("previous", entry.previous);
        row.put("digest", entry.digest);
        return row;
    }

    private Entry signed(
            long sequence,
            Instant at,
            String project,
            String actor,
            String actorName,
            String action,
            String target,
            String previous) {
        String all =
                String.join(
                        "\0",
                        List.of(
                                Long.toString(sequence),
                                at.toString(),
                                project,
                                actor,
                                actorName,
                                action,
                                target,
                                previous));
        return new Entry(
                sequence,
                at,
                project,
                actor,
                actorName,
                action,
                target,
                previous,
                secrets.sign(all));
    }

    private static String cut(String text) {
        return text.length() <= 400 ? text : text.substring(0, 399) + "…";
    }

    private record Head(long sequence, String digest) {}
}
