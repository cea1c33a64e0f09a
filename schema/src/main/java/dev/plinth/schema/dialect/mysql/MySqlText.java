package dev.plinth.schema.dialect.mysql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How MySQL writes texts within SQL, and how it shows them again. */
final class MySqlText {
    /** A text in quotes, perhaps after the name of its character set. */
    private static final Pattern QUOTED =
            Pattern.compile("(?:_\\w+ ?)?'((?:[^'\\\\]|''|\\\\.)*)'", Pattern.DOTALL);

    private static final Pattern HEXADECIMAL =
            Pattern.compile("(?i)(?:0x|x'|unhex\\((?:_\\w+ ?)?')([0-9a-f]*)(?:'?\\)?)");

    private MySqlText() {}

    /**
     * A text as a literal that means the same whether or not the session takes a backslash for an
     * escape.
     */
    static String literal(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '\\' || c < ' ');
        return plain
                ? "'" + text.replace("'", "''") + "'"
                : "_utf8mb4 X'" + hexadecimal(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }

    /**
     * A text where no hexadecimal literal may stand, for sessions that take a backslash for an
     * escape, as {@link MySqlDialect#prepare} makes them.
     */
    static String escaped(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    static String hexadecimal(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The text that a literal stands for; empty when it is not one. */
    static Optional<String> read(String literal) {
        Matcher quoted = QUOTED.matcher(literal);
        return quoted.matches() ? Optional.of(unescaped(quoted.group(1))) : Optional.empty();
    }

    /** The bytes of a hexadecimal literal or call; empty when it is neither. */
    static Optional<byte[]> readBytes(String literal) {
        Matcher hexadecimal = HEXADECIMAL.matcher(literal);
        return hexadecimal.matches() && hexadecimal.group(1).length() % 2 == 0
                ? Optional.of(HexFormat.of().parseHex(hexadecimal.group(1)))
                : Optional.empty();
    }

    private static String unescaped(String inside) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if ((c != '\\' && c != '\'') || i + 1 == inside.length()) {
                text.append(c);
                continue;
            }
            char next = inside.charAt(++i);
            text.append(c == '\'' ? '\'' : meaning(next));
        }
        return text.toString();
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'Z' -> 26;
            default -> escaped;
        };
    }

    /**
     * An expression that MySQL's catalog shows with every quote and backslash escaped once more.
     */
    static String expression(String shown) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            boolean escapes =
                    c == '\\'
                            && i + 1 < shown.length()
                            && (shown.charAt(i + 1) == '\'' || shown.charAt(i + 1) == '\\');
            text.append(escapes ? shown.charAt(++i) : c);
        }
        return text.toString();
    }
}
