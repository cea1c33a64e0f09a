package dev.plinth.app.project;

import com.fasterxml.jackson.annotation.JsonRawValue;

import dev.plinth.app.account.User;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.ProblemAnswer;
import dev.plinth.app.web.Refusal;
import dev.plinth.schema.document.ModelDocument;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The model of a project: read, edit, history, and all of it as one text. */
@RestController
@RequestMapping("/api/projects/{p}")
class ModelController {
    private static final int HISTORY = 500;
    private final ModelStore models;
    private final ModelProblems problems;
    private final Layout layout;

    ModelController(ModelStore models, ModelProblems problems, Layout layout) {
        this.models = models;
        this.problems = problems;
        this.layout = layout;
    }

    record ModelAnswer(
            long revision,
            @JsonRawValue String model,
            Map<String, Layout.Spot> layout,
            List<ProblemAnswer.Entry> problems) {}

    record Edits(
            @Nullable Long base,
            @Nullable String label,
            @Nullable Put put,
            @Nullable List<String> remove,
            @Nullable Map<String, Layout.Spot> layout) {}

    record Put(
            @Nullable List<JsonNode> tables,
            @Nullable List<JsonNode> views,
            @Nullable List<JsonNode> choices) {}

    record Edited(long revision, List<ProblemAnswer.Entry> problems) {}

    record Base(@Nullable Long base) {}

    record Text(long revision, String text) {}

    record NewText(@Nullable Long base, @Nullable String text) {}

    @GetMapping("/model")
    ModelAnswer model(Project project) {
        return answer(project, models.current(project.id()));
    }

    private ModelAnswer answer(Project project, Saved saved) {
        return new ModelAnswer(
                saved.revision(),
                ModelJson.write(saved.model()),
                layout.of(project.id()),
                ProblemAnswer.entries(problems.of(saved.model())));
    }

    @PostMapping("/model/edits")
    Edited edit(Project project, @RequestBody Edits body, @AuthenticationPrincipal User user) {
        Put put = body.put() == null ? new Put(null, null, null) : body.put();
        List<Problem> unreadable = new ArrayList<>();
        List<Table> tables = read(put.tables(), ModelJson::readTable, "put.tables", unreadable);
        List<View> views = read(put.views(), ModelJson::readView, "put.views", unreadable);
        List<Choice> choices =
                read(put.choices(), ModelJson::readChoice, "put.choices", unreadable);
        if (!unreadable.isEmpty()) {
            throw new PlinthException(unreadable);
        }
        ModelEdit edit =
                new ModelEdit(
                        tables,
                        views,
                        choices,
                        body.remove() == null ? Set.of() : Set.copyOf(body.remove()));
        Saved saved;
        if (edit.isEmpty()) {
            saved = models.current(project.id());
        } else {
            long base = base(body.base());
            refuseAttached(project);
            Saved current = models.base(project.id(), base);
            saved =
                    models.save(
                            project.id(),
                            base,
                            edit.applyTo(current.model()),
                            label(body.label(), "Changed the model"),
                            Author.of(user));
        }
        layout.put(project.id(), body.layout() == null ? Map.of() : body.layout());
        return edited(saved);
    }

    @GetMapping("/revisions")
    List<Revision> revisions(Project project) {
        return models.revisions(project.id(), HISTORY);
    }

    @GetMapping("/revisions/{n}")
    ModelAnswer revision(Project project, @PathVariable long n) {
        return answer(project, models.at(project.id(), n));
    }

    @PostMapping("/revisions/{n}/restore")
    Edited restore(
            Project project,
            @PathVariable long n,
            @RequestBody Base body,
            @AuthenticationPrincipal User user) {
        refuseAttached(project);
        Model model = models.at(project.id(), n).model();
        long base = base(body.base());
        return edited(
                models.save(project.id(), base, model, "Restored revision " + n, Author.of(user)));
    }

    @GetMapping("/model/text")
    Text text(Project project) {
        Saved saved = models.current(project.id());
        return new Text(saved.revision(), ModelText.write(project.name(), saved.model()));
    }

    @PutMapping("/model/text")
    Edited replace(Project project, @RequestBody NewText body, @AuthenticationPrincipal User user) {
        refuseAttached(project);
        long base = base(body.base());
        ModelDocument document =
                ModelText.read("model.yaml", body.text() == null ? "" : body.text());
        Saved saved =
                models.save(
                        project.id(),
                        base,
                        document.model(),
                        "Changed the model as text",
                        Author.of(user));
        List<Problem> located = problems.of(saved.model()).stream().map(document::located).toList();
        return new Edited(saved.revision(), ProblemAnswer.entries(located));
    }

    private Edited edited(Saved saved) {
        return new Edited(saved.revision(), ProblemAnswer.entries(problems.of(saved.model())));
    }

    private static <E> List<E> read(
            @Nullable List<JsonNode> documents,
            Function<String, E> reader,
            String path,
            List<Problem> unreadable) {
        List<E> elements = new ArrayList<>();
        List<JsonNode> given = documents == null ? List.of() : documents;
        for (int i = 0; i < given.size(); i++) {
            try {
                elements.add(reader.apply(given.get(i).toString()));
            } catch (PlinthException e) {
                String place = path + "[" + i + "]";
                e.problems().forEach(problem -> unreadable.add(within(place, problem)));
            }
        }
        return elements;
    }

    private static Problem within(String place, Problem problem) {
        String path = problem.path().isEmpty() ? place : place + " " + problem.path();
        return new Problem(
                problem.severity(), problem.code(), path, problem.message(), problem.hint());
    }

    private static long base(@Nullable Long base) {
        Input input = new Input();
        if (base == null) {
            input.problem("base", "\"base\" is missing.", "Send the revision that you changed.");
        }
        input.check();
        return java.util.Objects.requireNonNull(base);
    }

    private static String label(@Nullable String label, String otherwise) {
        Input input = new Input();
        String text = input.optional("label", label, 400);
        input.check();
        return text.isEmpty() ? otherwise : text;
    }

    private static void refuseAttached(Project project) {
        if (project.attached()) {
            throw Refusal.READ_ONLY_MODEL.because(
                    "This project is attached to a database; its model is what that database says.",
                    "Change the database, or start a project of your own.");
        }
    }
}
