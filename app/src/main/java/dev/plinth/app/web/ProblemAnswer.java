package dev.plinth.app.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.plinth.schema.problem.Problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An error as RFC 9457 writes it, with Plinth's code, hint and list of problems. */
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "hint", "problems"})
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String hint,
        List<Entry> problems,
        @JsonIgnore Map<String, Object> more) {
    /** The content type of such an answer. */
    public static final String CONTENT_TYPE = "application/problem+json";

    /** The answer to a request that was refused. */
    public static ProblemAnswer of(RefusedException refused) {
        Refusal refusal = refused.refusal();
        return new ProblemAnswer(
                "about:blank",
                refusal.title(),
                refusal.status(),
                refusal.code(),
                refused.detail(),
                refused.hint(),
                entries(refused.problems()),
                refused.more());
    }

    /** Members that only this kind of error has. */
    @JsonAnyGetter
    public Map<String, Object> members() {
        return more;
    }

    /** Problems as they are written in answers. */
    public static List<Entry> entries(List<Problem> problems) {
        return problems.stream().map(Entry::of).toList();
    }

    /** One problem, as written in answers. */
    public record Entry(String severity, String code, String path, String message, String hint) {
        static Entry of(Problem problem) {
            return new Entry(
                    problem.severity().name().toLowerCase(Locale.ROOT),
                    problem.code(),
                    problem.path(),
                    problem.message(),
                    problem.hint());
        }
    }
}
