package dev.plinth.app.account;

import java.time.Instant;

/**
 * A person who signs in.
 *
 * @param email in small letters; no two people share one
 * @param administrator may do everything
 */
public record User(
        String id, String email, String name, boolean administrator, Instant createdAt) {}
