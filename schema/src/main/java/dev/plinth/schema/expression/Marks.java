package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.expression.BoundSql.Parameter;
import dev.plinth.schema.type.ColumnType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for placeholders while SQL is put together. A dialect may put an operand twice or turn
 * two around; the order of the placeholders comes out right all the same.
 */
final class Marks {
    private static final Pattern MARK = Pattern.compile("\0([0-9]+)\0");

    private final List<Parameter> parameters = new ArrayList<>();

    /** What to write for a value that is bound later; the same for the same value. */
    String mark(ColumnType type, Node node) {
        Parameter parameter = new Parameter(type, node);
        int known = parameters.indexOf(parameter);
        if (known < 0) {
            parameters.add(parameter);
        }
        return "\0" + (known < 0 ? parameters.size() - 1 : known) + "\0";
    }

    /** The finished text with its placeholders. */
    BoundSql resolve(String marked, Types types) {
        List<Parameter> ordered = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            Parameter parameter = parameters.get(Integer.parseInt(mark.group(1)));
            ordered.add(parameter);
            mark.appendReplacement(
                    text, Matcher.quoteReplacement(types.placeholder(parameter.type())));
        }
        mark.appendTail(text);
        return new BoundSql(text.toString(), ordered);
    }
}
