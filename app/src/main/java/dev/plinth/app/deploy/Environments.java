package dev.plinth.app.deploy;

import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environments, in the store. */
@Repository
public class Environments {
    private final MetaStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Environments(MetaStore store, AuditTrail audit, ApplicationEventPublisher events) {
        this.store = store;
        this.audit = audit;
        this.events = events;
    }

    /** Told when another database may answer for a project, given by its name. */
    public record Changed(String project) {}

    public List<Environment> of(String project) {
        return store.query(
                        "SELECT * FROM {meta_environments} WHERE {project} = :project ORDER BY"
                                + " {name}",
                        "project",
                        project)
                .query((rows, number) -> environment(rows))
                .list();
    }

    public Optional<Environment> byId(String id) {
        return store.query("SELECT * FROM {meta_environments} WHERE {id} = :id", "id", id)
                .query((rows, number) -> environment(rows))
                .optional();
    }

    /** The environment that answers the data API. */
    public Optional<Environment> serving(String project) {
        return store.query(
                        "SELECT * FROM {meta_environments} WHERE {project} = :project AND {serving}"
                                + " = :yes",
                        "project",
                        project,
                        "yes",
                        true)
                .query((rows, number) -> environment(rows))
                .optional();
    }

    /** An environment of a project, given by id or by name. */
    Environment required(Project project, String key) {
        return of(project.id()).stream()
                .filter(e -> e.id().equals(key) || e.name().equals(key))
                .findFirst()
                .orElseThrow(Environments::unknown);
    }

    static RefusedException unknown() {
        return Refusal.UNKNOWN_THING.because("There is no such environment.", "");
    }

    /** Adds an environment. */
    public void add(Project project, Environment environment, Author author) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", environment.id());
        row.put("project", environment.project());
        row.put("name", environment.name());
        row.put("connection", environment.connection());
        row.put("schema_name", String.join(",", environment.schemas()));
        row.put("serving", environment.serving());
        written(
                project,
                environment,
                "Added an environment",
                author,
                () -> store.insert("meta_environments", row));
    }

    /** Changes an environment. What was deployed to another database does not count any more. */
    public void update(Project project, Environment before, Environment after, Author author) {
        boolean moved =
                !before.connection().equals(after.connection())
                        || !before.schemas().equals(after.schemas());
        written(
                project,
                after,
                "Changed an environment",
                author,
                () -> {
                    store.change(
                            "UPDATE {meta_environments} SET {name} = :name, {connection} ="
                                    + " :connection, {schema_name} = :schema, {serving} = :serving"
                                    + " WHERE {id} = :id",
                            "name",
                            after.name(),
                            "connection",
                            after.connection(),
                            "schema",
                            String.join(",", after.schemas()),
                            "serving",
                            after.serving(),
                            "id",
                            after.id());
                    if (moved) {
                        store.change(
                                "UPDATE {meta_environments} SET {deployed_revision} = NULL,"
                                        + " {deployed_at} = NULL WHERE {id} = :id",
                                "id",
                                after.id());
                    }
                });
    }

    void remove(Project project, Environment environment, Author author) {
        written(
                project,
                environment,
                "Removed an environment",
                author,
                () ->
                        store.change(
                                "DELETE FROM {meta_environments} WHERE {id} = :id",
                                "id",
                                environment.id()));
    }

    /** Notes what was deployed. */
    public void deployed(String id, long revision, Instant at) {
        store.change(
                "UPDATE {meta_environments} SET {deployed_revision} = :revision, {deployed_at} ="
                        + " :at WHERE {id} = :id",
                "revision",
                revision,
                "at",
                store.time(at),
                "id",
                id);
    }

    private void written(
            Project project,
            Environment environment,
            String action,
            Author author,
            Runnable write) {
        try {
            store.inTransaction(
                    () -> {
                        audit.add(
                                project.id(),
                                author.id(),
                                author.name(),
                                action,
                                environment.name());
                        write.run();
                        if (environment.serving()) {
                            store.change(
                                    "UPDATE {meta_environments} SET {serving} = :no WHERE {project}"
                                            + " = :project AND {id} <> :id",
                                    "no",
                                    false,
                                    "project",
                                    project.id(),
                                    "id",
                                    environment.id());
                        }
                    });
        } catch (DuplicateKeyException e) {
            throw Refusal.NAME_TAKEN.because(
                    "There is already an environment named \"" + environment.name() + "\".", "");
        }
        events.publishEvent(new Changed(project.name()));
    }

    private Environment environment(ResultSet rows) throws SQLException {
        String schemas = MetaStore.text(rows, "schema_name");
        long revision = rows.getLong("deployed_revision");
        boolean deployed = !rows.wasNull();
        return new Environment(
                rows.getString("id"),
                rows.getString("project"),
                rows.getString("name"),
                MetaStore.text(rows, "connection"),
                schemas.isEmpty() ? List.of() : List.of(schemas.split(",")),
                rows.getBoolean("serving"),
                deployed ? revision : null,
                store.time(rows, "deployed_at"));
    }
}
