package dev.plinth.schema.check;

import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one check. */
final class Report {
    private final List<Problem> problems = new ArrayList<>();

    void error(CheckCode code, String path, String message) {
        problems.add(Problem.error(code.code(), path, message, code.remedy()));
    }

    void error(CheckCode code, String path, String message, String hint) {
        problems.add(Problem.error(code.code(), path, message, hint));
    }

    void warning(CheckCode code, String path, String message) {
        problems.add(Problem.warning(code.code(), path, message, code.remedy()));
    }

    void addAll(List<Problem> found) {
        problems.addAll(found);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
