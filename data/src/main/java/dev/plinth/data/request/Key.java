package dev.plinth.data.request;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a parameter that speaks about rows: {@code embed.embed.column}.
 *
 * @param path labels of embeds
 * @param field of a filter; of no meaning for other kinds
 */
record Key(List<String> path, Kind kind, Field field, boolean negated) {
    enum Kind {
        FIELD,
        AND,
        OR,
        ORDER,
        LIMIT,
        OFFSET
    }

    static Key parse(String name) {
        TextScanner in = new TextScanner("tree path", name);
        List<String> path = new ArrayList<>();
        boolean isQuoted = in.peek() == '"';
        Field field = FieldParser.field(in, FieldParser.NAME);
        while (in.take(".")) {
            path.add(field.name());
            isQuoted = in.peek() == '"';
            field = FieldParser.field(in, FieldParser.NAME);
        }
        if (!in.done()) {
            throw in.unexpected("\".\" or end of input");
        }
        Kind kind =
                switch (isQuoted ? "" : field.name()) {
                    case "and" -> Kind.AND;
                    case "or" -> Kind.OR;
                    case "order" -> path.isEmpty() ? Kind.FIELD : Kind.ORDER;
                    case "limit" -> path.isEmpty() ? Kind.FIELD : Kind.LIMIT;
                    case "offset" -> path.isEmpty() ? Kind.FIELD : Kind.OFFSET;
                    default -> Kind.FIELD;
                };
        boolean negated =
                (kind == Kind.AND || kind == Kind.OR)
                        && !path.isEmpty()
                        && path.getLast().equals("not");
        if (negated) {
            path.removeLast();
        }
        return new Key(List.copyOf(path), kind, field, negated);
    }
}
