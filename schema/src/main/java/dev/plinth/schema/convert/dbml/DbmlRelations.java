package dev.plinth.schema.convert.dbml;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.RelationSketch;
import dev.plinth.schema.convert.sketch.TableSketch.UniqueSketch;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.TableName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Relations, which may stand before the tables they are of. */
final class DbmlRelations {
    private final DbmlCursor cursor;
    private final Sketch sketch;
    private final Map<String, TableName> aliases = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    DbmlRelations(DbmlCursor cursor, Sketch sketch) {
        this.cursor = cursor;
        this.sketch = sketch;
    }

    private record End(TableName table, List<String> columns) {}

    private record Found(
            String name,
            End left,
            String sign,
            End right,
            Action delete,
            Action update,
            int line) {}

    void alias(String alias, TableName table) {
        aliases.put(alias, table);
    }

    /** {@code Ref name: a.b > c.d}, or several in a block. */
    void statement() {
        String name = "";
        if (!cursor.isNext(":") && !cursor.isNext("{")) {
            name = cursor.next().text();
        }
        if (cursor.take("{")) {
            while (!cursor.isDone() && !cursor.take("}")) {
                relation(name);
            }
        } else {
            cursor.take(":");
            relation(name);
        }
    }

    private void relation(String name) {
        int line = cursor.peek().line();
        End left = end();
        String sign = cursor.next().text();
        End right = end();
        Map<String, DbmlToken> settings = cursor.settings();
        Action delete = action(settings.get("delete"));
        Action update = action(settings.get("update"));
        found.add(new Found(name, left, sign, right, delete, update, line));
    }

    /** {@code ref: > a.b} of a column. */
    void inline(TableSketch table, ColumnSketch column) {
        int line = cursor.peek().line();
        String sign = cursor.next().text();
        End left = new End(table.name, List.of(column.name));
        found.add(new Found("", left, sign, end(), Action.NO_ACTION, Action.NO_ACTION, line));
    }

    private End end() {
        List<String> parts = new ArrayList<>();
        parts.add(cursor.next().text());
        List<String> columns = new ArrayList<>();
        while (cursor.take(".")) {
            if (cursor.take("(")) {
                while (!cursor.isDone() && !cursor.take(")")) {
                    columns.add(cursor.next().text());
                    cursor.take(",");
                }
            } else {
                parts.add(cursor.next().text());
            }
        }
        if (columns.isEmpty()) {
            columns.add(parts.removeLast());
        }
        String schema = parts.size() < 2 ? "" : parts.getFirst();
        boolean plain = schema.equals("public") || schema.equals("dbo");
        String table = parts.isEmpty() ? "" : parts.getLast();
        return new End(new TableName(plain ? "" : schema, table), columns);
    }

    private static Action action(@Nullable DbmlToken word) {
        return switch (word == null ? "" : word.text().toLowerCase(Locale.ROOT)) {
            case "cascade" -> Action.CASCADE;
            case "restrict" -> Action.RESTRICT;
            case "set null" -> Action.SET_NULL;
            case "set default" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }

    /** Gives each relation to the table that holds it. */
    void settle() {
        for (Found one : found) {
            switch (one.sign()) {
                case ">" -> add(one, one.left(), one.right());
                case "<" -> add(one, one.right(), one.left());
                case "-" -> {
                    add(one, one.left(), one.right());
                    table(one.left())
                            .ifPresent(
                                    t -> t.uniques.add(new UniqueSketch("", one.left().columns())));
                }
                case "<>" ->
                        sketch.problems.add(
                                ConversionCode.LEFT_OUT.warning(
                                        one.line(),
                                        "A relation of many to many needs a table in between; it"
                                                + " was left out."));
                default ->
                        sketch.problems.add(
                                ConversionCode.SYNTAX.error(
                                        one.line(),
                                        "Between the ends of a relation stands one of > < - <>."));
            }
        }
    }

    private Optional<TableSketch> table(End end) {
        return sketch.table(aliases.getOrDefault(end.table().name(), end.table()));
    }

    private void add(Found one, End holder, End target) {
        TableName targetName = aliases.getOrDefault(target.table().name(), target.table());
        Optional<TableSketch> table = table(holder);
        if (table.isEmpty()) {
            sketch.problems.add(
                    ConversionCode.UNKNOWN_TABLE.warning(
                            one.line(), "There is no table \"" + holder.table() + "\"."));
            return;
        }
        table.get()
                .relations
                .add(
                        new RelationSketch(
                                one.name(),
                                holder.columns(),
                                targetName,
                                target.columns(),
                                one.delete(),
                                one.update(),
                                one.line()));
    }
}
