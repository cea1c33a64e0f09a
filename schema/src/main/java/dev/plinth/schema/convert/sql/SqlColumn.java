package dev.plinth.schema.convert.sql;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the definition of one column, behind its name. */
final class SqlColumn {
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
                    "FOR",
                    "WITH",
                    "INVISIBLE",
                    "VISIBLE",
                    "DEFERRABLE",
                    "SPARSE",
                    "COMPUTED");

    /** What says how a column is kept, or that it is as every column is. */
    private static final Set<String> ASIDE =
            Set.of(
                    "NULL",
                    "ENABLE",
                    "ENABLED",
                    "ENFORCED",
                    "VALIDATE",
                    "NOVALIDATE",
                    "VISIBLE",
                    "SPARSE",
                    "ROWGUIDCOL",
                    "CLUSTERED",
                    "NONCLUSTERED",
                    "ASC",
                    "LOGGED",
                    "COMPACT",
                    "UNHIDDEN",
                    "RELY",
                    "NORELY",
                    "HIDE");

    /** How numbers go on; each may be followed by a number. */
    private static final Set<String> NUMBERING =
            Set.of(
                    "START",
                    "WITH",
                    "INCREMENT",
                    "BY",
                    "MINVALUE",
                    "MAXVALUE",
                    "CACHE",
                    "NOCACHE",
                    "CYCLE",
                    "NOCYCLE",
                    "ORDER",
                    "NOORDER",
                    "KEEP",
                    "NOKEEP",
                    "SCALE",
                    "NOSCALE",
                    "LIMIT",
                    "VALUE",
                    "NO",
                    "RESTART",
                    "EXTEND",
                    "NOEXTEND",
                    "GLOBAL",
                    "SESSION");

    private final SqlElements elements;
    private final SqlTypes types;
    private final ColumnSketch column;

    /** Whether a type was among what was read. */
    boolean typed;

    SqlColumn(SqlElements elements, SqlTypes types, ColumnSketch column) {
        this.elements = elements;
        this.types = types;
        this.column = column;
    }

    void read(Words words) {
        if (!words.isDone() && !isClause(words) && !words.isNext("AS", "(")) {
            types.read(words, column);
            typed = true;
        }
        String name = "";
        while (!words.isDone()) {
            if (words.take("CONSTRAINT")) {
                name = elements.names.last(words);
                continue;
            }
            clause(words, name);
            name = "";
        }
    }

    private static boolean isClause(Words words) {
        return words.isAny(CLAUSES) || words.isNext("DEFAULT");
    }

    private void clause(Words words, String name) {
        if (words.take("NOT", "FOR", "REPLICATION")
                || words.take("NOT", "LOGGED")
                || words.take("NOT", "COMPACT")) {
            return;
        }
        if (words.take("NOT", "NULL")) {
            column.required = true;
        } else if (words.take("WITH", "DEFAULT") || words.take("DEFAULT")) {
            words.take("ON", "NULL");
            SqlDefault.read(words, defaultText(words), column, types.own);
        } else if (words.take("PRIMARY", "KEY")) {
            elements.key(column, name);
            words.take("DESC");
        } else if (words.take("UNIQUE")) {
            words.take("KEY");
            elements.unique(column, name, words);
        } else if (words.take("AUTO_INCREMENT") || words.take("AUTOINCREMENT")) {
            number();
        } else if (words.take("IDENTITY")) {
            words.inBrackets();
            number();
        } else if (words.take("GENERATED")
                || words.isNext("AS", "(")
                || words.take("COMPUTED", "BY")) {
            generated(words);
        } else if (words.isNext("REFERENCES")) {
            elements.references(words, name, List.of(column.name), column.line);
        } else if (words.take("CHECK")) {
            String condition = words.written(words.inBrackets());
            if (condition.matches(
                    "(?i)json_valid\\(\\W?" + Pattern.quote(column.name) + "\\W?\\)")) {
                // How MariaDB shows a column of JSON.
                column.type = new JsonType();
            } else if (!name.isEmpty() || !types.own.isCheck(column, condition)) {
                elements.check(name, condition);
            }
        } else if (words.take("COMMENT")) {
            column.comment = words.text();
        } else {
            rest(words);
        }
    }

    /** What a model does not hold of a column; told, if rows would be otherwise for it. */
    private void rest(Words words) {
        if (words.take("COLLATE")) {
            String collation = elements.names.path(words).getLast();
            if (!types.own.isCollation(collation)) {
                elements.once("Rules of sorting (collations) are left out.", column.line);
            }
        } else if (words.take("CHARACTER", "SET")) {
            words.next();
        } else if (words.take("CHARSET")
                || words.take("STORAGE")
                || words.take("COMPRESSION")
                || words.take("INLINE", "LENGTH")) {
            words.next();
        } else if (words.take("ON", "UPDATE")) {
            words.rest();
            elements.leftOut("That \"" + column.name + "\" is set with every change", column.line);
        } else if (words.take("ON", "CONFLICT") || words.take("ON")) {
            words.next();
        } else if (words.take("USING", "INDEX")) {
            words.rest();
        } else if (words.isNext("WITH", "(") || words.isNext("WITH")) {
            words.next();
            words.inBrackets();
        } else if (words.isAny(ASIDE) || column.identity != null && isNumbering(words)) {
            words.next();
        } else if (words.isNext("KEY")) {
            words.next();
            elements.key(column, "");
        } else {
            elements.leftOut(
                    "\"" + words.peek().text() + "\" of \"" + column.name + "\"", column.line);
            words.next();
            words.inBrackets();
        }
    }

    private static boolean isNumbering(Words words) {
        return words.isAny(NUMBERING) || words.peek().text().matches("[-+,]|\\d+");
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

    static List<SqlToken> defaultText(Words words) {
        List<SqlToken> text = new ArrayList<>();
        int depth = 0;
        while (!words.isDone()) {
            boolean begun = !text.isEmpty();
            boolean zone = words.isNext("WITH", "TIME") || words.isNext("WITHOUT", "TIME");
            if (begun && depth == 0 && words.isAny(CLAUSES) && !zone) {
                break;
            }
            SqlToken token = words.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            text.add(token);
        }
        return text;
    }
}
