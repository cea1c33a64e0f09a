package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.ForeignTypes;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that columns are declared with: the database's own, and those that a script makes. */
final class SqlTypes {
    private static final Set<String> GOES_ON =
            Set.of(
                    "PRECISION",
                    "VARYING",
                    "LARGE",
                    "OBJECT",
                    "UNSIGNED",
                    "SIGNED",
                    "ZEROFILL",
                    "RAW");

    private static final Set<String> ENDS =
            Set.of("NOT", "NULL", "DEFAULT", "CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY");

    final OwnWords own;
    private final Sketch sketch;
    private final Map<String, List<String>> enums = new HashMap<>();
    private final Map<String, List<SqlToken>> domains = new HashMap<>();

    SqlTypes(Dialect dialect, Sketch sketch) {
        this.own = new OwnWords(dialect);
        this.sketch = sketch;
    }

    /** Remembers what a statement makes, if that is a type. */
    void define(Words words, SqlNames names) {
        if (words.take("CREATE", "TYPE")) {
            TableName name = names.table(words);
            if (words.take("AS", "ENUM")) {
                enums.put(
                        name.name().toLowerCase(Locale.ROOT),
                        words.inBrackets().stream()
                                .filter(words::isText)
                                .map(SqlToken::text)
                                .toList());
            } else if (words.take("FROM")) {
                domains.put(name.name().toLowerCase(Locale.ROOT), words.rest());
            }
        } else if (words.take("CREATE", "DOMAIN")) {
            TableName name = names.table(words);
            words.take("AS");
            domains.put(name.name().toLowerCase(Locale.ROOT), words.rest());
        }
    }

    /** Whether what follows CREATE is a type that is known by now; its conditions are told. */
    boolean isDefined(Words words) {
        if (words.take("DOMAIN")) {
            if (words.has("CHECK")) {
                sketch.problems.add(
                        ConversionCode.LEFT_OUT.warning(
                                words.line(), "The condition of a domain was left out."));
            }
            return true;
        }
        return words.isNext("TYPE") && (words.has("ENUM") && words.has("AS") || words.has("FROM"));
    }

    /** Reads the type that stands next and gives it to the column. */
    void read(Words words, ColumnSketch column) {
        List<SqlToken> all = new ArrayList<>();
        List<SqlToken> name = new ArrayList<>();
        name.add(words.next());
        while (words.take(".")) {
            name.clear();
            name.add(words.next());
        }
        all.addAll(name);
        String first = name.getFirst().text().toLowerCase(Locale.ROOT);
        if (domains.containsKey(first)) {
            domain(words.script(), domains.getOrDefault(first, List.of()), column);
            return;
        }
        if (first.equals("interval") && !words.isNext("(")) {
            all.addAll(words.until(ENDS));
            set(column, words.written(all), words.written(all), false);
            return;
        }
        goOn(words, all);
        List<SqlToken> inside = words.isNext("(") ? words.bracketed() : List.of();
        all.addAll(inside);
        List<String> values = enums.get(first);
        if (first.equals("enum") || first.equals("set")) {
            column.options = inside.stream().filter(words::isText).map(SqlToken::text).toList();
            return;
        } else if (values != null && !values.isEmpty()) {
            column.options = values;
            return;
        }
        String zone = "";
        for (String[] form :
                new String[][] {
                    {"WITHOUT", "TIME", "ZONE"},
                    {"WITH", "TIME", "ZONE"},
                    {"WITH", "LOCAL", "TIME", "ZONE"}
                }) {
            if (words.isNext(form)) {
                zone = " " + String.join(" ", form).toLowerCase(Locale.ROOT);
                for (int i = 0; i < form.length; i++) {
                    all.add(words.next());
                }
            }
        }
        List<SqlToken> more = new ArrayList<>();
        goOn(words, more);
        more.addAll(all);
        boolean unsigned = more.stream().anyMatch(t -> t.is("UNSIGNED"));
        boolean bits = words.take("FOR", "BIT", "DATA");
        boolean list = words.take("ARRAY");
        while (words.peek().quoted() && words.peek().text().isEmpty() && !words.isDone()) {
            words.next();
            list = true;
        }
        StringBuilder text = new StringBuilder();
        all.stream()
                .takeWhile(t -> !t.is("("))
                .filter(t -> !t.is("WITH") && !t.is("WITHOUT") && !t.is("TIME") || text.isEmpty())
                .filter(t -> !t.is("LOCAL") && !t.is("ZONE"))
                .forEach(t -> text.append(text.isEmpty() ? "" : " ").append(t.text()));
        if (!inside.isEmpty()) {
            text.append(words.written(inside));
        }
        set(
                column,
                bits ? "varbinary" + text.toString().replaceFirst("^[^(]*", "") : text + zone,
                words.remarked(all) + (bits ? " FOR BIT DATA" : ""),
                list);
        if (words.take("SUB_TYPE")) {
            String kind = words.next().text();
            column.type = kind.matches("(?i)1|TEXT") ? new LongTextType() : new BinaryType(0);
        }
        if (words.take("SEGMENT", "SIZE")) {
            words.next();
        }
        if (unsigned) {
            widen(column);
        }
        if (first.endsWith("serial")) {
            SqlReader.number(column);
        }
    }

    /** With the default and the rest that the domain says. */
    private void domain(String script, List<SqlToken> tokens, ColumnSketch column) {
        Words words = new Words(script, tokens);
        read(words, column);
        while (!words.isDone()) {
            if (words.take("NOT", "NULL")) {
                column.required = true;
            } else if (words.take("DEFAULT")) {
                SqlDefault.read(words, SqlColumn.defaultText(words), column, own);
            } else {
                words.next();
            }
        }
    }

    /** What has no sign reaches twice as far. */
    private void widen(ColumnSketch column) {
        if (column.type.equals(IntegerType.SMALL)) {
            column.type = IntegerType.NORMAL;
        } else if (column.type.equals(IntegerType.NORMAL)) {
            column.type = IntegerType.BIG;
        } else if (column.type.equals(IntegerType.BIG)) {
            sketch.problems.add(
                    ConversionCode.UNKNOWN_TYPE.warning(
                            column.line,
                            "\""
                                    + column.name
                                    + "\" has no sign; as a bigint it ends at"
                                    + " 9223372036854775807."));
        }
    }

    private static void goOn(Words words, List<SqlToken> written) {
        while (words.isAny(GOES_ON)) {
            written.add(words.next());
        }
    }

    private void set(ColumnSketch column, String text, String written, boolean list) {
        Optional<ColumnType> known =
                list
                        ? Optional.empty()
                        : own.type(written)
                                .or(() -> own.type(text))
                                .or(() -> own.declared(text))
                                .or(() -> ForeignTypes.parse(text));
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
