package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.CheckSketch;
import dev.plinth.schema.convert.sketch.TableSketch.IndexSketch;
import dev.plinth.schema.convert.sketch.TableSketch.UniqueSketch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a table has of another one that it is LIKE. PostgreSQL and those that follow the standard
 * take columns, with more where it is said; MySQL takes everything but relations.
 */
final class SqlLike {
    /** What may be taken along. */
    enum Part {
        DEFAULTS,
        CONSTRAINTS,
        INDEXES,
        COMMENTS,
        IDENTITY,
        GENERATED
    }

    private SqlLike() {}

    /**
     * Reads what is said behind the name of the other table.
     *
     * @param whole whether all is taken when nothing is said
     */
    static Set<Part> parts(Words words, boolean whole) {
        Set<Part> parts = whole ? EnumSet.allOf(Part.class) : EnumSet.noneOf(Part.class);
        while (words.isNext("INCLUDING") || words.isNext("EXCLUDING")) {
            boolean including = words.next().is("INCLUDING");
            words.take("COLUMN");
            String said = words.next().text();
            words.take("COLUMN");
            words.take("ATTRIBUTES");
            Set<Part> meant = EnumSet.noneOf(Part.class);
            for (Part part : Part.values()) {
                if (said.equalsIgnoreCase("ALL") || said.equalsIgnoreCase(part.name())) {
                    meant.add(part);
                }
            }
            if (including) {
                parts.addAll(meant);
            } else {
                parts.removeAll(meant);
            }
        }
        return parts;
    }

    /** Keys and indexes get names of their own, since those of the other table are taken. */
    static void copy(TableSketch from, TableSketch to, Set<Part> parts, int line) {
        from.columns.forEach(c -> to.columns.add(copy(c, parts, line)));
        if (parts.contains(Part.INDEXES)) {
            to.key = new ArrayList<>(from.key);
            from.uniques.forEach(
                    u ->
                            to.uniques.add(
                                    new UniqueSketch(
                                            "", u.columns(), u.nullsDistinct(), u.deferral())));
            from.indexes.forEach(
                    i ->
                            to.indexes.add(
                                    new IndexSketch(
                                            "",
                                            i.parts(),
                                            i.unique(),
                                            i.where(),
                                            i.included(),
                                            i.method())));
        }
        if (parts.contains(Part.CONSTRAINTS)) {
            from.checks.forEach(c -> to.checks.add(new CheckSketch("", c.condition(), c.cel())));
        }
    }

    /** A column of PostgreSQL that is a serial is numbered by its default. */
    private static ColumnSketch copy(ColumnSketch from, Set<Part> parts, int line) {
        ColumnSketch to = new ColumnSketch(from.name, line);
        to.type = from.type;
        to.required = from.required;
        to.options = from.options;
        if (parts.contains(Part.DEFAULTS)) {
            to.value = from.value;
        }
        if (parts.contains(Part.IDENTITY) || parts.contains(Part.DEFAULTS)) {
            to.identity = from.identity;
        }
        if (parts.contains(Part.GENERATED)) {
            to.generated = from.generated;
        }
        if (parts.contains(Part.COMMENTS)) {
            to.comment = from.comment;
        }
        return to;
    }
}
