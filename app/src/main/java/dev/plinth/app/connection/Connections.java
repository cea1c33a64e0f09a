package dev.plinth.app.connection;

import dev.plinth.app.project.Author;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Connections, in the store. */
@Repository
public class Connections {
    private final MetaStore store;
    private final AuditTrail audit;

    Connections(MetaStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    List<ConnectionSettings> all() {
        return store.query("SELECT * FROM {meta_connections} ORDER BY {name}")
                .query((rows, number) -> settings(rows))
                .list();
    }

    public Optional<ConnectionSettings> byId(String id) {
        return store.query("SELECT * FROM {meta_connections} WHERE {id} = :id", "id", id)
                .query((rows, number) -> settings(rows))
                .optional();
    }

    /** A connection that is there. */
    public ConnectionSettings required(String id) {
        return byId(id).orElseThrow(Connections::unknown);
    }

    public Optional<ConnectionSettings> named(String name) {
        return store.query("SELECT * FROM {meta_connections} WHERE {name} = :name", "name", name)
                .query((rows, number) -> settings(rows))
                .optional();
    }

    /** Adds a connection. */
    public void add(ConnectionSettings settings, Author author) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", settings.id());
        row.put("name", settings.name());
        row.put("url", settings.url());
        row.put("user_name", settings.user());
        row.put("secret", settings.secret());
        row.put("pool_size", settings.poolSize());
        written(
                settings,
                "Added a connection",
                author,
                () -> {
                    store.insert("meta_connections", row);
                    return 1;
                });
    }

    /** Changes a connection. */
    public void update(ConnectionSettings settings, Author author) {
        int updated =
                written(
                        settings,
                        "Changed a connection",
                        author,
                        () ->
                                store.change(
                                        "UPDATE {meta_connections} SET {name} = :name, {url} ="
                                                + " :url, {user_name} = :user, {secret} = :secret,"
                                                + " {pool_size} = :size WHERE {id} = :id",
                                        "name",
                                        settings.name(),
                                        "url",
                                        settings.url(),
                                        "user",
                                        settings.user(),
                                        "secret",
                                        settings.secret(),
                                        "size",
                                        settings.poolSize(),
                                        "id",
                                        settings.id()));
        if (updated == 0) {
            throw unknown();
        }
    }

    void remove(ConnectionSettings settings, Author author) {
        try {
            written(
                    settings,
                    "Removed a connection",
                    author,
                    () ->
                            store.change(
                                    "DELETE FROM {meta_connections} WHERE {id} = :id",
                                    "id",
                                    settings.id()));
        } catch (DataIntegrityViolationException e) {
            throw Refusal.IN_USE.because(
                    "The connection \"" + settings.name() + "\" is used by an environment.",
                    "Remove that environment, or give it another connection.");
        }
    }

    private int written(
            ConnectionSettings settings, String action, Author author, Supplier<Integer> write) {
        try {
            return store.transaction(
                    () -> {
                        audit.add("", author.id(), author.name(), action, settings.name());
                        return write.get();
                    });
        } catch (DuplicateKeyException e) {
            throw Refusal.NAME_TAKEN.because(
                    "There is already a connection named \"" + settings.name() + "\".", "");
        }
    }

    private static RefusedException unknown() {
        return Refusal.UNKNOWN_THING.because("There is no such connection.", "");
    }

    private static ConnectionSettings settings(ResultSet rows) throws SQLException {
        return new ConnectionSettings(
                rows.getString("id"),
                rows.getString("name"),
                rows.getString("url"),
                MetaStore.text(rows, "user_name"),
                MetaStore.text(rows, "secret"),
                Optional.of(rows.getInt("pool_size"))
                        .filter(size -> size > 0)
                        .orElse(ConnectionSettings.USUAL_SIZE));
    }
}
