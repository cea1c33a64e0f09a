package dev.plinth.app.design;

import dev.plinth.app.project.ModelProblems;
import dev.plinth.app.project.ModelStore;
import dev.plinth.app.project.Project;
import dev.plinth.app.web.ProblemAnswer;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.ModelSteps;
import dev.plinth.schema.problem.Problem;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.stream.Collectors;

/** The model in the SQL of any database. */
@RestController
class DdlController {
    private final ModelStore models;
    private final ModelProblems problems;

    DdlController(ModelStore models, ModelProblems problems) {
        this.models = models;
        this.problems = problems;
    }

    /**
     * @param problems what is wrong, and what that database cannot do
     */
    record Ddl(String dialect, String sql, List<ProblemAnswer.Entry> problems) {}

    @GetMapping("/api/projects/{p}/ddl")
    Ddl ddl(Project project, @RequestParam String dialect) {
        Dialect wanted = Dialects.named(dialect);
        Model model = models.current(project.id()).model();
        List<Problem> faults = problems.of(model).stream().filter(Problem::isError).toList();
        if (!faults.isEmpty()) {
            return new Ddl(wanted.name(), "", ProblemAnswer.entries(faults));
        }
        return new Ddl(
                wanted.name(),
                script(model, wanted),
                ProblemAnswer.entries(PortabilityCheck.problems(model, wanted)));
    }

    private static String script(Model model, Dialect dialect) {
        String end = dialect.statements().terminator();
        return ModelSteps.between(Model.empty(), model, dialect).stream()
                .flatMap(step -> step.sql().stream())
                .map(sql -> sql.stripTrailing() + end)
                .collect(Collectors.joining("\n"));
    }
}
