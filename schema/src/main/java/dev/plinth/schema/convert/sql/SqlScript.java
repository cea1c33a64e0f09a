package dev.plinth.schema.convert.sql;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script without what would mislead whoever reads it by tokens; its lines stay where they are.
 */
final class SqlScript {
    /** Of pg_dump; the rows stand between the statement and a line of its own. */
    private static final Pattern ROWS =
            Pattern.compile("(?ms)^COPY ([^;]*?) FROM stdin;(.*?)^\\\\\\.$");

    private static final Pattern BODY = Pattern.compile("(?s)\\$(\\w*)\\$.*?\\$\\1\\$");

    /** A remark of MySQL, which is none within texts, names and other remarks. */
    private static final Pattern HASH =
            Pattern.compile(
                    "(?s)'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*+`|/\\*.*?\\*/"
                            + "|--\\s[^\n]*|(#[^\n]*)");

    /** The same on a line of its own, which other databases' scripts are given as well. */
    private static final Pattern HASH_ALONE = Pattern.compile("(?m)^[ \\t]*#(?:[ \\t-].*)?$");

    /** Of MySQL: what only it is to read, which it is that we read. */
    private static final Pattern FOR_MYSQL = Pattern.compile("(?s)/\\*M?!\\d*+(?!\\\\)(.*?)\\*/");

    /** What the command line of a database takes for itself. */
    private static final Pattern COMMAND =
            Pattern.compile(
                    "(?mi)^[ \\t]*(?:\\\\\\S.*|@@?\\w.*"
                            + "|SET[ \\t]+(?:DEFINE|ECHO|FEEDBACK|SERVEROUTPUT|SQLBLANKLINES|VERIFY"
                            + "|HEADING|TIMING|LINESIZE|PAGESIZE|TERMOUT)\\b.*|EXIT|QUIT)$");

    /** The same with words that are names as well. */
    private static final Pattern REMARK =
            Pattern.compile("(?i)(?:PROMPT|REM|REMARK|SPOOL|WHENEVER)(?:\\s.*)?");

    private static final Pattern END = Pattern.compile("(?mi)^[ \\t]*(?:GO|/|@)[ \\t]*$");
    private static final Pattern OTHER_END =
            Pattern.compile(
                    "(?mi)^[ \\t]*(?:(?:DELIMITER|--#SET[ \\t]+TERMINATOR)[ \\t]+(\\S+)"
                            + "|SET[ \\t]+TERM[ \\t]+(\\S+).*)$");

    private static final Pattern STATEMENT =
            Pattern.compile("(?i)(?:CREATE|ALTER|SET|INSERT|GRANT|COMMENT|DELETE|COMMIT|--)\\b?");

    /** What may hold statements of its own. */
    private static final Set<String> ROUTINES =
            Set.of("TRIGGER", "PROCEDURE", "PROC", "FUNCTION", "PACKAGE", "EVENT", "BODY");

    /** What CREATE makes, as far as it matters here. */
    private static final Set<String> MADE =
            Set.of(
                    "TABLE",
                    "INDEX",
                    "UNIQUE",
                    "CLUSTERED",
                    "NONCLUSTERED",
                    "VIEW",
                    "SEQUENCE",
                    "TRIGGER",
                    "PROCEDURE",
                    "FUNCTION",
                    "TYPE",
                    "SCHEMA",
                    "GLOBAL",
                    "COLUMN",
                    "OR");

    private SqlScript() {}

    static List<Words> statements(Dialect dialect, String text) {
        boolean backslashes = dialect.names().open() == '`';
        String script = blanked(text, ROWS, 2);
        script = blanked(script, BODY, 0);
        script = withoutRemarks(blanked(script, COMMAND, 0));
        script = blanked(script, HASH_ALONE, 0);
        if (backslashes) {
            script = opened(blanked(script, HASH, 1));
        }
        script = ended(script);
        boolean batches = !dialect.statements().terminator().startsWith(";");
        script = END.matcher(script).replaceAll(batches ? "\u0001" : ";");
        List<SqlToken> tokens = SqlToken.of(script, backslashes);
        return !batches && isLines(text) ? lines(script, tokens) : split(script, tokens);
    }

    /** HSQLDB writes each statement on a line, and nothing behind it. */
    private static boolean isLines(String text) {
        List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        return lines.size() > 1
                && lines.stream().noneMatch(l -> l.endsWith(";"))
                && lines.stream().allMatch(l -> STATEMENT.matcher(l).lookingAt());
    }

    private static List<Words> lines(String script, List<SqlToken> tokens) {
        List<Words> statements = new ArrayList<>();
        List<SqlToken> part = new ArrayList<>();
        int end = 0;
        for (SqlToken token : tokens) {
            if (script.substring(end, token.start()).indexOf('\n') >= 0) {
                add(statements, script, part);
            }
            part.add(token);
            end = token.end();
        }
        add(statements, script, part);
        return statements;
    }

