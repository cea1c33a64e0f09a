package dev.plinth.app.web;

import dev.plinth.schema.problem.Problem;

import org.springframework.http.converter.HttpMessageNotReadableException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says in plain words why the body of a request cannot be read. */
final class BodyProblems {
    private BodyProblems() {}

    static RefusedException of(HttpMessageNotReadableException exception) {
        Throwable cause = exception.getCause();
        while (cause != null) {
            if (cause instanceof TooLargeException tooLarge) {
                return tooLarge.refused();
            }
            if (cause instanceof StreamReadException broken) {
                return broken(broken);
            }
            if (cause instanceof MismatchedInputException rest && isTrailing(rest)) {
                return broken(rest);
            }
            if (cause instanceof DatabindException misfit
                    && !(misfit.getCause() instanceof TooLargeException)) {
                return misfit(misfit);
            }
            cause = cause.getCause();
        }
        return Refusal.BROKEN_JSON.because("The request has no body.", "Send a JSON document.");
    }

    private static RefusedException broken(JacksonException broken) {
        var at = broken.getLocation();
        String place =
                at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Refusal.BROKEN_JSON.because(
                "The body is not JSON: it cannot be read" + place + ".",
                "Look for a missing quote, comma or bracket just before that place.");
    }

    /** Jackson has no class of its own for a body that goes on after its end. */
    private static boolean isTrailing(MismatchedInputException exception) {
        return exception.getOriginalMessage().startsWith("Trailing token");
    }

    private static RefusedException misfit(DatabindException misfit) {
        String path = path(misfit);
        String field = path.isEmpty() ? "The body" : "\"" + path + "\"";
        Problem problem =
                switch (misfit) {
                    case UnrecognizedPropertyException unknown ->
                            invalid(
                                    path,
                                    "There is no field " + field + ".",
                                    known(unknown.getKnownPropertyIds()));
                    case MismatchedInputException mismatch ->
                            invalid(
                                    path,
                                    field + " has the wrong type.",
                                    expected(mismatch.getTargetType()));
                    default -> invalid(path, field + " cannot be read.", "");
                };
        return Refusal.INVALID_INPUT
                .because(problem.message(), problem.hint())
                .with(List.of(problem));
    }

    private static Problem invalid(String path, String message, String hint) {
        return Problem.error(Refusal.INVALID_INPUT.code(), path, message, hint);
    }

    private static String path(JacksonException exception) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : exception.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String known(@org.jspecify.annotations.Nullable Collection<Object> fields) {
        return fields == null
                ? ""
                : "Known are "
                        + fields.stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String expected(@org.jspecify.annotations.Nullable Class<?> type) {
        if (type == null) {
            return "";
        }
        String word;
        if (type == String.class) {
            word = "a text";
        } else if (type == Boolean.class || type == boolean.class) {
            word = "true or false";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            word = "a number";
        } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            word = "a list";
        } else {
            word = "an object";
        }
        return "Expected is " + word + ".";
    }
}
