package dev.plinth.app.project;

import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;
import dev.plinth.schema.model.Ids;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects, in the store. */
@Repository
public class Projects {
    private final MetaStore store;
    private final AuditTrail audit;
    private final Clock clock;

    private final ApplicationEventPublisher events;

    Projects(MetaStore store, AuditTrail audit, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Project> all() {
        return store.query("SELECT * FROM {meta_projects} ORDER BY {name}")
                .query((rows, number) -> project(rows))
                .list();
    }

    /** The projects that a person belongs to. */
    public List<Project> of(String person) {
        return store.query(
                        "SELECT p.* FROM {meta_projects} p JOIN {meta_members} m ON m.{project} ="
                                + " p.{id} WHERE m.{person} = :person ORDER BY p.{name}",
                        "person",
                        person)
                .query((rows, number) -> project(rows))
                .list();
    }

    public Optional<Project> named(String name) {
        return store.query("SELECT * FROM {meta_projects} WHERE {name} = :name", "name", name)
                .query((rows, number) -> project(rows))
                .optional();
    }

    public Optional<Project> byId(String id) {
        return store.query("SELECT * FROM {meta_projects} WHERE {id} = :id", "id", id)
                .query((rows, number) -> project(rows))
                .optional();
    }

    /** The projects as lists show them. */
    public List<ProjectSummary> summaries(List<Project> projects) {
        Map<String, Long> tables = new HashMap<>();
        store.query("SELECT {project}, COUNT(*) FROM {meta_tables} GROUP BY {project}")
                .query(
                        rows -> {
                            tables.put(rows.getString(1), rows.getLong(2));
                        });
        Map<String, String> serving = new HashMap<>();
        store.query(
                        "SELECT {project}, {name} FROM {meta_environments} WHERE {serving} = :yes",
                        "yes",
                        true)
                .query(
                        rows -> {
                            serving.put(rows.getString(1), rows.getString(2));
                        });
        return projects.stream()
                .map(
                        project ->
                                new ProjectSummary(
                                        project.name(),
                                        project.title(),
                                        project.attached(),
                                        tables.getOrDefault(project.id(), 0L),
                                        serving.get(project.id()),
                                        project.revision(),
                                        project.updatedAt()))
                .toList();
    }

    /** Adds an empty project. */
    public Project add(String name, String title, boolean attached, Author author) {
        Instant now = clock.instant();
        Project project = new Project(Ids.fresh(), name, title, attached, 0, now, now);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", project.id());
        row.put("name", name);
        row.put("title", title);
        row.put("attached", attached);
        row.put("revision", 0L);
        row.put("created_at", store.time(now));
        row.put("updated_at", store.time(now));
        store.inTransaction(
                () -> {
                    audit.add(
                            project.id(), author.id(), author.name(), "Created the project", name);
                    try {
                        store.insert("meta_projects", row);
                    } catch (DuplicateKeyException e) {
                        throw taken(name);
                    }
                });
        return project;
    }

    /** Changes name and title. */
    public Project rename(Project project, String name, String title, Author author) {
        store.inTransaction(
                () -> {
                    audit.add(
                            project.id(), author.id(), author.name(), "Changed the project", name);
                    try {
                        store.change(
                                "UPDATE {meta_projects} SET {name} = :name, {title} = :title,"
                                        + " {updated_at} = :now WHERE {id} = :id",
                                "name",
                                name,
                                "title",
                                title,
                                "now",
                                store.time(clock.instant()),
                                "id",
                                project.id());
                    } catch (DuplicateKeyException e) {
                        throw taken(name);
                    }
                });
        return byId(project.id()).orElseThrow(Projects::unknown);
    }

    /** Removes the project and all that the store knows of it; its databases stay. */
    public void remove(Project project, Author author) {
        events.publishEvent(new ProjectRemoving(project));
        store.inTransaction(
                () -> {
                    audit.add(
                            project.id(),
                            author.id(),
                            author.name(),
                            "Removed the project",
                            project.name());
                    store.change(
                            "DELETE FROM {meta_projects} WHERE {id} = :id", "id", project.id());
                });
    }

    /** The refusal for a name that leads to no project, or to none that the caller may know of. */
    public static RefusedException unknown() {
        return Refusal.UNKNOWN_THING.because(
                "There is no such project, or you do not belong to it.", "");
    }

    private static RefusedException taken(String name) {
        return Refusal.NAME_TAKEN.because(
                "There is already a project named \"" + name + "\".", "Take another name.");
    }

    private Project project(ResultSet rows) throws SQLException {
        return new Project(
                rows.getString("id"),
                rows.getString("name"),
                MetaStore.text(rows, "title"),
                rows.getBoolean("attached"),
                rows.getLong("revision"),
                store.requiredTime(rows, "created_at"),
                store.requiredTime(rows, "updated_at"));
    }
}
