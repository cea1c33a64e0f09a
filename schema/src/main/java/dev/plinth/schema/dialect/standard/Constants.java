package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.model.Default;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.InvalidValueException;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises plain constants in the way databases echo defaults. */
public final class Constants {
    private static final String QUOTED =
            "(?<prefix>[A-Za-z&][A-Za-z& ]*?)? ?'(?<text>(?:[^']|'')*)'";

    /**
     * {@code 'x'}, {@code U&'\00fc'}, {@code DATE '2020-01-01'}, {@code 'x'::character varying}.
     */
    private static final Pattern TEXT =
            Pattern.compile(QUOTED + "(?:::[\\w\\s\".()\\[\\],]+)?", Pattern.DOTALL);

    /** {@code 5}, {@code -1.5E0}, {@code (-5)}, {@code '-5'::integer} is a text above. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\(?(?<text>[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\)?(?:::[\\w\\s(),]+)?");

    private static final Pattern BOOLEAN = Pattern.compile("(?i)(?<text>true|false)");
    private static final Pattern CAST =
            Pattern.compile("CAST\\((?<inside>.*) AS [^']+\\)", Pattern.DOTALL);

    private Constants() {}

    /** The constant that an echo spells, in the text form of the type; empty if it is none. */
    public static Optional<Default> of(ColumnType type, String echo) {
        Matcher cast = CAST.matcher(echo);
        return raw(cast.matches() ? cast.group("inside") : echo).flatMap(raw -> valid(type, raw));
    }

    private static Optional<Default> valid(ColumnType type, String raw) {
        try {
            return Optional.of(new Default.Value(type.format(type.parse(plain(type, raw)))));
        } catch (InvalidValueException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Databases show bytes in hexadecimal; the text form of the type is Base64. */
    private static String plain(ColumnType type, String raw) {
        if (!(type instanceof BinaryType)) {
            return raw;
        }
        String digits = raw.startsWith("\\x") ? raw.substring(2) : raw;
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digits));
    }

    private static Optional<String> raw(String echo) {
        Matcher text = TEXT.matcher(echo);
        if (text.matches()) {
            String inside = text.group("text").replace("''", "'");
            return Optional.of(
                    "U&".equalsIgnoreCase(text.group("prefix")) ? unescaped(inside) : inside);
        }
        Matcher number = NUMBER.matcher(echo);
        if (number.matches()) {
            return Optional.of(number.group("text"));
        }
        Matcher truth = BOOLEAN.matcher(echo);
        return truth.matches() ? Optional.of(truth.group("text")) : Optional.empty();
    }

    /** The name that an identifier spells: {@code "a""b"}, {@code U&"\00fc"} or bare. */
    public static String identifier(String spelled) {
        int quote = spelled.indexOf('"');
        if (quote < 0) {
            return spelled;
        }
        String inside = spelled.substring(quote + 1, spelled.length() - 1).replace("\"\"", "\"");
        return quote > 0 ? unescaped(inside) : inside;
    }

    /** Reads the escapes of a Unicode literal: {@code \00fc}, {@code \+01f600}, {@code \\}. */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
            } else if (text.charAt(i + 1) == '\\') {
                plain.append('\\');
                i++;
            } else {
                int start = text.charAt(i + 1) == '+' ? i + 2 : i + 1;
                int end = start + (start == i + 2 ? 6 : 4);
                plain.appendCodePoint(Integer.parseInt(text.substring(start, end), 16));
                i = end - 1;
            }
        }
        return plain.toString();
    }
}
