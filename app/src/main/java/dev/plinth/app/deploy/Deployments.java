package dev.plinth.app.deploy;

import dev.plinth.app.project.Author;
import dev.plinth.app.project.Project;
import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.app.web.ProblemAnswer;
import dev.plinth.schema.plan.Step;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was deployed when and by whom, in the store. */
@Repository
class Deployments {
    private final MetaStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Deployments(MetaStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    void begin(
            String id,
            String node,
            Project project,
            Environment environment,
            long revision,
            List<Step> steps,
            Author author) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("environment", environment.id());
        row.put("revision", revision);
        row.put("status", Deployment.RUNNING);
        row.put("node", node);
        row.put("author", author.id());
        row.put("author_name", author.name());
        row.put("started_at", store.time(clock.instant()));
        store.inTransaction(
                () -> {
                    audit.add(
                            project.id(),
                            author.id(),
                            author.name(),
                            "Deployed",
                            "revision " + revision + " to " + environment.name());
                    store.insert("meta_deployments", row);
                    store.insert(
                            "meta_deployment_steps",
                            steps.stream().map(step -> row(id, step)).toList());
                });
    }

    private static Map<String, Object> row(String deployment, Step step) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("deployment", deployment);
        row.put("number", step.number());
        row.put("title", step.title());
        row.put("risk", PlanAnswer.word(step.risk()));
        row.put("status", Deployment.WAITING);
        row.put("statements", String.join(";\n", step.sql()));
        return row;
    }

    void step(String id, int number, String status, @Nullable Long milliseconds, String problem) {
        store.change(
                "UPDATE {meta_deployment_steps} SET {status} = :status, {milliseconds} ="
                    + " :milliseconds, {problem} = :problem WHERE {deployment} = :id AND {number} ="
                    + " :number",
                "status",
                status,
                "milliseconds",
                milliseconds,
                "problem",
                problem,
                "id",
                id,
                "number",
                number);
    }

    void end(String id, String status, ProblemAnswer.@Nullable Entry problem) {
        store.change(
                "UPDATE {meta_deployments} SET {status} = :status, {finished_at} = :now,"
                    + " {problem_code} = :code, {problem} = :detail, {problem_hint} = :hint WHERE"
                    + " {id} = :id",
                "status",
                status,
                "now",
                store.time(clock.instant()),
                "code",
                problem == null ? null : problem.code(),
                "detail",
                problem == null ? null : problem.message(),
                "hint",
                problem == null ? null : problem.hint(),
                "id",
                id);
    }

    Optional<Deployment> byId(String id) {
        return store.query("SELECT * FROM {meta_deployments} WHERE {id} = :id", "id", id)
                .query((rows, number) -> deployment(rows, steps(id)))
                .optional();
    }

    /** Without steps, the newest first. */
    List<Deployment> of(Environment environment, int limit) {
        return store.first(
                        limit,
                        "SELECT * FROM {meta_deployments} WHERE {environment} = :environment ORDER"
                                + " BY {started_at} DESC",
                        "environment",
                        environment.id())
                .query((rows, number) -> deployment(rows, List.of()))
                .list();
    }

    Map<String, Long> stepCounts(Environment environment) {
        Map<String, Long> counts = new LinkedHashMap<>();
        store.query(
                        "SELECT s.{deployment}, COUNT(*) FROM {meta_deployment_steps} s JOIN"
                                + " {meta_deployments} d ON d.{id} = s.{deployment} WHERE"
                                + " d.{environment} = :environment GROUP BY s.{deployment}",
                        "environment",
                        environment.id())
                .query(
                        rows -> {
                            counts.put(rows.getString(1), rows.getLong(2));
                        });
        return counts;
    }

    /** Those that a server left behind when it stopped. */
    List<String> runningOn(String node) {
        return store.query(
                        "SELECT {id} FROM {meta_deployments} WHERE {status} = :running AND {node} ="
                                + " :node",
                        "running",
                        Deployment.RUNNING,
                        "node",
                        node)
                .query((rows, number) -> rows.getString(1))
                .list();
    }

    private List<Deployment.StepState> steps(String deployment) {
        return store.query(
                        "SELECT * FROM {meta_deployment_steps} WHERE {deployment} = :id ORDER BY"
                                + " {number}",
                        "id",
                        deployment)
                .query(
                        (rows, number) -> {
                            long milliseconds = rows.getLong("milliseconds");
                            boolean timed = !rows.wasNull();
                            return new Deployment.StepState(
                                    rows.getInt("number"),
                                    MetaStore.text(rows, "title"),
                                    rows.getString("risk"),
                                    rows.getString("status"),
                                    timed ? milliseconds : null,
                                    MetaStore.text(rows, "statements"),
                                    rows.getString("problem"));
                        })
                .list();
    }

    private Deployment deployment(ResultSet rows, List<Deployment.StepState> steps)
            throws SQLException {
        String code = rows.getString("problem_code");
        return new Deployment(
                rows.getString("id"),
                rows.getString("environment"),
                rows.getString("status"),
                rows.getLong("revision"),
                MetaStore.text(rows, "author_name"),
                store.requiredTime(rows, "started_at"),
                store.time(rows, "finished_at"),
                steps,
                code == null
                        ? null
                        : ProblemAnswer.Entry.error(
                                code,
                                MetaStore.text(rows, "problem"),
                                MetaStore.text(rows, "problem_hint")));
    }
}
