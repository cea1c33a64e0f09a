package dev.plinth.app.access;

import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.data.access.Action;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.model.Expression;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The roles of projects, in the store. */
@Repository
public class Roles {
    private final MetaStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Roles(MetaStore store, AuditTrail audit, ApplicationEventPublisher events) {
        this.store = store;
        this.audit = audit;
        this.events = events;
    }

    /** Told when somebody may do something else than before. */
    public record AccessChanged(String project) {}

    private record ColumnKey(String role, String table) {}

    public List<Role> of(String project) {
        Map<ColumnKey, Set<String>> hidden = new HashMap<>();
        Map<ColumnKey, Set<String>> readOnly = new HashMap<>();
        store.query("SELECT * FROM {meta_permission_columns} WHERE {project} = :p", "p", project)
                .query(
                        rows -> {
                            (rows.getBoolean("hidden") ? hidden : readOnly)
                                    .computeIfAbsent(key(rows), k -> new HashSet<>())
                                    .add(rows.getString("column_id"));
                        });
        Map<String, List<Grant>> grants = new HashMap<>();
        store.query(
                        "SELECT * FROM {meta_permissions} WHERE {project} = :p ORDER BY {table_id}",
                        "p",
                        project)
                .query(
                        rows -> {
                            grants.computeIfAbsent(
                                            rows.getString("role_id"), r -> new ArrayList<>())
                                    .add(
                                            grant(
                                                    rows,
                                                    hidden.getOrDefault(key(rows), Set.of()),
                                                    readOnly.getOrDefault(key(rows), Set.of())));
                        });
        Map<String, Set<String>> routines = new HashMap<>();
        store.query("SELECT * FROM {meta_role_routines} WHERE {project} = :p", "p", project)
                .query(
                        rows -> {
                            routines.computeIfAbsent(
                                            rows.getString("role_id"), r -> new HashSet<>())
                                    .add(rows.getString("routine_id"));
                        });
        return store.query(
                        "SELECT * FROM {meta_roles} WHERE {project} = :p ORDER BY {name}",
                        "p",
                        project)
                .query(
                        (rows, number) ->
                                new Role(
                                        rows.getString("id"),
                                        rows.getString("name"),
                                        MetaStore.text(rows, "title"),
                                        grants.getOrDefault(rows.getString("id"), List.of()),
                                        routines.getOrDefault(rows.getString("id"), Set.of())))
                .list();
    }

    private static ColumnKey key(ResultSet rows) throws SQLException {
        return new ColumnKey(rows.getString("role_id"), rows.getString("table_id"));
    }

    private static Grant grant(ResultSet rows, Set<String> hidden, Set<String> readOnly)
            throws SQLException {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (rows.getBoolean(column(action))) {
                actions.add(action);
            }
        }
        String condition = MetaStore.text(rows, "condition_expression");
        return new Grant(
                rows.getString("table_id"),
                actions,
                hidden,
                readOnly,
                condition.isEmpty() ? null : Expression.cel(condition));
    }

    private static String column(Action action) {
        return switch (action) {
            case CREATE -> "may_create";
            case READ -> "may_read";
            case UPDATE -> "may_update";
            case DELETE -> "may_delete";
        };
    }

    /** Adds a role, or puts it in the place of the one with the same id. */
    public void put(Project project, Role role, Author author) {
        store.inTransaction(
                () -> {
                    note(project, author, "Changed a role", role.name());
                    delete(project, role.id());
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("project", project.id());
                    row.put("id", role.id());
                    row.put("name", role.name());
                    row.put("title", role.title());
                    store.insert("meta_roles", row);
                    store.insert(
                            "meta_permissions",
                            role.grants().stream().map(g -> row(project, role, g)).toList());
                    store.insert("meta_permission_columns", columns(project, role));
                    store.insert("meta_role_routines", routines(project, role));
                });
        events.publishEvent(new AccessChanged(project.name()));
    }

    void remove(Project project, Role role, Author author) {
        store.inTransaction(
                () -> {
                    note(project, author, "Removed a role", role.name());
                    delete(project, role.id());
                });
        events.publishEvent(new AccessChanged(project.name()));
    }

    private void note(Project project, Author author, String action, String target) {
        audit.add(project.id(), author.id(), author.name(), action, target);
    }

    /** Its permissions go with it. */
    private void delete(Project project, String role) {
        store.change(
                "DELETE FROM {meta_roles} WHERE {project} = :p AND {id} = :id",
                "p",
                project.id(),
                "id",
                role);
    }

    private static Map<String, @Nullable Object> row(Project project, Role role, Grant grant) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("project", project.id());
        row.put("role_id", role.id());
        row.put("table_id", grant.table());
        for (Action action : Action.values()) {
            row.put(column(action), grant.actions().contains(action));
        }
        Expression condition = grant.condition();
        row.put("condition_language", condition == null ? null : "cel");
        row.put("condition_expression", condition == null ? null : condition.text());
        return row;
    }

    private static List<Map<String, Object>> routines(Project project, Role role) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String routine : role.routines()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("project", project.id());
            row.put("role_id", role.id());
            row.put("routine_id", routine);
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> columns(Project project, Role role) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Grant grant : role.grants()) {
            grant.hiddenColumns().forEach(c -> rows.add(row(project, role, grant, c, true)));
            grant.readOnlyColumns().stream()
                    .filter(c -> !grant.hiddenColumns().contains(c))
                    .forEach(c -> rows.add(row(project, role, grant, c, false)));
        }
        return rows;
    }

    private static Map<String, Object> row(
            Project project, Role role, Grant grant, String column, boolean hidden) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("project", project.id());
        row.put("role_id", role.id());
        row.put("table_id", grant.table());
        row.put("column_id", column);
        row.put("hidden", hidden);
        return row;
    }
}
