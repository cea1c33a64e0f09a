package dev.plinth.app.web;

import dev.plinth.schema.problem.Problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is refused, in the words its sender reads. */
public final class RefusedException extends RuntimeException {
    private final Refusal refusal;
    private final String hint;
    private final transient List<Problem> problems;
    private final transient Map<String, Object> more;

    RefusedException(Refusal refusal, String detail, String hint) {
        this(refusal, detail, hint, List.of(), Map.of());
    }

    private RefusedException(
            Refusal refusal,
            String detail,
            String hint,
            List<Problem> problems,
            Map<String, Object> more) {
        super(detail);
        this.refusal = refusal;
        this.hint = hint;
        this.problems = List.copyOf(problems);
        this.more = Map.copyOf(more);
    }

    /** The same with every single problem. */
    public RefusedException with(List<Problem> everyProblem) {
        return new RefusedException(refusal, detail(), hint, everyProblem, more);
    }

    /** The same with one more member in the answer. */
    public RefusedException with(String name, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new RefusedException(refusal, detail(), hint, problems, members);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** One sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Further members of the answer. */
    public Map<String, Object> more() {
        return more;
    }
}
