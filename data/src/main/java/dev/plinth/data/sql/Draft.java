package dev.plinth.data.sql;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.RowCondition;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.plan.Operand;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.request.QueryShape;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.expression.BoundSql;
import dev.plinth.schema.expression.Given;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement while it is written. A bound value is a mark until the end, so a dialect may put an
 * operand twice or in another place, and the order of the values still comes out right.
 */
final class Draft {
    /** JSON as it was written; functions of a database that read JSON take that. */
    private static final ColumnType JSON = new NativeType("json");

    private final Dialect dialect;
    private final Caller caller;
    private final List<Part> parts = new ArrayList<>();
    private int aliases;

    /** What a mark stands for: a text with placeholders, and their values. */
    private record Part(String text, List<Bind> binds) {}

    Draft(Dialect dialect, Caller caller) {
        this.dialect = dialect;
        this.caller = caller;
    }

    Dialect dialect() {
        return dialect;
    }

    /** A name that no other table of the statement has. */
    Sql alias() {
        return Sql.numbered('t', aliases++);
    }

    Sql bind(Operand operand) {
        String text = dialect.types().placeholder(operand.type());
        if (operand.function() != null) {
            text = operand.function() + "(" + dialect.queries().cast(text, operand.type()) + ")";
        }
        Bind bind = new Bind(operand.type(), operand.value(), operand.parameter(), null);
        parts.add(new Part(text, List.of(bind)));
        return Sql.mark(parts.size() - 1);
    }

    Sql bind(ColumnType type, @Nullable Object value) {
        parts.add(new Part(dialect.types().placeholder(type), List.of(new Bind(type, value))));
        return Sql.mark(parts.size() - 1);
    }

    /** A value to be stored in a column of the type. */
    Sql bind(ColumnType type, Stored stored) {
        if (!stored.isJson()) {
            return bind(type, stored.value());
        }
        if (stored.function() != null) {
            String json = dialect.types().placeholder(JSON);
            parts.add(
                    new Part(
                            stored.function() + "(" + json + ")",
                            List.of(new Bind(JSON, stored.value()))));
            return Sql.mark(parts.size() - 1);
        }
        parts.add(
                new Part(
                        dialect.types().jsonPlaceholder(type),
                        List.of(new Bind(type, stored.value()))));
        return Sql.mark(parts.size() - 1);
    }

    /** The rows of a rule, as a condition on the table of the alias. */
    Sql rule(RowRule rule, Sql alias) {
        List<Sql> anyOf = new ArrayList<>();
        for (RowCondition condition : rule.anyOf()) {
            BoundSql sql = condition.sql(dialect, alias.text());
            Given given = caller.given();
            List<Bind> binds = new ArrayList<>();
            for (BoundSql.Parameter parameter : sql.parameters()) {
                Object value = parameter.value(given);
                binds.add(new Bind(parameter.type(), value, QueryShape.NONE, parameter));
            }
            parts.add(new Part(sql.text(), binds));
            anyOf.add(Sql.mark(parts.size() - 1).inBrackets());
        }
        return anyOf.size() == 1
                ? anyOf.getFirst()
                : Sql.joined(Sql.of(" OR "), anyOf).inBrackets();
    }

    /** The statement, with each mark replaced by what it stands for. */
    BoundStatement finish(Sql sql) {
        String marked = sql.text();
        StringBuilder text = new StringBuilder(marked.length());
        List<Bind> binds = new ArrayList<>();
        int from = 0;
        int mark = marked.indexOf('\0');
        while (mark >= 0) {
            text.append(marked, from, mark);
            int end = marked.indexOf('\0', mark + 1);
            Part part = parts.get(Integer.parseInt(marked, mark + 1, end, 10));
            text.append(part.text());
            binds.addAll(part.binds());
            from = end + 1;
            mark = marked.indexOf('\0', from);
        }
        text.append(marked, from, marked.length());
        if (binds.size() > dialect.limits().parameters()) {
            throw new Refusal(
                    Reason.NOT_HERE,
                    "The request has more values than "
                            + dialect.title()
                            + " takes at once, which are "
                            + dialect.limits().parameters(),
                    null,
                    "Ask several times, for fewer at a time.");
        }
        return new BoundStatement(text.toString(), binds);
    }
}
