package dev.plinth.schema.convert.dbml;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.convert.sketch.Sketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.convert.sketch.TableSketch.CheckSketch;
import dev.plinth.schema.convert.sketch.TableSketch.IndexSketch;
import dev.plinth.schema.convert.sketch.TableSketch.UniqueSketch;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads DBML: tables with columns, keys, indexes and notes; enums; relations. */
public final class DbmlReader {
    private final Sketch sketch = new Sketch();
    private final DbmlCursor cursor;
    private final DbmlRelations relations;

    /** Values of enums, by name in small letters. */
    private final Map<String, List<String>> enums = new HashMap<>();

    private DbmlReader(String text) {
        this.cursor = new DbmlCursor(text);
        this.relations = new DbmlRelations(cursor, sketch);
    }

    public static Sketch read(String text) {
        return new DbmlReader(text).read();
    }

    private Sketch read() {
        cursor.enums(enums);
        while (!cursor.isDone()) {
            DbmlToken word = cursor.next();
            if (word.is("Table")) {
                table(word.line());
            } else if (word.is("Ref")) {
                relations.statement();
            } else if (word.is("Enum")
                    || word.is("Project")
                    || word.is("TableGroup")
                    || word.is("TablePartial")
                    || word.is("Note")
                    || word.is("Records")) {
                cursor.skipBlock();
            } else {
                sketch.problems.add(
                        ConversionCode.SYNTAX.error(
                                word.line(), "\"" + word.text() + "\" begins nothing known."));
                cursor.skipLine(word.line());
            }
        }
        relations.settle();
        return sketch;
    }

    private void table(int line) {
        TableName name = cursor.tableName();
        TableSketch table = sketch.begin(name, line);
        if (cursor.take("as")) {
            relations.alias(cursor.next().text(), name);
        }
        Map<String, DbmlToken> settings = cursor.settings();
        DbmlToken note = settings.get("note");
        if (note != null) {
            table.comment = note.text();
        }
        if (!cursor.take("{")) {
            sketch.problems.add(
                    ConversionCode.SYNTAX.error(
                            line, "After the name of \"" + name + "\" a { is missing."));
            return;
        }
        while (!cursor.isDone() && !cursor.take("}")) {
            if (cursor.isNext("indexes") && cursor.isBlock()) {
                cursor.next();
                indexes(table);
            } else if (cursor.isNext("checks") && cursor.isBlock()) {
                cursor.next();
                checks(table);
            } else if (cursor.isNext("Note") && cursor.isNote()) {
                table.comment = cursor.note();
            } else {
                column(table);
            }
        }
    }

    private void column(TableSketch table) {
        DbmlToken name = cursor.next();
        ColumnSketch column = new ColumnSketch(name.text(), name.line());
        table.columns.add(column);
        String type = cursor.type(name.line());
        new DbmlColumn(sketch, table, column, enums).type(type);
        Map<String, DbmlToken> settings = cursor.settings(relations, table, column);
        new DbmlColumn(sketch, table, column, enums).settings(settings);
    }

    private void indexes(TableSketch table) {
        cursor.take("{");
        while (!cursor.isDone() && !cursor.take("}")) {
            int line = cursor.peek().line();
            List<String> columns = new ArrayList<>();
            boolean plain = true;
            if (cursor.take("(")) {
                while (!cursor.isDone() && !cursor.take(")")) {
                    plain &= cursor.peek().kind() != DbmlToken.Kind.CODE;
                    columns.add(cursor.next().text());
                    cursor.take(",");
                }
            } else {
                plain = cursor.peek().kind() != DbmlToken.Kind.CODE;
                columns.add(cursor.next().text());
            }
            Map<String, DbmlToken> settings = cursor.settings();
            DbmlToken named = settings.get("name");
            String name = named == null ? "" : named.text();
            if (!plain) {
                sketch.problems.add(
                        ConversionCode.LEFT_OUT.warning(
                                line, "An index of an expression was left out."));
            } else if (settings.containsKey("pk")) {
                table.key = columns;
                columns.forEach(c -> table.column(c).ifPresent(k -> k.required = true));
            } else if (settings.containsKey("unique")) {
                table.uniques.add(new UniqueSketch(name, columns));
            } else {
                table.indexes.add(new IndexSketch(name, columns, false));
            }
        }
    }

    private void checks(TableSketch table) {
        cursor.take("{");
        while (!cursor.isDone() && !cursor.take("}")) {
            String condition = cursor.next().text();
            DbmlToken name = cursor.settings().get("name");
            table.checks.add(new CheckSketch(name == null ? "" : name.text(), condition, false));
        }
    }
}
