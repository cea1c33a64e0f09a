package dev.plinth.schema.problem;

/**
 * One thing wrong with an input.
 *
 * @param code stable, for programs: see docs/errors.md
 * @param path where, as the element is reached in the model: {@code tables/customer/columns/email},
 *     or {@code file.yaml:12} while reading files
 * @param message one sentence in the user's words
 * @param hint the way out; empty when the message says it already
 */
public record Problem(Severity severity, String code, String path, String message, String hint) {
    /** Whether it stands in the way. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(String code, String path, String message, String hint) {
        return new Problem(Severity.ERROR, code, path, message, hint);
    }

    public static Problem warning(String code, String path, String message, String hint) {
        return new Problem(Severity.WARNING, code, path, message, hint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
