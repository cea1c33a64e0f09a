package dev.plinth.schema.deploy;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;
import dev.plinth.schema.plan.Step;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Digests that tell whether a structure, or a plan for it, is still the one that was seen. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Model live) {
        MessageDigest digest = sha256();
        live.tables().stream()
                .sorted(Comparator.comparing(Table::name))
                .forEach(t -> add(digest, t.toString()));
        live.views().stream()
                .sorted(Comparator.comparing(View::name))
                .forEach(v -> add(digest, v.toString()));
        return hex(digest);
    }

    static String of(String structure, List<Step> steps) {
        MessageDigest digest = sha256();
        add(digest, structure);
        steps.forEach(s -> s.sql().forEach(sql -> add(digest, sql)));
        return hex(digest);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
