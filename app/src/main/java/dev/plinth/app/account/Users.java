package dev.plinth.app.account;

import dev.plinth.app.store.MetaStore;
import dev.plinth.app.web.Refusal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** People, in the store. */
@Repository
public class Users {
    private final MetaStore store;

    Users(MetaStore store) {
        this.store = store;
    }

    /** The one spelling of an address, by which people are told apart. */
    static String spelling(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public List<User> all() {
        return store.query("SELECT * FROM {meta_users} ORDER BY {email}")
                .query((rows, number) -> user(rows))
                .list();
    }

    public Optional<User> byId(String id) {
        return store.query("SELECT * FROM {meta_users} WHERE {id} = :id", "id", id)
                .query((rows, number) -> user(rows))
                .optional();
    }

    Optional<Stored> byEmail(String email) {
        return store.query(
                        "SELECT * FROM {meta_users} WHERE {email} = :email",
                        "email",
                        spelling(email))
                .query((rows, number) -> new Stored(user(rows), rows.getString("password_hash")))
                .optional();
    }

    Optional<String> passwordHash(String id) {
        return store.query("SELECT {password_hash} FROM {meta_users} WHERE {id} = :id", "id", id)
                .query((rows, number) -> rows.getString(1))
                .optional();
    }

    boolean hasAdministrator() {
        return administrators() > 0;
    }

    long administrators() {
        return store.query(
                        "SELECT COUNT(*) FROM {meta_users} WHERE {administrator} = :yes",
                        "yes",
                        true)
                .query((rows, number) -> rows.getLong(1))
                .single();
    }

    void add(User user, String passwordHash) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", user.id());
        row.put("email", user.email());
        row.put("name", user.name());
        row.put("password_hash", passwordHash);
        row.put("administrator", user.administrator());
        row.put("created_at", store.time(user.createdAt()));
        unlessTaken(user.email(), () -> store.insert("meta_users", row));
    }

    void update(User user) {
        unlessTaken(
                user.email(),
                () ->
                        store.change(
                                "UPDATE {meta_users} SET {email} = :email, {name} = :name,"
                                        + " {administrator} = :administrator WHERE {id} = :id",
                                "email",
                                user.email(),
                                "name",
                                user.name(),
                                "administrator",
                                user.administrator(),
                                "id",
                                user.id()));
    }

    void setPassword(String id, String passwordHash) {
        store.change(
                "UPDATE {meta_users} SET {password_hash} = :hash WHERE {id} = :id",
                "hash",
                passwordHash,
                "id",
                id);
    }

    void remove(String id) {
        store.change("DELETE FROM {meta_users} WHERE {id} = :id", "id", id);
    }

    private static void unlessTaken(String email, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            throw Refusal.NAME_TAKEN.because(
                    "There is already a person with the address " + email + ".", "");
        }
    }

    private User user(ResultSet rows) throws SQLException {
        return new User(
                rows.getString("id"),
                rows.getString("email"),
                rows.getString("name"),
                rows.getBoolean("administrator"),
                store.requiredTime(rows, "created_at"));
    }

    record Stored(User user, String passwordHash) {
        @Override
        public String toString() {
            return user.toString();
        }
    }
}
