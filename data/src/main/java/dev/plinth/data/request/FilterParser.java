package dev.plinth.data.request;

import dev.plinth.data.request.Condition.And;
import dev.plinth.data.request.Condition.Compare;
import dev.plinth.data.request.Condition.CompareMany;
import dev.plinth.data.request.Condition.Filter;
import dev.plinth.data.request.Condition.In;
import dev.plinth.data.request.Condition.Is;
import dev.plinth.data.request.Condition.IsDistinct;
import dev.plinth.data.request.Condition.Kind;
import dev.plinth.data.request.Condition.Not;
import dev.plinth.data.request.Condition.Or;
import dev.plinth.data.request.Condition.Quantifier;
import dev.plinth.data.request.Condition.Search;
import dev.plinth.data.request.Condition.Test;
import dev.plinth.data.request.Condition.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code column=operator.value} and trees of and, or, not. */
final class FilterParser {
    private static final int MAX_DEPTH = 60;
    private static final String EXPECTED = "\"not\" or operator (eq, gt, ...)";
    private static final String LOGIC_EXPECTED =
            FieldParser.NAME + ", negation operator (not) or logic operator (and, or)";

    private FilterParser() {}

    /**
     * A filter that is a whole parameter.
     *
     * @param parameter its number
     */
    static Condition filter(Field field, String text, int parameter) {
        TextScanner in = new TextScanner("filter", text);
        boolean negated = in.take("not.");
        Test test = test(in, false);
        if (test instanceof Compare(Operator operator, String value, int _)) {
            test = new Compare(operator, value, parameter);
        }
        Filter filter = new Filter(field, test);
        return negated ? new Not(filter) : filter;
    }

    /** Whether a text starts as a filter does; tells filters from arguments of a routine. */
    static boolean looksLikeFilter(String text) {
        TextScanner in = new TextScanner("filter", text);
        in.take("not.");
        try {
            return isOperator(in);
        } catch (Refusal e) {
            return false;
        }
    }

    private static boolean isOperator(TextScanner in) {
        String word = in.run(Character::isLetter);
        if (in.peek() == '(') {
            in.run(c -> c != ')');
            in.take(")");
        }
        return in.peek() == '.'
                && (Operator.of(word) != null
                        || Words.of(word) != null
                        || word.equals("in")
                        || word.equals("is")
                        || word.equals("isdistinct"));
    }

    /**
     * A tree that is a whole parameter.
     *
     * @param operator "and" or "or"
     */
    static Condition tree(String operator, boolean negated, String text) {
        TextScanner in = new TextScanner("logic tree", text, text, operator.length());
        in.skipSpaces();
        Condition tree = branches(in, operator, 0);
        in.skipSpaces();
        if (!in.done()) {
            throw in.unexpected("\",\" or \")\"");
        }
        return negated ? new Not(tree) : tree;
    }

    private static Condition branches(TextScanner in, String operator, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Refusal(Reason.SYNTAX, "The filter is nested too deep");
        }
        in.expect('(', "\"(\"");
        List<Condition> parts = new ArrayList<>();
        do {
            in.skipSpaces();
            parts.add(branch(in, depth));
            in.skipSpaces();
        } while (in.take(","));
        in.expect(')', "\",\" or \")\"");
        return operator.equals("and") ? new And(parts) : new Or(parts);
    }

    private static Condition branch(TextScanner in, int depth) {
        int from = in.position();
        boolean negated = in.take("not.");
        in.skipSpaces();
        for (String operator : List.of("and", "or")) {
            int before = in.position();
            if (in.take(operator)) {
                in.skipSpaces();
                if (in.peek() == '(') {
                    Condition tree = branches(in, operator, depth + 1);
                    return negated ? new Not(tree) : tree;
                }
                in.back(before);
            }
        }
        in.back(from);
        Field field = FieldParser.field(in, LOGIC_EXPECTED);
        in.expect('.', "\"->>\", \"->\" or delimiter (.)");
        boolean negatedTest = in.take("not.");
        Filter filter = new Filter(field, test(in, true));
        return negatedTest ? new Not(filter) : filter;
    }

    private static Test test(TextScanner in, boolean inTree) {
        int from = in.position();
        String word = in.run(Character::isLetter);
        Operator operator = Operator.of(word);
        if (operator != null) {
            return compare(in, operator, from, inTree);
        }
        Words words = Words.of(word);
        if (words != null) {
            String language = null;
            if (in.take("(")) {
                language = in.run(c -> Character.isLetterOrDigit(c) || "_.".indexOf(c) >= 0);
                in.expect(')', "\")\"");
            }
            in.expect('.', "\".\"");
            return new Search(words, language, value(in, inTree));
        }
        switch (word) {
            case "in" -> {
                in.expect('.', "\".\"");
                return new In(list(in));
            }
            case "is" -> {
                in.expect('.', "\".\"");
                return new Is(kind(in, inTree));
            }
            case "isdistinct" -> {
                in.expect('.', "\".\"");
                return new IsDistinct(value(in, inTree));
            }
            default -> {
                in.back(from);
                throw in.unexpected(EXPECTED);
            }
        }
    }

    private static Test compare(TextScanner in, Operator operator, int from, boolean inTree) {
        Quantifier quantifier = null;
        if (operator.isQuantifiable()) {
            quantifier =
                    in.take("(any)") ? Quantifier.ANY : in.take("(all)") ? Quantifier.ALL : null;
        }
        if (in.peek() != '.') {
            in.back(from);
            throw in.unexpected(EXPECTED);
        }
        in.next();
        String value = value(in, inTree);
        return quantifier == null
                ? new Compare(operator, value, QueryShape.NONE)
                : new CompareMany(operator, quantifier, ArrayText.parse(value));
    }

    private static Kind kind(TextScanner in, boolean inTree) {
        int from = in.position();
        String word = value(in, inTree).strip();
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        in.back(from);
        throw in.unexpected("null, not_null, true, false or unknown");
    }

    private static String value(TextScanner in, boolean inTree) {
        if (!inTree) {
            return in.rest();
        }
        int from = in.position();
        String quoted = in.quoted();
        if (quoted != null && endsValue(in)) {
            return quoted;
        }
        in.back(from);
        if (in.peek() == '{') {
            String array = in.run(c -> c != '}');
            if (in.take("}") && endsValue(in)) {
                return array + "}";
            }
            in.back(from);
        }
        return in.run(c -> c != ',' && c != ')');
    }

    private static boolean endsValue(TextScanner in) {
        return in.done() || in.peek() == ',' || in.peek() == ')' || in.peek() == ' ';
    }

    private static List<String> list(TextScanner in) {
        in.skipSpaces();
        in.expect('(', "\"(\"");
        in.skipSpaces();
        List<String> values = new ArrayList<>();
        boolean onlyBare = true;
        do {
            in.skipSpaces();
            int from = in.position();
            String quoted = in.quoted();
            if (quoted != null) {
                in.skipSpaces();
                if (in.peek() == ',' || in.peek() == ')') {
                    values.add(quoted);
                    onlyBare = false;
                    continue;
                }
                in.back(from);
            }
            values.add(in.run(c -> c != ',' && c != ')').stripTrailing());
        } while (in.take(","));
        in.expect(')', "\",\" or \")\"");
        in.skipSpaces();
        boolean empty = onlyBare && values.size() == 1 && values.getFirst().isEmpty();
        return empty ? List.of() : values;
    }
}
