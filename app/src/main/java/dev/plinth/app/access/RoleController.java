package dev.plinth.app.access;

import dev.plinth.app.account.User;
import dev.plinth.app.project.Author;
import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.Refusal;
import dev.plinth.data.access.Action;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.Scope;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The roles of a project. */
@RestController
@RequestMapping("/api/projects/{p}/roles")
class RoleController {
    private static final Pattern ROUTINE = Pattern.compile("[0-9a-hjkmnp-tv-z]{12}");
    private final Roles roles;
    private final ModelStore models;

    RoleController(Roles roles, ModelStore models) {
        this.roles = roles;
        this.models = models;
    }

    record Condition(@Nullable String language, @Nullable String expression) {}

    record GrantBody(
            @Nullable String table,
            @Nullable List<String> actions,
            @Nullable List<String> hiddenColumns,
            @Nullable List<String> readOnlyColumns,
            @Nullable Condition condition) {
        static GrantBody of(Grant grant) {
            Expression condition = grant.condition();
            return new GrantBody(
                    grant.table(),
                    grant.actions().stream()
                            .sorted()
                            .map(a -> a.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    grant.hiddenColumns().stream().sorted().toList(),
                    grant.readOnlyColumns().stream().sorted().toList(),
                    condition == null ? null : new Condition("cel", condition.text()));
        }
    }

    record Body(
            @Nullable String id,
            @Nullable String name,
            @Nullable String title,
            @Nullable List<GrantBody> grants,
            @Nullable List<String> routines) {
        static Body of(Role role) {
            return new Body(
                    role.id(),
                    role.name(),
                    role.title(),
                    role.grants().stream().map(GrantBody::of).toList(),
                    role.routines().stream().sorted().toList());
        }
    }

    @GetMapping
    List<Body> all(Project project) {
        return roles.of(project.id()).stream().map(Body::of).toList();
    }

    @PutMapping("/{id}")
    Body put(
            Project project,
            @PathVariable String id,
            @RequestBody Body body,
            @AuthenticationPrincipal User user) {
        Input input = new Input();
        input.id("id", id);
        String name = input.name("name", body.name());
        String title = input.optional("title", body.title(), 200);
        List<Role> known = roles.of(project.id());
        boolean taken = known.stream().anyMatch(r -> r.name().equals(name) && !r.id().equals(id));
        if (taken) {
            input.problem("name", "There is a role " + name + " already.", "Take another name.");
        }
        Model model = models.current(project.id()).model();
        List<Problem> wrong = new ArrayList<>();
        List<Grant> grants = new ArrayList<>();
        for (GrantBody grant : body.grants() == null ? List.<GrantBody>of() : body.grants()) {
            grants.add(grant(grant, model, input, wrong));
        }
        Set<String> routines = routines(body.routines(), id, known, input);
        input.check();
        if (!wrong.isEmpty()) {
            throw new PlinthException(wrong);
        }
        Role role = new Role(id, name, title, grants, routines);
        roles.put(project, role, Author.of(user));
        return Body.of(role);
    }

    /** What is not said stays as it is. */
    private static Set<String> routines(
            @Nullable List<String> ids, String role, List<Role> known, Input input) {
        if (ids == null) {
            return known.stream()
                    .filter(r -> r.id().equals(role))
                    .findFirst()
                    .map(Role::routines)
                    .orElse(Set.of());
        }
        for (String id : ids) {
            if (id == null || !ROUTINE.matcher(id).matches()) {
                input.problem(
                        "routines",
                        "There is no function \"" + id + "\".",
                        "Name it by the id that GET /api/projects/{p}/routines tells.");
                return Set.of();
            }
        }
        return Set.copyOf(new HashSet<>(ids));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Project project, @PathVariable String id, @AuthenticationPrincipal User user) {
        Role role =
                roles.of(project.id()).stream()
                        .filter(r -> r.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.UNKNOWN_THING.because("There is no such role.", ""));
        roles.remove(project, role, Author.of(user));
    }

    private static Grant grant(GrantBody body, Model model, Input input, List<Problem> wrong) {
        String table = body.table() == null ? "" : body.table();
        String path = "grants/" + table;
        List<Column> columns =
                model.table(table)
                        .map(t -> t.columns())
                        .or(
                                () ->
                                        model.views().stream()
                                                .filter(v -> v.id().equals(table))
                                                .findFirst()
                                                .map(v -> v.columns()))
                        .orElse(List.of());
        if (columns.isEmpty()) {
            input.problem(path, "The model has no table \"" + table + "\".", "Name it by its id.");
        }
        Condition condition = body.condition();
        String text =
                condition == null || condition.expression() == null ? "" : condition.expression();
        if (!text.isBlank()) {
            String title = model.table(table).map(t -> t.name()).map(TableName::name).orElse(table);
            wrong.addAll(
                    Expressions.condition(
                                    text, Scope.of(title, columns).withUser(), path + "/condition")
                            .problems()
                            .stream()
                            .filter(Problem::isError)
                            .toList());
        }
        return new Grant(
                table,
                actions(body.actions(), path, input),
                columnIds(body.hiddenColumns(), columns, path, input),
                columnIds(body.readOnlyColumns(), columns, path, input),
                text.isBlank() ? null : Expression.cel(text));
    }

    private static Set<Action> actions(@Nullable List<String> words, String path, Input input) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (String word : words == null ? List.<String>of() : words) {
            try {
                actions.add(Action.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                input.problem(
                        path,
                        "There is no action \"" + word + "\".",
                        "Known are create, read, update and delete.");
            }
        }
        return actions;
    }

    private static Set<String> columnIds(
            @Nullable List<String> ids, List<Column> columns, String path, Input input) {
        Set<String> known = new HashSet<>();
        for (String id : ids == null ? List.<String>of() : ids) {
            if (columns.stream().anyMatch(c -> c.id().equals(id))) {
                known.add(id);
            } else {
                input.problem(
                        path, "The table has no column \"" + id + "\".", "Name it by its id.");
            }
        }
        return known;
    }
}
