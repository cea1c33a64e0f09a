package dev.plinth.app.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /**
     * One problem, as written in answers.
     *
     * @param line where it is in a text that was sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String severity,
            String code,
            String path,
            String message,
            String hint,
            @Nullable Integer line) {
        /** A path that begins with file and line. */
        private static final Pattern IN_TEXT = Pattern.compile("[^ ]+\\.yaml:(\\d+)(?: (.*))?");

        /** An error, of a kind that is known. */
        public static Entry error(String code, String message, String hint) {
            return new Entry("error", code, "", message, hint, null);
        }

        static Entry of(Problem problem) {
            Matcher place = IN_TEXT.matcher(problem.path());
            boolean inText = place.matches();
            String path = inText && place.group(2) != null ? place.group(2) : problem.path();
            return new Entry(
                    problem.severity().name().toLowerCase(Locale.ROOT),
                    problem.code(),
                    path,
                    problem.message(),
                    problem.hint(),
                    inText ? Integer.valueOf(place.group(1)) : null);
        }
    }
}
