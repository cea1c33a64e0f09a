package dev.plinth.schema.expression;

import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one text; a path ends in {@code :line:column}. */
final class Findings {
    private final String text;
    private final String path;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String text, String path) {
        this.text = text;
        this.path = path;
    }

    void error(ExpressionCode code, int position, String message, String hint) {
        problems.add(Problem.error(code.code(), place(position), message, hint));
    }

    void warning(ExpressionCode code, int position, String message, String hint) {
        problems.add(Problem.warning(code.code(), place(position), message, hint));
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }

    private String place(int position) {
        int line = 1;
        int column = 1;
        int[] points = text.codePoints().limit(position).toArray();
        for (int point : points) {
            column = point == '\n' ? 1 : column + 1;
            line = point == '\n' ? line + 1 : line;
        }
        return (path.isEmpty() ? "" : path + ":") + line + ":" + column;
    }
}
