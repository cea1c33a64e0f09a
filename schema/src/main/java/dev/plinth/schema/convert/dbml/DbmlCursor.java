package dev.plinth.schema.convert.dbml;

import dev.plinth.schema.convert.sketch.ColumnSketch;
import dev.plinth.schema.convert.sketch.TableSketch;
import dev.plinth.schema.model.TableName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the reading of a text is. */
final class DbmlCursor {
    private static final DbmlToken END = new DbmlToken("", DbmlToken.Kind.SIGN, 0);

    private final List<DbmlToken> tokens;
    private int at;

    DbmlCursor(String text) {
        this.tokens = DbmlToken.of(text);
    }

    boolean isDone() {
        return at >= tokens.size();
    }

    DbmlToken peek() {
        return ahead(0);
    }

    private DbmlToken ahead(int distance) {
        return at + distance < tokens.size() ? tokens.get(at + distance) : END;
    }

    DbmlToken next() {
        DbmlToken token = peek();
        at++;
        return token;
    }

    boolean isNext(String sign) {
        return !isDone() && peek().is(sign);
    }

    boolean take(String sign) {
        boolean there = isNext(sign);
        at += there ? 1 : 0;
        return there;
    }

    /** Whether a block follows the word that is next. */
    boolean isBlock() {
        return ahead(1).is("{");
    }

    /** Whether the word that is next begins a note rather than a column of that name. */
    boolean isNote() {
        return ahead(1).is(":") || ahead(1).is("{");
    }

    String note() {
        next();
        if (take(":")) {
            return next().text();
        }
        take("{");
        String text = next().text();
        take("}");
        return text;
    }

    /** Goes past a name, settings and the block behind them. */
    void skipBlock() {
        while (!isDone() && !isNext("{")) {
            next();
        }
        int depth = 0;
        while (!isDone()) {
            DbmlToken token = next();
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    void skipLine(int line) {
        while (!isDone() && peek().line() == line) {
            next();
        }
    }

    /** Enums may stand behind the tables that use them. */
    void enums(Map<String, List<String>> found) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean begins =
                    tokens.get(i).is("Enum")
                            && (i == 0 || tokens.get(i - 1).line() != tokens.get(i).line());
            if (!begins) {
                continue;
            }
            int start = at;
            at = i + 1;
            String name = tableName().name();
            List<String> values = new ArrayList<>();
            if (take("{")) {
                while (!isDone() && !take("}")) {
                    values.add(next().text());
                    settings();
                }
            }
            found.put(name.toLowerCase(Locale.ROOT), values);
            at = start;
        }
    }

    TableName tableName() {
        String first = next().text();
        if (!take(".")) {
            return TableName.of(first);
        }
        String second = next().text();
        return first.equals("public") || first.equals("dbo")
                ? TableName.of(second)
                : new TableName(first, second);
    }

    /** What stands between a column's name and its settings. */
    String type(int line) {
        StringBuilder type = new StringBuilder();
        while (!isDone() && peek().line() == line && !isNext("[") && !isNext("}")) {
            DbmlToken token = next();
            boolean word = token.kind() == DbmlToken.Kind.WORD && !type.isEmpty();
            boolean apart = word && Character.isLetterOrDigit(type.charAt(type.length() - 1));
            type.append(apart ? " " : "").append(token.text());
        }
        if (isNext("[") && ahead(1).is("]")) {
            next();
            next();
            type.append("[]");
        }
        return type.toString();
    }

    Map<String, DbmlToken> settings() {
        return settings(null, null, null);
    }

    /** What is in square brackets: words, and words with a value behind a colon. */
    Map<String, DbmlToken> settings(
            @Nullable DbmlRelations relations,
            @Nullable TableSketch table,
            @Nullable ColumnSketch column) {
        Map<String, DbmlToken> settings = new LinkedHashMap<>();
        if (!take("[")) {
            return settings;
        }
        while (!isDone() && !take("]")) {
            StringBuilder name = new StringBuilder(next().text().toLowerCase(Locale.ROOT));
            while (!isDone() && !isNext(",") && !isNext("]") && !isNext(":")) {
                name.append(' ').append(next().text().toLowerCase(Locale.ROOT));
            }
            DbmlToken value = END;
            if (take(":")) {
                if (name.toString().equals("ref")
                        && relations != null
                        && table != null
                        && column != null) {
                    relations.inline(table, column);
                } else {
                    value = value();
                }
            }
            settings.put(name.toString(), value);
            take(",");
        }
        return settings;
    }

    /** One token, or several words and signs such as {@code -1} or {@code set null}. */
    private DbmlToken value() {
        DbmlToken first = next();
        StringBuilder text = new StringBuilder(first.text());
        while (!isDone() && !isNext(",") && !isNext("]")) {
            DbmlToken more = next();
            boolean glued = first.is("-") || more.is(".") || text.toString().endsWith(".");
            text.append(glued ? "" : " ").append(more.text());
        }
        return new DbmlToken(text.toString(), first.kind(), first.line());
    }
}
