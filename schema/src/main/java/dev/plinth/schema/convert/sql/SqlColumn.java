package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.ForeignTypes;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.NativeType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the definition of one column, behind its name. */
final class SqlColumn {
    private static final Set<String> TYPE_GOES_ON =
            Set.of(
                    "PRECISION",
                    "VARYING",
                    "LARGE",
                    "OBJECT",
                    "UNSIGNED",
                    "SIGNED",
                    "ZEROFILL",
                    "RAW");

    /** Where a default ends. */
    private static final Set<String> CLAUSES =
            Set.of(
                    "NOT",
                    "NULL",
                    "CONSTRAINT",
                    "PRIMARY",
                    "UNIQUE",
                    "CHECK",
                    "REFERENCES",
                    "COMMENT",
                    "COLLATE",
                    "GENERATED",
                    "ON",
                    "ENABLE",
                    "AUTO_INCREMENT",
                    "KEY",
                    "AUTOINCREMENT",
                    "IDENTITY",
                    "FOR");

    private final Sketch sketch;
    private final SqlElements elements;
    private final Map<String, List<String>> enums;
    private final ColumnSketch column;

    SqlColumn(
            Sketch sketch,
            SqlElements elements,
            Map<String, List<String>> enums,
            ColumnSketch column) {
        this.sketch = sketch;
        this.elements = elements;
        this.enums = enums;
        this.column = column;
    }

    void read(Words words) {
        type(words);
        String name = "";
        while (!words.isDone()) {
            if (words.take("CONSTRAINT")) {
                name = words.next().text();
            } else if (words.take("NOT", "NULL")) {
                column.required = true;
            } else if (words.take("DEFAULT")) {
                words.take("ON", "NULL");
                SqlDefault.read(words, defaultText(words), column);
            } else if (words.take("PRIMARY", "KEY")) {
                elements.key(column);
            } else if (words.take("UNIQUE")) {
                words.take("KEY");
                elements.unique(column, name);
            } else if (words.take("AUTO_INCREMENT") || words.take("AUTOINCREMENT")) {
                number();
            } else if (words.take("IDENTITY")) {
                words.inBrackets();
                number();
            } else if (words.take("GENERATED") || words.isNext("AS", "(")) {
                generated(words);
            } else if (words.isNext("REFERENCES")) {
                elements.references(words, name, List.of(column.name), column.line);
            } else if (words.take("CHECK")) {
                elements.check(name, words.written(words.inBrackets()));
            } else if (words.take("COMMENT")) {
                column.comment = words.next().text();
            } else {
                words.next();
            }
        }
    }

    private void number() {
        SqlReader.number(column);
        // SQLite's INTEGER has 64 bits, and is the only one that numbers itself.
        if (!(column.type instanceof IntegerType)) {
            column.type = IntegerType.BIG;
        }
    }

    private void generated(Words words) {
        boolean always = words.take("ALWAYS");
        words.take("BY", "DEFAULT");
        words.take("ON", "NULL");
        words.take("AS");
        if (words.take("IDENTITY")) {
            words.inBrackets();
            number();
            column.identity = always ? Identity.ALWAYS : Identity.BY_DEFAULT;
            return;
        }
        String text = words.written(words.inBrackets());
        boolean virtual = words.take("VIRTUAL");
        boolean stored = words.take("STORED") || words.take("PERSISTED");
        column.generated = new Generated(Expression.sql(text), stored && !virtual);
    }

    private static List<SqlToken> defaultText(Words words) {
        List<SqlToken> text = new ArrayList<>();
        int depth = 0;
        while (!words.isDone()) {
            SqlToken token = words.peek();
            boolean begun = !text.isEmpty();
            boolean clause = CLAUSES.contains(token.text().toUpperCase(Locale.ROOT));
            if (begun && depth == 0 && !token.quoted() && clause) {
                break;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            text.add(words.next());
        }
        return text;
    }

    private void type(Words words) {
        if (words.isDone() || isClause(words)) {
            return;
        }
        List<SqlToken> written = new ArrayList<>();
        written.add(words.next());
        while (words.take(".")) {
            written.clear();
            written.add(words.next());
        }
        goOn(words, written);
        List<SqlToken> inside = List.of();
        if (words.isNext("(")) {
            inside = words.inBrackets();
        }
        String first = written.getFirst().text().toLowerCase(Locale.ROOT);
        if (first.equals("enum") || first.equals("set")) {
            column.options = inside.stream().filter(words::isText).map(SqlToken::text).toList();
            return;
        }
        List<String> values = enums.get(first);
        if (values != null && !values.isEmpty()) {
            column.options = values;
            return;
        }
        StringBuilder text = new StringBuilder();
        written.forEach(t -> text.append(text.isEmpty() ? "" : " ").append(t.text()));
        if (!inside.isEmpty()) {
            text.append('(').append(words.written(inside)).append(')');
        }
        if (words.take("WITHOUT", "TIME", "ZONE")) {
            text.append(" without time zone");
        } else if (words.take("WITH", "TIME", "ZONE")
                || words.take("WITH", "LOCAL", "TIME", "ZONE")) {
            text.append(" with time zone");
        }
        List<SqlToken> more = new ArrayList<>();
        goOn(words, more);
        boolean list = false;
        while (words.peek().quoted() && words.peek().text().isEmpty() && !words.isDone()) {
            words.next();
            list = true;
        }
        set(text.toString(), list);
        if (first.endsWith("serial")) {
            number();
        }
    }

    private static boolean isClause(Words words) {
        SqlToken token = words.peek();
        return !token.quoted() && CLAUSES.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static void goOn(Words words, List<SqlToken> written) {
        while (!words.peek().quoted()
                && TYPE_GOES_ON.contains(words.peek().text().toUpperCase(Locale.ROOT))) {
            written.add(words.next());
        }
    }

    private void set(String text, boolean list) {
        Optional<ColumnType> known = list ? Optional.empty() : ForeignTypes.parse(text);
        column.type = known.orElseGet(() -> new NativeType(list ? text + "[]" : text));
        if (known.isEmpty()) {
            sketch.problems.add(
                    ConversionCode.UNKNOWN_TYPE.warning(
                            column.line,
                            "The type \""
                                    + text
                                    + (list ? "[]" : "")
                                    + "\" of \""
                                    + column.name
                                    + "\" stays the database's own."));
        }
    }
}
