package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.IndexSketch;
import dev.plinth.schema.convert.sketch.TableSketch.PartSketch;
import dev.plinth.schema.convert.sketch.TableSketch.UniqueSketch;
import dev.plinth.schema.model.Deferral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the statement that makes an index. */
final class SqlIndex {
    /** What every database does anyhow. */
    private static final Set<String> USUAL = Set.of("btree", "");

    private final Sketch sketch;
    private final SqlNames names;

    SqlIndex(Sketch sketch, SqlNames names) {
        this.sketch = sketch;
        this.names = names;
    }

    /** Behind the word CREATE. */
    void read(Words words) {
        int line = words.line();
        boolean unique = false;
        boolean descending = false;
        String kind = "";
        while (!words.isDone() && !words.take("INDEX")) {
            unique |= words.isNext("UNIQUE");
            descending |= words.isNext("DESC") || words.isNext("DESCENDING");
            boolean own =
                    words.isNext("FULLTEXT") || words.isNext("SPATIAL") || words.isNext("BITMAP");
            kind = own ? words.peek().text().toLowerCase(Locale.ROOT) : kind;
            words.next();
        }
        words.take("CONCURRENTLY");
        words.take("IF", "NOT", "EXISTS");
        String name = words.isNext("ON") ? "" : names.last(words);
        String method = words.take("USING") ? words.next().text() : kind;
        words.take("ON");
        words.take("ONLY");
        Optional<TableSketch> table = sketch.table(names.table(words));
        if (words.take("USING")) {
            method = words.next().text();
        }
        words.take("COMPUTED", "BY");
        if (table.isEmpty() || !words.skipTo("(")) {
            sketch.problems.add(
                    ConversionCode.LEFT_OUT.warning(
                            line, "The index \"" + name + "\" was left out."));
            return;
        }
        List<PartSketch> parts = new ArrayList<>();
        for (Words part : Words.split(words.script(), words.inBrackets(), ",")) {
            parts.add(part(part, table.get(), descending));
        }
        List<String> included = List.of();
        String where = "";
        boolean distinct = true;
        while (!words.isDone()) {
            if (words.isNext("INCLUDE", "(")) {
                words.next();
                included = SqlElements.columns(words, names);
            } else if (words.take("NULLS", "NOT", "DISTINCT")) {
                distinct = false;
            } else if (words.take("WHERE")) {
                where = words.written(words.until(Set.of("WITH", "ON", "TABLESPACE")));
            } else if (words.take("USING")) {
                method = words.next().text();
            } else {
                words.next();
            }
        }
        IndexSketch index =
                new IndexSketch(
                        name,
                        parts,
                        unique,
                        where,
                        included,
                        USUAL.contains(method.toLowerCase(Locale.ROOT)) ? "" : method);
        add(table.get(), index, distinct);
    }

    private PartSketch part(Words part, TableSketch table, boolean descending) {
        boolean bare = !part.isNext("(") && part.peek().isName();
        String column = bare ? names.name(part.next()) : "";
        boolean prefix = bare && part.isNext("(") && part.isNumberInBrackets();
        if (prefix) {
            // Of MySQL: how much of a text is in the index.
            part.inBrackets();
        }
        boolean plain =
                bare && !part.isNext("(") && !part.isNext("::") && table.column(column).isPresent();
        boolean down = part.endsIn("DESC") || descending;
        if (plain) {
            if (part.hasMoreThanOrder()) {
                sketch.problems.add(
                        ConversionCode.LEFT_OUT.warning(
                                part.line(),
                                "How \"" + column + "\" is compared in an index was left out."));
            }
            String known = table.column(column).map(c -> c.name).orElse(column);
            return new PartSketch(known, "", down);
        }
        String expression = part.expression();
        return new PartSketch("", expression, down);
    }

    /**
     * A unique index is a key, where it is about columns alone; SQL Server has one over the rows
     * that have values, because its keys take empty values for equal.
     */
    private static void add(TableSketch table, IndexSketch index, boolean distinct) {
        boolean columns =
                index.unique()
                        && index.method().isEmpty()
                        && index.included().isEmpty()
                        && index.parts().stream()
                                .allMatch(p -> !p.column().isEmpty() && !p.descending());
        if (columns && (!distinct || isOfPresent(table, index))) {
            table.uniques.add(
                    new UniqueSketch(index.name(), index.columns(), distinct, Deferral.NONE));
        } else {
            table.indexes.add(index);
        }
    }

    private static boolean isOfPresent(TableSketch table, IndexSketch index) {
        String bare = index.where().replaceAll("[\\[\\]()\"`\\s]", "").toLowerCase(Locale.ROOT);
        List<String> optional =
                index.columns().stream()
                        .filter(c -> table.column(c).filter(k -> !k.required).isPresent())
                        .toList();
        String each =
                String.join(
                        "and",
                        optional.stream()
                                .map(c -> c.replaceAll("[\\[\\]()\"`\\s]", "") + "isnotnull")
                                .map(c -> c.toLowerCase(Locale.ROOT))
                                .toList());
        return !bare.isEmpty() && bare.equals(each);
    }
}
