package dev.plinth.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps secrets unreadable in the store. The key lies outside it. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private final SecretKeySpec encryption;
    private final SecretKeySpec signing;

    private Secrets(byte[] key) {
        this.encryption = new SecretKeySpec(derived(key, "encryption"), "AES");
        this.signing = new SecretKeySpec(derived(key, "signing"), "HmacSHA256");
    }

    /**
     * Reads the key.
     *
     * @param given the key as 32 bytes in base64, when it does not come from the file
     * @param file made with a new key when it is missing
     * @throws IllegalArgumentException when the key is no 32 bytes in base64
     */
    public static Secrets of(Optional<String> given, Path file) {
        try {
            return new Secrets(bytes(given.isPresent() ? given.get() : read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            create(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file);
    }

    private static void create(Path file, String text) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (var channel =
                posix
                        ? Files.newByteChannel(
                                file,
                                options,
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))
                        : Files.newByteChannel(file, options)) {
            channel.write(StandardCharsets.US_ASCII.encode(text));
        }
    }

    private static byte[] bytes(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The secret key is not base64.", e);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The secret key is not 32 bytes long.");
        }
        return key;
    }

    /**
     * Encrypts.
     *
     * @param place what the secret belongs to; it can be read there only
     */
    public String encrypt(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] body = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + body.length);
            System.arraycopy(body, 0, all, nonce.length, body.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** Decrypts; empty when the text was altered, moved or encrypted with another key. */
    public Optional<String> decrypt(String encrypted, String place) {
        try {
            byte[] all = Base64.getDecoder().decode(encrypted);
            if (all.length < NONCE_BYTES) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), place);
            byte[] body = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(body, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A digest that only who has the key can make. */
    public String sign(String text) {
        return HexFormat.of().formatHex(mac(signing, text));
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] derived(byte[] key, String use) {
        return mac(new SecretKeySpec(key, "HmacSHA256"), use);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