    private static String blanked(String text, Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder blanked = new StringBuilder(text);
        while (matcher.find()) {
            for (int i = Math.max(0, matcher.start(group)); i < matcher.end(group); i++) {
                if (blanked.charAt(i) != '\n') {
                    blanked.setCharAt(i, ' ');
                }
            }
        }
        return blanked.toString();
    }

    /** Within a statement a line may begin with a column that is called prompt. */
    private static String withoutRemarks(String text) {
        StringBuilder kept = new StringBuilder();
        boolean within = false;
        for (String line : text.split("(?<=\n)")) {
            String bare = line.replaceFirst("--.*", "").strip();
            if (!within && REMARK.matcher(bare).matches()) {
                kept.append(line.replaceAll("[^\n]", " "));
                continue;
            }
            kept.append(line);
            if (!bare.isEmpty()) {
                within = !bare.matches("(?is).*;|.*\\*/|/|GO");
            }
        }
        return kept.toString();
    }

    private static String opened(String text) {
        StringBuilder opened = new StringBuilder(text);
        Matcher matcher = FOR_MYSQL.matcher(text);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.start(1); i++) {
                opened.setCharAt(i, ' ');
            }
            opened.setCharAt(matcher.end() - 2, ' ');
            opened.setCharAt(matcher.end() - 1, ' ');
        }
        return opened.toString();
    }

    /** Where a script says for a while that statements end in another way. */
    private static String ended(String text) {
        Matcher change = OTHER_END.matcher(text);
        StringBuilder ended = new StringBuilder();
        int from = 0;
        String end = ";";
        while (change.find()) {
            ended.append(withEnd(text.substring(from, change.start()), end));
            ended.append(" ".repeat(change.end() - change.start()));
            String next = change.group(1) == null ? change.group(2) : change.group(1);
            // Firebird ends the statement that changes the end by the old one.
            boolean firebird = change.group(2) != null;
            end = firebird && next.length() > 1 && next.endsWith(end) ? next.substring(0, 1) : next;
            from = change.end();
        }
        return ended.append(withEnd(text.substring(from), end)).toString();
    }

    private static String withEnd(String part, String end) {
        return end.equals(";")
                ? part
                : part.replace(end, "\u0002").replace(';', ' ').replace('\u0002', ';');
    }

    /** At each semicolon that is not within brackets or a routine. */
    private static List<Words> split(String script, List<SqlToken> tokens) {
        List<Words> statements = new ArrayList<>();
        List<SqlToken> part = new ArrayList<>();
        int brackets = 0;
        int blocks = 0;
        boolean routine = false;
        boolean whole = script.indexOf('\u0001') >= 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean batch = token.is("\u0001");
            boolean ends = token.is(";") && brackets == 0 && (!routine || !whole && blocks <= 0);
            if (batch || ends) {
                add(statements, script, part);
                brackets = 0;
                blocks = 0;
                routine = false;
                continue;
            }
            if (!part.isEmpty() && brackets == 0 && !routine && begins(script, tokens, i, part)) {
                add(statements, script, part);
            }
            part.add(token);
            brackets = Math.max(0, brackets + (token.is("(") ? 1 : token.is(")") ? -1 : 0));
            routine |= isRoutine(part, token, whole);
            if (routine) {
                blocks += token.is("BEGIN") || token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
            }
        }
        add(statements, script, part);
        return statements;
    }

    /**
     * Whether a statement begins without an end of the one before it, as T-SQL allows: on a line of
     * its own, or behind a condition.
     */
    private static boolean begins(
            String script, List<SqlToken> tokens, int at, List<SqlToken> before) {
        SqlToken token = tokens.get(at);
        boolean line = script.substring(before.getLast().end(), token.start()).indexOf('\n') >= 0;
        if (at + 1 == tokens.size() || !line && !before.getFirst().is("IF")) {
            return false;
        }
        SqlToken next = tokens.get(at + 1);
        return token.is("CREATE") && next.isAny(MADE)
                || token.is("ALTER") && next.is("TABLE")
                || token.is("IF") && !before.getLast().isAny(MADE)
                || token.is("COMMENT") && next.is("ON")
                || token.is("INSERT") && next.is("INTO");
    }

    private static void add(List<Words> statements, String script, List<SqlToken> part) {
        if (!part.isEmpty()) {
            statements.add(new Words(script, part));
            part.clear();
        }
    }

    private static boolean isRoutine(List<SqlToken> part, SqlToken token, boolean whole) {
        if (part.size() == 1) {
            return whole && token.is("BEGIN");
        }
        return part.size() < 9
                && part.getFirst().is("CREATE")
                && !token.quoted()
                && ROUTINES.contains(token.text().toUpperCase(Locale.ROOT))
                && part.stream().noneMatch(t -> t.is("TABLE"));
    }
}
