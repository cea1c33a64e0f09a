package dev.plinth.schema.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Work that cannot be done, with every reason why. */
public final class PlinthException extends RuntimeException {
    private final transient List<Problem> problems;

    public PlinthException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public PlinthException(Problem problem) {
        this(List.of(problem));
    }

    /** One reason, with the technical cause for the log. */
    public PlinthException(Problem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    /** Shorthand for a single error. */
    public static PlinthException of(String code, String path, String message, String hint) {
        return new PlinthException(Problem.error(code, path, message, hint));
    }

    public List<Problem> problems() {
        return problems;
    }
}
