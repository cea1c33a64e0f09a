package dev.plinth.data.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One {@code name=value} of a query string, decoded. */
public record Parameter(String name, String value) {

    /** Reads a query string; the order is kept and names may repeat. */
    public static List<Parameter> parse(String query) {
        List<Parameter> parameters = new ArrayList<>();
        if (query.isEmpty()) {
            return parameters;
        }
        for (String part : query.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            parameters.add(
                    equals < 0
                            ? new Parameter(text(part), "")
                            : new Parameter(
                                    text(part.substring(0, equals)),
                                    text(part.substring(equals + 1))));
        }
        return parameters;
    }

    /** A zero is in no text of a database, and stands for what is bound while SQL is written. */
    static String text(String part) {
        String text = decode(part);
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(Reason.ZERO, "invalid byte sequence for encoding \"UTF8\": 0x00");
        }
        return text;
    }

    /** Undoes percent and plus; what is no escape stays as it is. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '+') {
                bytes.write(' ');
            } else if (raw[i] == '%' && i + 2 < raw.length && hex(raw[i + 1]) && hex(raw[i + 2])) {
                bytes.write(Character.digit(raw[i + 1], 16) * 16 + Character.digit(raw[i + 2], 16));
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean hex(byte digit) {
        return Character.digit(digit, 16) >= 0;
    }
}
