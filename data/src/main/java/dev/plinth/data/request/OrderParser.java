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
        boolean descending = false;
        Boolean nullsFirst = null;
        while (in.take(".")) {
            int from = in.position();
            String word = in.run(Character::isLetter);
            switch (word) {
                case "asc" -> descending = false;
                case "desc" -> descending = true;
                case "nullsfirst" -> nullsFirst = true;
                case "nullslast" -> nullsFirst = false;
                default -> {
                    in.back(from);
                    throw in.unexpected("\"asc\", \"desc\", \"nullsfirst\" or \"nullslast\"");
                }
            }
        }
        return new Ordering(embed, field, descending, nullsFirst);
    }
}
