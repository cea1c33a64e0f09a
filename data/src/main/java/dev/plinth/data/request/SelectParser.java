package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code select=}. */
final class SelectParser {
    /** MariaDB (11.4) takes twice as long with each level to see how to join: minutes for 30. */
    private static final int MAX_DEPTH = 20;

    /** SQLite joins 64 tables at most, MariaDB 61. */
    private static final int MAX_EMBEDS = 50;

    private int embeds;
    private final TextScanner in;

    private SelectParser(String text) {
        this.in = new TextScanner("select parameter", text);
    }

    static List<SelectItem> parse(String text) {
        if (text.isBlank()) {
            return List.of(new SelectItem.Star());
        }
        SelectParser parser = new SelectParser(text);
        List<SelectItem> items = parser.items(0);
        if (!parser.in.done()) {
            // A closing bracket too many is forgiven, as PostgREST does.
            if (parser.in.peek() != ')') {
                throw parser.in.unexpected("\",\" or end of input");
            }
        }
        return items;
    }

    private List<SelectItem> items(int depth) {
        if (depth > MAX_DEPTH) {
            throw new Refusal(Reason.SYNTAX, "The embeds of the select parameter are too deep");
        }
        List<SelectItem> items = new ArrayList<>();
        in.skipSpaces();
        if (in.peek() == ')') {
            return items;
        }
        do {
            in.skipSpaces();
            items.add(item(depth));
            in.skipSpaces();
        } while (in.take(","));
        return items;
    }

    private SelectItem item(int depth) {
        if (in.take("...")) {
            String alias = alias();
            String target = FieldParser.requiredName(in, FieldParser.NAME);
            return embed(alias, target, true, depth);
        }
        if (in.take("*")) {
            return new SelectItem.Star();
        }
        String alias = alias();
        if (in.take("count()")) {
            return new SelectItem.Value(alias, null, "", Aggregate.COUNT, cast());
        }
        String name = FieldParser.requiredName(in, FieldParser.NAME);
        if (in.peek() == '!' || in.peek() == '(') {
            return embed(alias, name, false, depth);
        }
        Field field = new Field(name, FieldParser.path(in));
        String cast = cast();
        Aggregate aggregate = aggregate();
        return new SelectItem.Value(alias, field, cast, aggregate, aggregate == null ? "" : cast());
    }

    /** The name before a single colon; nothing is read when there is none. */
    private String alias() {
        int from = in.position();
        String name = FieldParser.name(in);
        if (name != null && in.peek() == ':' && in.peek(1) != ':') {
            in.next();
            in.skipSpaces();
            return name;
        }
        in.back(from);
        return "";
    }

    private String cast() {
        if (!in.take("::")) {
            return "";
        }
        String type = in.run(c -> Character.isLetterOrDigit(c) || "_ $[]".indexOf(c) >= 0);
        if (type.isBlank()) {
            throw in.unexpected("a type");
        }
        return type.strip();
    }

    private @Nullable Aggregate aggregate() {
        if (!in.take(".")) {
            return null;
        }
        String word = in.run(Character::isLetter);
        Aggregate aggregate = Aggregate.of(word);
        if (aggregate == null) {
            throw in.unexpected("aggregate function (count, sum, avg, max, min)");
        }
        in.expect('(', "\"(\"");
        in.expect(')', "\")\"");
        return aggregate;
    }

    private SelectItem embed(String alias, String target, boolean spread, int depth) {
        String hint = "";
        SelectItem.Join join = null;
        while (in.take("!")) {
            String word = FieldParser.requiredName(in, FieldParser.NAME);
            switch (word) {
                case "inner" -> join = SelectItem.Join.INNER;
                case "left" -> join = SelectItem.Join.LEFT;
                default -> hint = word;
            }
        }
        in.skipSpaces();
        in.expect('(', "\"(\"");
        if (++embeds > MAX_EMBEDS) {
            throw new Refusal(
                    Reason.SYNTAX, "The select parameter has more than " + MAX_EMBEDS + " embeds");
        }
        List<SelectItem> items = items(depth + 1);
        in.expect(')', "\",\" or \")\"");
        return new SelectItem.Embed(alias, target, hint, join, spread, items);
    }
}
