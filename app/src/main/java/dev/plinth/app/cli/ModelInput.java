package dev.plinth.app.cli;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.document.ModelDocument;
import dev.plinth.schema.document.ModelFiles;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Models that are named on the command line. */
final class ModelInput {
    private ModelInput() {}

    /**
     * A model that can be carried to the dialect.
     *
     * @throws PlinthException with every error, each at its line; warnings are shown
     */
    static Model valid(Path path, Dialect dialect, Output output) {
        ModelDocument document = ModelFiles.read(path);
        List<Problem> problems = new ArrayList<>(ModelCheck.problems(document.model()));
        if (problems.stream().noneMatch(Problem::isError)) {
            problems.addAll(PortabilityCheck.problems(document.model(), dialect));
        }
        List<Problem> located = problems.stream().map(document::located).toList();
        List<Problem> errors = located.stream().filter(Problem::isError).toList();
        output.problems(located.stream().filter(p -> !p.isError()).toList());
        if (!errors.isEmpty()) {
            throw new PlinthException(errors);
        }
        return document.model();
    }
}
