package dev.plinth.schema.convert.sql;

import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script without what would mislead whoever reads it by tokens; its lines stay where they are.
 */
final class SqlScript {
    private static final Pattern ROWS =
            Pattern.compile("(?ms)^COPY [^;]*? FROM stdin;.*?^\\\\\\.$");
    private static final Pattern BODY = Pattern.compile("(?s)\\$(\\w*)\\$.*?\\$\\1\\$");
    private static final Pattern HASH = Pattern.compile("(?m)^\\s*#.*$");
    private static final Pattern END = Pattern.compile("(?mi)^[ \\t]*(?:GO|/)[ \\t]*$");

    private SqlScript() {}

    static List<Words> statements(String dialect, String text) {
        String script = blanked(text, ROWS);
        script = blanked(script, BODY);
        if (dialect.equals("mysql") || dialect.equals("mariadb")) {
            script = blanked(script, HASH).replace("\\'", "''");
        }
        script = END.matcher(script).replaceAll(";");
        return Words.split(script, SqlToken.of(script), ";");
    }

    private static String blanked(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder blanked = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(blanked, matcher.group().replaceAll("[^\\n]", " "));
        }
        return matcher.appendTail(blanked).toString();
    }
}
