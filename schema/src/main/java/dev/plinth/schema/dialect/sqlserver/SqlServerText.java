package dev.plinth.schema.dialect.sqlserver;

/** Texts within T-SQL. */
final class SqlServerText {
    private SqlServerText() {}

    /** A backslash at the end of a line would swallow the line's end, so the two are kept apart. */
    static String literal(String text) {
        return "N'"
                + text.replace("'", "''")
                        .replace("\\\n", "\\' + N'\n")
                        .replace("\\\r", "\\' + N'\r")
                + "'";
    }

    /** What is within the brackets that stand around the whole, as SQL Server shows defaults. */
    static String unwrapped(String shown) {
        String text = shown.strip();
        while (text.startsWith("(") && text.endsWith(")") && closes(text)) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** Whether the first bracket is closed by the last. */
    private static boolean closes(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }
}
