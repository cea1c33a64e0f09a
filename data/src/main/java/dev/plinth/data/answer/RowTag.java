package dev.plinth.data.answer;

import dev.plinth.data.run.Row;
import dev.plinth.data.sql.RowShape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Base64;

/** Names the state of a row, by its own columns as far as they were asked for. */
public final class RowTag {
    private RowTag() {}

    /** The value of the {@code ETag} header. */
    public static String of(RowShape shape, Row row) {
        MessageDigest digest = sha256();
        ValueText texts = new ValueText(ZoneOffset.UTC);
        for (RowShape.Member member : shape.members()) {
            if (member instanceof RowShape.Scalar scalar) {
                Object value = row.values()[scalar.position()];
                String text =
                        value == null
                                ? "0"
                                : "1" + (scalar.isJson() ? value : texts.of(scalar.type(), value));
                digest.update(
                        (scalar.name() + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] hash = digest.digest();
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }

    /** Whether a header such as {@code If-Match} names the tag. */
    public static boolean matches(String header, String tag) {
        for (String part : header.split(",")) {
            String name = part.strip();
            if (name.equals("*") || name.equals(tag) || name.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
