package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.InvalidValueException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a column holds when nothing is given. */
final class SqlDefault {
    private static final Set<String> NOW =
            Set.of(
                    "now",
                    "current_timestamp",
                    "current_date",
                    "sysdate",
                    "systimestamp",
                    "getdate",
                    "sysdatetime",
                    "localtimestamp",
                    "getutcdate",
                    "sysutcdatetime",
                    "current_time");
    private static final Set<String> NEW_UUID =
            Set.of(
                    "gen_random_uuid",
                    "uuid_generate_v4",
                    "newid",
                    "uuid",
                    "random_uuid",
                    "sys_guid");

    /** What may stand before the quotes of a text, a moment or bytes. */
    private static final Set<String> MARKS =
            Set.of("N", "E", "DATE", "TIME", "TIMESTAMP", "UUID", "JSON");

    private SqlDefault() {}

    static void read(Words words, List<SqlToken> written, ColumnSketch column, OwnWords own) {
        List<SqlToken> text = unwrapped(written);
        if (text.isEmpty()) {
            return;
        }
        Optional<Default> known = own.value(column.type, words.written(written), text);
        if (known.isPresent() && column.options.isEmpty()) {
            column.value = known.get();
            return;
        }
        if (text.size() > 4 && text.getFirst().is("CAST") && text.get(3).is("AS")) {
            text = text.subList(2, 3);
        }
        if (text.size() > 1 && text.getFirst().isAny(MARKS) && words.isText(text.get(1))) {
            text = text.subList(1, text.size());
        }
        SqlToken first = text.getFirst();
        String word = first.text().toLowerCase(Locale.ROOT);
        boolean alone =
                text.size() == 1 || text.get(1).is(":") || (text.size() == 2 && signed(text));
        if (first.is("CURRENT") && text.size() == 2) {
            // Of DB2: CURRENT TIMESTAMP.
            column.value = new Default.Now();
            return;
        }
        if (first.is("NULL")) {
            return;
        }
        if (!first.quoted() && word.equals("nextval")) {
            SqlReader.number(column);
        } else if (!first.quoted() && NOW.contains(word) && isCall(text)) {
            column.value = new Default.Now();
        } else if (!first.quoted() && NEW_UUID.contains(word) && isCall(text)) {
            column.value = new Default.NewUuid();
        } else if (alone
                && (words.isText(first) || signed(text) || word.matches("\\d.*|true|false"))) {
            column.value = constant(words, text, column);
        } else {
            column.value = new Default.Sql(words.written(text));
        }
    }

    private static boolean signed(List<SqlToken> text) {
        return text.size() >= 2 && (text.getFirst().is("-") || text.getFirst().is("+"));
    }

    /** A name alone, or one with brackets that hold at most a number of digits. */
    private static boolean isCall(List<SqlToken> text) {
        return text.stream().skip(1).allMatch(t -> t.text().matches("[()]|\\d+"));
    }

    private static Default constant(Words words, List<SqlToken> text, ColumnSketch column) {
        SqlToken first = text.getFirst();
        String value = signed(text) ? first.text() + text.get(1).text() : first.text();
        value = value.startsWith("+") ? value.substring(1) : value;
        if (!column.options.isEmpty()) {
            return new Default.Value(value);
        }
        if (column.type instanceof BooleanType) {
            value = value.matches("0|f|b0") ? "false" : value.matches("1|t|b1") ? "true" : value;
        }
        try {
            return new Default.Value(column.type.format(column.type.parse(value)));
        } catch (InvalidValueException e) {
            return new Default.Sql(words.written(text));
        }
    }

    /** SQL Server and Oracle put brackets around everything. */
    private static List<SqlToken> unwrapped(List<SqlToken> text) {
        List<SqlToken> inner = text;
        while (inner.size() >= 2 && inner.getFirst().is("(") && closesAtEnd(inner)) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    private static boolean closesAtEnd(List<SqlToken> text) {
        int depth = 0;
        for (int i = 0; i < text.size(); i++) {
            depth += text.get(i).is("(") ? 1 : text.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i == text.size() - 1;
            }
        }
        return false;
    }
}
