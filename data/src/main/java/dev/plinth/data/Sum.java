package dev.plinth.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The sum of several values; each with its length, or their ends would not count. */
final class Sum {
    private final MessageDigest digest;

    Sum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String of(String... values) {
        Sum sum = new Sum();
        for (String value : values) {
            sum.add(value);
        }
        return sum.text();
    }

    void add(String value) {
        add(value.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] value) {
        digest.update((value.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(value);
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
