package dev.plinth.app.project;

import java.time.Instant;

/**
 * One model with its environments, roles and members.
 *
 * @param name part of addresses
 * @param attached served as its database is; the structure is not changed
 * @param revision the newest one
 */
public record Project(
        String id,
        String name,
        String title,
        boolean attached,
        long revision,
        Instant createdAt,
        Instant updatedAt) {}
