package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.model.Deferral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What only the text of CREATE TABLE tells: names of constraints, conditions, generated columns.
 *
 * @param keyName of the primary key's constraint; empty when it has none
 * @param generated expression by name of column
 * @param losses what a rebuild would lose, in words
 */
record SqliteDefinition(
        String keyName,
        List<Unique> uniques,
        List<Condition> checks,
        List<Reference> references,
        Map<String, String> generated,
        List<String> losses) {
    /** A UNIQUE constraint; its name is empty when it has none. */
    record Unique(String name, List<String> columns) {}

    /** A CHECK; its name is empty when it has none. */
    record Condition(String name, String expression) {}

    /**
     * A foreign key; its name is empty when it has none, its target columns when they are the key.
     */
    record Reference(
            String name,
            List<String> columns,
            String target,
            List<String> targetColumns,
            String onDelete,
            String onUpdate,
            Deferral deferral) {}

    static SqliteDefinition of(String sql) {
        return new Reader(sql).read();
    }

    /** Walks once over the tokens. What it does not know it steps over. */
    private static final class Reader {
        private final String sql;
        private final List<SqlToken> tokens;
        private final List<Unique> uniques = new ArrayList<>();
        private final List<Condition> checks = new ArrayList<>();
        private final List<Reference> references = new ArrayList<>();
        private final Map<String, String> generated = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final List<String> losses = new ArrayList<>();
        private String keyName = "";
        private int at;

        Reader(String sql) {
            this.sql = sql;
            this.tokens = SqlToken.of(sql);
        }

        SqliteDefinition read() {
            while (!atEnd() && !peek("(")) {
                at++;
            }
            at++;
            while (!atEnd() && !peek(")")) {
                element();
                if (peek(",")) {
                    at++;
                }
            }
            at++;
            while (!atEnd()) {
                SqlToken option = tokens.get(at++);
                if (option.is("STRICT")) {
                    losses.add("STRICT");
                } else if (option.is("WITHOUT")) {
                    losses.add("WITHOUT ROWID");
                }
            }
            return new SqliteDefinition(keyName, uniques, checks, references, generated, losses);
        }

        private void element() {
            String column = "";
            if (!startsConstraint()) {
                column = tokens.get(at++).text();
                while (!endOfElement() && !startsColumnConstraint()) {
                    skip();
                }
            }
            String name = "";
            while (!endOfElement()) {
                if (accept("CONSTRAINT")) {
                    name = tokens.get(at++).text();
                } else {
                    constraint(column, name);
                    name = "";
                }
            }
        }

        private void constraint(String column, String name) {
            if (accept("PRIMARY")) {
                accept("KEY");
                keyName = name;
                skipList();
            } else if (accept("UNIQUE")) {
                uniques.add(new Unique(name, peek("(") ? names() : List.of(column)));
            } else if (accept("CHECK")) {
                checks.add(new Condition(name, inParentheses()));
            } else if (accept("FOREIGN")) {
                accept("KEY");
                List<String> columns = names();
                accept("REFERENCES");
                reference(name, columns);
            } else if (accept("REFERENCES")) {
                reference(name, List.of(column));
            } else if (accept("GENERATED")) {
                accept("ALWAYS");
            } else if (accept("AS")) {
                generated.put(column, inParentheses());
            } else if (accept("COLLATE")) {
                SqlToken collation = tokens.get(at++);
                if (!collation.text().equalsIgnoreCase("BINARY")) {
                    losses.add("COLLATE " + collation.text());
                }
            } else if (accept("DEFAULT")) {
                skip();
            } else if (accept("ON")) {
                losses.add("ON CONFLICT");
                at += 2;
            } else {
                skip();
            }
        }

        private void reference(String name, List<String> columns) {
            String target = tokens.get(at++).text();
            List<String> targetColumns = peek("(") ? names() : List.of();
            String onDelete = "NO ACTION";
            String onUpdate = "NO ACTION";
            Deferral deferral = Deferral.NONE;
            while (!endOfElement()) {
                if (peek("ON") && at + 1 < tokens.size() && !tokens.get(at + 1).is("CONFLICT")) {
                    boolean delete = tokens.get(at + 1).is("DELETE");
                    at += 2;
                    String action = action();
                    onDelete = delete ? action : onDelete;
                    onUpdate = delete ? onUpdate : action;
                } else if (accept("MATCH")) {
                    at++;
                } else if (peek("NOT")
                        && at + 1 < tokens.size()
                        && tokens.get(at + 1).is("DEFERRABLE")) {
                    at += 2;
                } else if (accept("DEFERRABLE")) {
                    deferral = Deferral.IMMEDIATE;
                } else if (accept("INITIALLY")) {
                    boolean later = peek("DEFERRED") && deferral != Deferral.NONE;
                    deferral = later ? Deferral.DEFERRED : deferral;
                    at++;
                } else {
                    break;
                }
            }
            references.add(
                    new Reference(
                            name, columns, target, targetColumns, onDelete, onUpdate, deferral));
        }

        private String action() {
            String first = tokens.get(at++).text().toUpperCase(java.util.Locale.ROOT);
            return first.equals("SET") || first.equals("NO")
                    ? first + " " + tokens.get(at++).text().toUpperCase(java.util.Locale.ROOT)
                    : first;
        }

        /** The first names within parentheses, each up to its comma. */
        private List<String> names() {
            List<String> names = new ArrayList<>();
            at++;
            boolean first = true;
            while (!atEnd() && !peek(")")) {
                if (accept(",")) {
                    first = true;
                } else if (first) {
                    names.add(tokens.get(at++).text());
                    first = false;
                } else {
                    skip();
                }
            }
            at++;
            return names;
        }

        private String inParentheses() {
            if (!peek("(")) {
                return "";
            }
            int start = tokens.get(at).end();
            skip();
            return sql.substring(start, Math.max(start, tokens.get(at - 1).start())).strip();
        }

        private void skipList() {
            if (peek("(")) {
                skip();
            }
        }

        /** One token, or all within a pair of parentheses. */
        private void skip() {
            int depth = 0;
            do {
                depth += peek("(") ? 1 : peek(")") ? -1 : 0;
                at++;
            } while (depth > 0 && !atEnd());
        }

        private boolean startsConstraint() {
            return peek("CONSTRAINT")
                    || peek("PRIMARY")
                    || peek("UNIQUE")
                    || peek("CHECK")
                    || peek("FOREIGN");
        }

        private boolean startsColumnConstraint() {
            return startsConstraint()
                    || peek("NOT")
                    || peek("NULL")
                    || peek("DEFAULT")
                    || peek("COLLATE")
                    || peek("REFERENCES")
                    || peek("GENERATED")
                    || peek("AS");
        }

        private boolean endOfElement() {
            return atEnd() || peek(",") || peek(")");
        }

        private boolean atEnd() {
            return at >= tokens.size();
        }

        private boolean peek(String text) {
            return !atEnd() && tokens.get(at).is(text);
        }

        private boolean accept(String keyword) {
            boolean found = peek(keyword);
            at += found ? 1 : 0;
            return found;
        }
    }
}
