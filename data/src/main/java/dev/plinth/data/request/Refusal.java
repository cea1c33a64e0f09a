package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is not carried out, told to its caller as {@code code}, {@code message}, {@code
 * details} and {@code hint}.
 */
public final class Refusal extends RuntimeException {
    private final String code;
    private final int status;
    private final transient @Nullable Object details;
    private final @Nullable String hint;
    private final Map<String, String> headers;

    /** Which of several operations is refused, from 1; 0 when there is one alone. */
    private final int operation;

    /**
     * @param details a sentence, or a list of maps of strings; null for none
     */
    public Refusal(
            String code,
            int status,
            String message,
            @Nullable Object details,
            @Nullable String hint,
            @Nullable Throwable cause) {
        this(code, status, message, details, hint, cause, Map.of(), 0);
    }

    private Refusal(
            String code,
            int status,
            String message,
            @Nullable Object details,
            @Nullable String hint,
            @Nullable Throwable cause,
            Map<String, String> headers,
            int operation) {
        super(message, cause, false, false);
        this.headers = Map.copyOf(headers);
        this.operation = operation;
        this.code = code;
        this.status = status;
        this.details = details;
        this.hint = hint;
    }

    public Refusal(Reason reason, String message, @Nullable String details, @Nullable String hint) {
        this(reason.code(), reason.status(), message, details, hint, null);
    }

    public Refusal(Reason reason, String message) {
        this(reason, message, null, null);
    }

    /** The same refusal with one entry of details for each thing it is about. */
    public Refusal listing(List<Map<String, String>> entries) {
        return new Refusal(code, status, message(), entries, hint, getCause());
    }

    /** A refusal with one entry of details for each thing it is about. */
    public static Refusal listing(
            Reason reason,
            String message,
            List<Map<String, String>> details,
            @Nullable String hint) {
        return new Refusal(reason.code(), reason.status(), message, details, hint, null);
    }

    /** A refusal by the database, with the exception for the log. */
    public Refusal causedBy(Throwable cause) {
        return new Refusal(code, status, message(), details, hint, cause, headers, operation);
    }

    /** The same refusal with headers of its own. */
    public Refusal with(Map<String, String> newHeaders) {
        return new Refusal(
                code, status, message(), details, hint, getCause(), newHeaders, operation);
    }

    /** The same refusal of something at a place within what was sent. */
    public Refusal at(String place) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("column", place);
        entry.put("code", code);
        entry.put("message", message());
        if (details instanceof String said) {
            entry.put("details", said);
        }
        return new Refusal(
                code, status, message(), List.of(entry), hint, getCause(), headers, operation);
    }

    /**
     * The same refusal of one of several operations.
     *
     * @param number from 1
     */
    public Refusal ofOperation(int number) {
        return new Refusal(code, status, message(), details, hint, getCause(), headers, number);
    }

    /** Which of several operations is refused, from 1; 0 when there is one alone. */
    public int operation() {
        return operation;
    }

    /** Headers that the answer has besides. */
    public Map<String, String> headers() {
        return headers;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public @Nullable Object details() {
        return details;
    }

    public @Nullable String hint() {
        return hint;
    }
}
