package dev.plinth.data.request;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code order=}. */
final class OrderParser {
    private OrderParser() {}

    static List<Ordering> parse(String text) {
        TextScanner in = new TextScanner("order", text);
        List<Ordering> orderings = new ArrayList<>();
        do {
            in.skipSpaces();
            orderings.add(ordering(in));
            in.skipSpaces();
        } while (in.take(","));
        if (!in.done()) {
            throw in.unexpected("\",\" or end of input");
        }
        return orderings;
    }

    private static Ordering ordering(TextScanner in) {
        String name = FieldParser.requiredName(in, FieldParser.NAME);
        String embed = "";
        Field field;
        if (in.take("(")) {
            embed = name;
            field = FieldParser.field(in, FieldParser.NAME);
            in.expect(')', "\")\"");
        } else {
            field = new Field(name, FieldParser.path(in));
        }
        boolean directed = false;
        boolean descending = false;
        Boolean nullsFirst = null;
        while (nullsFirst == null && in.take(".")) {
            int from = in.position();
            String word = in.run(Character::isLetter);
            boolean isDirection = word.equals("asc") || word.equals("desc");
            if (isDirection && !directed) {
                directed = true;
                descending = word.equals("desc");
            } else if (word.equals("nullsfirst") || word.equals("nullslast")) {
                nullsFirst = word.equals("nullsfirst");
            } else {
                in.back(from);
                throw in.unexpected(
                        directed
                                ? "\"nullsfirst\" or \"nullslast\""
                                : "\"asc\", \"desc\", \"nullsfirst\" or \"nullslast\"");
            }
        }
        return new Ordering(embed, field, descending, nullsFirst);
    }
}
