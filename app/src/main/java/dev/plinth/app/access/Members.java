package dev.plinth.app.access;

import dev.plinth.app.access.Roles.AccessChanged;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who belongs to a project, in the store. */
@Repository
public class Members {
    private final MetaStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Members(MetaStore store, AuditTrail audit, ApplicationEventPublisher events) {
        this.store = store;
        this.audit = audit;
        this.events = events;
    }

    /**
     * A person in a project.
     *
     * @param role id of the role, or empty for none
     * @param build whether the person may change the project itself
     */
    public record Member(String user, String role, boolean build) {}

    public List<Member> of(String project) {
        return store.query(
                        "SELECT * FROM {meta_members} WHERE {project} = :project ORDER BY {person}",
                        "project",
                        project)
                .query((rows, number) -> member(rows))
                .list();
    }

    public Optional<Member> of(String project, String person) {
        return store.query(
                        "SELECT * FROM {meta_members} WHERE {project} = :project AND {person} ="
                                + " :person",
                        "project",
                        project,
                        "person",
                        person)
                .query((rows, number) -> member(rows))
                .optional();
    }

    void replace(Project project, List<Member> members, Author author) {
        store.inTransaction(
                () -> {
                    audit.add(
                            project.id(),
                            author.id(),
                            author.name(),
                            "Changed the members",
                            members.size() + " members");
                    store.change(
                            "DELETE FROM {meta_members} WHERE {project} = :project",
                            "project",
                            project.id());
                    store.insert(
                            "meta_members", members.stream().map(m -> row(project, m)).toList());
                });
        events.publishEvent(new AccessChanged(project.name()));
    }

    private static Map<String, Object> row(Project project, Member member) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("project", project.id());
        row.put("person", member.user());
        row.put("role_id", member.role());
        row.put("build", member.build());
        return row;
    }

    private static Member member(ResultSet rows) throws SQLException {
        return new Member(
                rows.getString("person"),
                MetaStore.text(rows, "role_id"),
                rows.getBoolean("build"));
    }
}
