package dev.plinth.schema.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Makes the ids of model elements: 12 characters that never change, whatever the name does. */
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;

    private Ids() {}

    /** Apart, since it takes long to load, and commands that only read a model need none. */
    private static final class Chance {
        private static final SecureRandom RANDOM = new SecureRandom();
    }

    /** An id that no other element has. */
    public static String fresh() {
        byte[] bytes = new byte[LENGTH];
        Chance.RANDOM.nextBytes(bytes);
        return encode(bytes);
    }

    /**
     * The id of an element that has none yet, from where it stands. Reading the same database or
     * file twice gives the same ids, so a later rename in the model is seen as a rename.
     */
    public static String derived(String... place) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\0", place).getBytes(StandardCharsets.UTF_8));
            return encode(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return id.toString();
    }
}
